import assert from "node:assert/strict";
import { test } from "node:test";
import { look, solid } from "../../../lib/body/leg/bones.js";
import { blend, lengthColour, rgb, tone } from "../../../lib/body/leg/colours.js";
import { hull, mirrored, project, put, smooth, tipped, turned } from "../../../lib/body/leg/space.js";

/** @typedef {import("../../../lib/body/leg/space.js").Point} Point */
const VIEW = { turn: 0, rise: 0, scale: 0.5, x: 100, y: 200 };
const near = (/** @type {number[]} */ found, /** @type {number[]} */ wanted) =>
  found.forEach((value, at) => assert.ok(Math.abs(value - wanted[at]) < 1e-9, `${found} is not ${wanted}`));

test("from the right side, forward is to the right and the right leg is near", () => {
  near(project([10, 20, 30], VIEW), [105, 190, 15]);
});

test("from the front, the runner's right is on the left and forward is near", () => {
  near(project([10, 20, 30], { ...VIEW, turn: 90 }), [85, 190, 5]);
});

test("from the back, the runner's right is on the right", () => {
  near(project([10, 20, 30], { ...VIEW, turn: -90 }), [115, 190, -5]);
});

test("from the left side, forward is to the left", () => {
  near(project([10, 20, 30], { ...VIEW, turn: 180 }), [95, 190, -15]);
});

test("from above, near things are drawn lower", () => {
  const view = { ...VIEW, rise: 20 };
  assert.ok(project([0, 0, 100], view)[1] > project([0, 0, 0], view)[1]);
});

test("turning round keeps lengths", () => {
  for (const degrees of [-180, -33, 0, 45, 120]) assert.ok(Math.abs(Math.hypot(...turned([3, 4, 12], degrees)) - 13) < 1e-9);
});

test("tipping forward brings the top of the pelvis forward", () => {
  assert.ok(tipped([0, 100, 0], 10)[0] > 0);
  near(tipped([0, 100, 7], 90), [100, 0, 7]);
});

test("a quarter turn about an axis puts a point where it belongs", () => {
  const half = Math.SQRT1_2;
  near(put({ origin: [1, 2, 3], turn: [half, 0, 0, half] }, [10, 0, 0]), [1, 12, 3]);
  near(mirrored([1, 2, 3]), [1, 2, -3]);
});

test("a smooth line goes through its points", () => {
  const points = /** @type {Point[]} */ ([[0, 0, 0], [10, 5, 0], [20, 0, 4]]);
  const line = smooth(points, 4);
  assert.equal(line.length, 9);
  [0, 4, 8].forEach((at, corner) => near(line[at], points[corner]));
});

test("the outline leaves out what lies inside", () => {
  const found = hull([[0, 0], [4, 0], [4, 4], [0, 4], [2, 2], [1, 3], [4, 2]]);
  assert.deepEqual(new Set(found.map(String)), new Set(["0,0", "4,0", "4,4", "0,4"]));
});

/** A tetrahedron, its triangles turning left seen from outside. */
const BONE = { points: [0, 0, 0, 100, 0, 0, 0, 100, 0, 0, 0, 100], triangles: [0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3] };

test("of a bone only the front is drawn, from wherever it is seen", () => {
  for (const turn of [0, 40, 90, 135, 180, -90]) {
    const { facets, rim } = look(solid(BONE), (point) => point, { ...VIEW, turn, rise: 10 }, false);
    assert.ok(facets.length >= 1 && facets.length <= 3, `${facets.length} facets at ${turn}`);
    assert.ok(rim.length >= 12, "the rim closes");
  }
});

test("a mirrored bone shows the mirrored front", () => {
  const right = look(solid(BONE), (point) => point, VIEW, false);
  const left = look(solid(BONE), mirrored, { ...VIEW, turn: 180 }, true);
  assert.equal(left.facets.length, right.facets.length);
  assert.ok(right.facets.every(({ shade }) => shade >= 0 && shade <= 1));
});

test("colour says shorter or longer, and standing is neither", () => {
  const colours = /** @type {any} */ ({ short: rgb("#0000ff"), same: rgb("#888888"), long: rgb("#f80") });
  assert.deepEqual(lengthColour(colours, 1), [136, 136, 136]);
  assert.deepEqual(lengthColour(colours, 1.4), [255, 136, 0]);
  assert.deepEqual(lengthColour(colours, 0.6), [0, 0, 255]);
  assert.equal(tone(1.05), -tone(0.95));
  assert.ok(tone(1.1) > tone(1.05));
  assert.deepEqual(blend([0, 0, 0], [10, 20, 30], 0.5), [5, 10, 15]);
});
