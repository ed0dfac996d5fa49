import assert from "node:assert/strict";
import { test } from "node:test";

import { problemOf, weekNow } from "../../lib/own/plan_wishes.js";

const NOW = new Date(2026, 10, 27);
const WISHES = { start: "2026-11-23", weeks: 8, minutes: 60, runs: [], goals: [], equipment: [], pain: [], in_a_row: false };

test("a plan that goes on today, or begins within a year, has no problem", () => {
  for (const start of ["2026-11-23", "2026-10-05", "2027-11-22"]) assert.equal(problemOf({ ...WISHES, start }, NOW), "", start);
});

for (const [name, change, words] of /** @type {[string, object, RegExp][]} */ ([
  ["no start", { start: "" }, /a day to start/],
  ["a day that is none", { start: "2026-13-01" }, /a day to start/],
  ["a start years ago", { start: "2020-01-06" }, /over by now/],
  ["weeks that ended yesterday", { start: "2026-10-26", weeks: 4 }, /over by now/],
  ["a start years away", { start: "2030-01-07" }, /more than a year away/],
])) {
  test(`${name} is told in words`, () => assert.match(problemOf({ ...WISHES, ...change }, NOW), words));
}

test("the week that is now runs from Monday to Sunday on the learner's own clock", () => {
  const start = "2026-11-23";
  assert.equal(weekNow(start, 8, new Date(2026, 10, 1)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 23, 0, 1)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 29, 23, 59)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 30, 0, 1)), 1);
  assert.equal(weekNow(start, 8, new Date(2027, 5, 1)), 7);
});
