import assert from "node:assert/strict";
import { test } from "node:test";
import { intervals, median, pulseOf, stepsOf, uneven } from "../../lib/tests/rhythm.js";

const PULSE = { least: 30, most: 220 };
const STEPS = { least: 100, most: 260 };
/** @param {number} gap @param {number} count */
const steady = (gap, count) => Array.from({ length: count }, (_, index) => 1000 + index * gap);

test("a median is the middle, or between the two in the middle", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.deepEqual(intervals([5, 8, 12]), [3, 4]);
});

test("a tap a second is a pulse of sixty", () => {
  assert.deepEqual(pulseOf(steady(1000, 30), PULSE), { value: 60, doubt: "" });
});

test("one lost and one doubled tap change neither the pulse nor the trust in it", () => {
  const taps = steady(1000, 30);
  const lost = taps.filter((_, index) => index !== 10);
  assert.deepEqual(pulseOf(lost, PULSE), { value: 60, doubt: "" });
  assert.deepEqual(pulseOf([...lost, 20_300].sort((a, b) => a - b), PULSE), { value: 60, doubt: "" });
});

test("too few taps, and rates that nobody has, are doubted", () => {
  assert.equal(pulseOf([], PULSE).doubt, "few");
  assert.equal(pulseOf(steady(1000, 5), PULSE).doubt, "few");
  assert.equal(pulseOf(steady(2100, 14), PULSE).doubt, "range");
  assert.equal(pulseOf(steady(265, 100), PULSE).doubt, "range");
  assert.equal(pulseOf(steady(2000, 15), PULSE).doubt, "");
  assert.equal(pulseOf(steady(60_000 / 220, 100), PULSE).doubt, "");
});

test("uneven gaps are noticed", () => {
  let at = 0;
  const ragged = Array.from({ length: 24 }, (_, index) => (at += index % 3 === 0 ? 1500 : 900));
  assert.equal(pulseOf(ragged, PULSE).doubt, "uneven");
  assert.equal(uneven([1000, 1000, 1000, 1000, 1301]), false);
  assert.equal(uneven([1000, 1000, 1000, 1301]), true);
});

test("taps on one foot are steps of two", () => {
  assert.deepEqual(stepsOf(steady(60_000 / 85, 43), STEPS), { value: 170, doubt: "" });
  assert.equal(stepsOf([], STEPS).doubt, "few");
  assert.equal(stepsOf(steady(2000, 15), STEPS).doubt, "range");
});
