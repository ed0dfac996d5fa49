import assert from "node:assert/strict";
import { test } from "node:test";
import { READY_SECONDS, stepAfter, tonesAhead } from "../../lib/tests/steps.js";

const timed = (amount) => ({ name: "t", how: [], caution: "", unit: "s", amount, side: "" });
const counted = { name: "c", how: [], caution: "", unit: "reps", amount: 5, side: "" };
const STEPS = [counted, timed(10), timed(20), counted];

test("a timed drill ends by the clock, however late it is looked at", () => {
  assert.deepEqual(stepAfter(STEPS, 1, 17.9), { index: 1, seconds: 17.9 });
  assert.deepEqual(stepAfter(STEPS, 1, 18), { index: 2, seconds: 0 });
  assert.deepEqual(stepAfter(STEPS, 1, 40), { index: 2, seconds: 22 });
});

test("a drill that is counted waits, after however long", () => {
  assert.deepEqual(stepAfter(STEPS, 0, 9_999), { index: 0, seconds: 9_999 });
  assert.equal(stepAfter(STEPS, 1, 9_999).index, 3);
});

test("past the last drill all is done", () => {
  assert.equal(stepAfter([timed(10)], 0, 60).index, 1);
});

test("every tone until somebody must act is planned at once", () => {
  assert.deepEqual(tonesAhead(STEPS, 1).map(({ at }) => at), [0, READY_SECONDS, 18, 18 + READY_SECONDS, 46]);
  assert.deepEqual(tonesAhead(STEPS, 0).map(({ at }) => at), [0]);
  assert.equal(tonesAhead([timed(10)], 0).at(-1).at, 18);
});
