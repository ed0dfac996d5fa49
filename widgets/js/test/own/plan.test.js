import assert from "node:assert/strict";
import { test } from "node:test";

import { problemOf, weekNow } from "../../lib/own/plan_wishes.js";

const CHOICES = /** @type {any} */ ({ goals: [], pain: [], equipment: [], days: [], weeks: [4, 12], minutes: [20, 300] });
const WISHES = { start: "2026-11-23", weeks: 8, minutes: 60, runs: [], goals: [], equipment: [], pain: [], in_a_row: false };

test("good wishes have no problem, nor have the bounds", () => {
  assert.equal(problemOf(WISHES, CHOICES), "");
  for (const [weeks, minutes] of [[4, 20], [12, 300]]) assert.equal(problemOf({ ...WISHES, weeks, minutes }, CHOICES), "");
});

for (const [name, change, words] of /** @type {[string, object, RegExp][]} */ ([
  ["too few minutes", { minutes: 19 }, /minutes from 20 to 300/],
  ["half a minute", { minutes: 20.5 }, /minutes from 20 to 300/],
  ["no minutes", { minutes: NaN }, /minutes from 20 to 300/],
  ["too many weeks", { weeks: 13 }, /weeks from 4 to 12/],
  ["no start", { start: "" }, /a day to start/],
  ["a day that is none", { start: "2026-13-01" }, /a day to start/],
])) {
  test(`${name} is told in words`, () => assert.match(problemOf({ ...WISHES, ...change }, CHOICES), words));
}

test("the week that is now runs from Monday to Sunday on the learner's own clock", () => {
  const start = "2026-11-23";
  assert.equal(weekNow(start, 8, new Date(2026, 10, 1)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 23, 0, 1)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 29, 23, 59)), 0);
  assert.equal(weekNow(start, 8, new Date(2026, 10, 30, 0, 1)), 1);
  assert.equal(weekNow(start, 8, new Date(2027, 5, 1)), 7);
});
