import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FILES, jsonText, scriptText, tableText } from "../../bodydata.mjs";
import { REGIONS, neighbour, regionName, viewOf } from "../../lib/body/regions.js";
import { SHAPES } from "../../lib/body/shapes.js";
import { bodyWords } from "../../lib/words/index.js";

const ALL = [...REGIONS.front, ...REGIONS.back].map(({ id }) => id);

test("every region has a learner's name, and no name is used twice", () => {
  for (const id of ALL) {
    const base = id.replace(/-(left|right)$/, "");
    assert.ok(base in bodyWords.regions, `words.js names no region "${base}"`);
  }
  assert.equal(new Set(ALL.map(regionName)).size, ALL.length);
});

test("words.js names no region that the drawing does not have", () => {
  const bases = new Set(ALL.map((id) => id.replace(/-(left|right)$/, "")));
  assert.deepEqual(Object.keys(bodyWords.regions).filter((base) => !bases.has(base)), []);
});

test("a region with sides comes as a pair", () => {
  for (const id of ALL) {
    const [, base, side] = /^(.*?)(?:-(left|right))?$/.exec(id);
    if (side) assert.ok(ALL.includes(`${base}-${side === "left" ? "right" : "left"}`), id);
  }
});

test("a name says the side last", () => {
  assert.equal(regionName("calves-soleus-left"), "Lower calf (soleus), left");
  assert.equal(regionName("spine"), "Spine");
});

test("the view of a region", () => {
  assert.equal(viewOf("quads-left"), "front");
  assert.equal(viewOf("gluteus-maximus-right"), "back");
  assert.equal(viewOf("tail"), null);
});

test("regions stand from head to foot", () => {
  assert.match(REGIONS.front[0].id, /head|face/);
  assert.match(REGIONS.back.at(-1).id, /foot|soleus/);
});

test("arrow keys lead to the neighbour on that side, and stop at the edge", () => {
  const centres = new Map([
    ["middle", { x: 0, y: 0 }],
    ["near-right", { x: 2, y: 0.5 }],
    ["far-right", { x: 6, y: 0 }],
    ["below", { x: 0.2, y: 3 }],
    ["corner", { x: 3, y: 3 }],
  ]);
  assert.equal(neighbour("ArrowRight", "middle", centres), "near-right");
  assert.equal(neighbour("ArrowDown", "middle", centres), "below");
  assert.equal(neighbour("ArrowUp", "middle", centres), null);
  assert.equal(neighbour("ArrowLeft", "middle", centres), null);
  assert.equal(neighbour("ArrowLeft", "near-right", centres), "middle");
  assert.equal(neighbour("x", "middle", centres), null);
});

test("both sides of the course draw the same body (else run: node bodydata.mjs)", async () => {
  assert.equal(await readFile(FILES.script, "utf8"), scriptText());
  assert.equal(await readFile(FILES.json, "utf8"), await jsonText());
  assert.equal(await readFile(FILES.table, "utf8"), await tableText());
});

/** Middle of a region's points. @param {string} id */
function middle(id) {
  const numbers = SHAPES[viewOf(id)][id].match(/-?[\d.]+/g).map(Number);
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(numbers.filter((_, index) => index % 2 === 0)), y: mean(numbers.filter((_, index) => index % 2 === 1)) };
}

test("muscles lie where anatomy has them, on the left side", () => {
  const [ribs, belly, low, flank] = ["serratus-anterior-left", "abs-upper-left", "abs-lower-left", "obliques-left"].map(middle);
  assert.ok(belly.x < flank.x && low.x < flank.x && belly.x < ribs.x, "the straight belly muscle lies nearest to the middle");
  assert.ok(ribs.y < flank.y && belly.y < low.y, "ribs above flank, upper belly above lower belly");
  const [hip, thigh, inner] = ["hip-flexor-left", "quads-left", "adductors-left"].map(middle);
  assert.ok(hip.y < thigh.y && inner.x < thigh.x, "hip flexors above the quadriceps, adductors inside of it");
  assert.ok(middle("calf-inner-left").x < middle("tibialis-anterior-left").x);
  assert.ok(middle("deltoid-rear-left").x < middle("lats-upper-left").x);
  assert.ok(middle("gluteus-medius-left").y < middle("gluteus-maximus-left").y);
});
