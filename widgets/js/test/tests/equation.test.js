import assert from "node:assert/strict";
import { test } from "node:test";
import { workOut } from "../../lib/tests/equation.js";

const WALK = { constant: 100, factors: { age: -0.5, male: 6, minutes: -2, pulse: -0.1 }, ages: [30, 69] };
const VALUES = { age: 40, male: 1, minutes: 14, pulse: 130 };

test("an estimate is the constant and every factor, to a tenth", () => {
  assert.deepEqual(workOut(WALK, { medicine: false, values: VALUES }), { estimate: 45, refused: "" });
});

test("no estimate with medicine that slows the heart, where the pulse counts", () => {
  assert.equal(workOut(WALK, { medicine: true, values: VALUES }).refused, "medicine");
  const run = { constant: -11, factors: { distance_m: 0.022 }, ages: null };
  assert.equal(workOut(run, { medicine: true, values: { distance_m: 2400 } }).refused, "");
});

test("no estimate outside the ages of the study, nor without an age", () => {
  for (const age of [29, 70, NaN]) {
    assert.equal(workOut(WALK, { medicine: false, values: { ...VALUES, age } }).refused, "age");
  }
  for (const age of [30, 69]) {
    assert.equal(workOut(WALK, { medicine: false, values: { ...VALUES, age } }).refused, "");
  }
});

test("numbers that cannot be right are noticed", () => {
  assert.equal(workOut(WALK, { medicine: false, values: { ...VALUES, minutes: 59 } }).refused, "implausible");
});
