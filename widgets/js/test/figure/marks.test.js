import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { pointedOut } from "../../lib/figure/marks.js";
import { lasts, loopOf, poseAt } from "../../lib/figure/motion.js";

const { skeleton, movements } = JSON.parse(await readFile(new URL("../../../../data/poses.json", import.meta.url), "utf8"));

/** @param {string} name @param {number} share */
const at = (name, share) => {
  const movement = movements[name];
  const moments = loopOf(skeleton.angles, movement);
  return pointedOut(skeleton, poseAt(moments, share * lasts(moments)), movement, share);
};
/** @param {string} svg */
const marks = (svg) => (svg.match(/class="f-mark/g) ?? []).length;

test("a mark is seen in its part of the step alone, and for the other foot half a stride later", () => {
  assert.equal(marks(at("overstriding", 0).svg), 2);
  assert.equal(marks(at("overstriding", 0.2).svg), 1);
  assert.equal(marks(at("overstriding", 0.5).svg), 2);
  assert.equal(marks(at("heel_landing", 0).svg), 0);
  assert.equal(marks(at("heel_landing", 0.2).svg), 1);
  assert.equal(marks(at("midfoot_landing", 0.2).svg), 2);
});

test("half a stride later the marks are where they were, with the sides changed", () => {
  const ahead = (/** @type {number} */ share) => {
    const all = [...at("overstriding", share).svg.matchAll(/f-mark"><path d="M(-?\d+) -?\d+L(-?\d+)/g)];
    const [, from, to] = /** @type {RegExpMatchArray} */ (all.at(-1));
    return Number(to) - Number(from);
  };
  assert.ok(ahead(0) > 40);
  assert.ok(Math.abs(ahead(0) - ahead(0.5)) <= 2);
});

test("everything that is drawn lies within the box, and the floor goes as far as it is told", () => {
  for (const name of ["overstriding", "pose_fall_pull", "forefoot_landing", "arms_still"]) {
    const { svg, box } = at(name, 0.2);
    assert.ok(box[0] < box[2] && box[1] < box[3]);
    assert.doesNotMatch(svg, /NaN|undefined/);
  }
  const movement = movements.overstriding;
  assert.match(pointedOut(skeleton, movement.frames[0], movement, 0, [-1, 2]).svg, /f-floor" d="M-280 \d+H560"/);
});

test("from high up the floor is no line", () => {
  assert.doesNotMatch(at("arms_still", 0).svg, /f-floor/);
  assert.match(at("running", 0).svg, /f-floor/);
});
