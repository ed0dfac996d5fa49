import assert from "node:assert/strict";
import { test } from "node:test";
import { stepAt, stepsOf } from "../src/steps.js";

const STEPS = stepsOf([
  { type: "markdown", source: "# Core\n\nA start." },
  { type: "markdown", source: "Some words first.\n\n## Why it matters ##\n\n### Not this\n\n## Nor this" },
  { type: "code", source: "## a comment\n1" },
  { type: "markdown", source: "##No heading" },
  { type: "markdown", source: "## Summary" },
]);

test("steps are the headings of the second level, one a cell", () => {
  assert.deepEqual(STEPS, [{ cell: 1, title: "Why it matters" }, { cell: 4, title: "Summary" }]);
});

for (const [cell, atEnd, step] of /** @type {[number, boolean, number][]} */ ([
  [0, false, 1],
  [1, false, 1],
  [3, false, 1],
  [4, false, 2],
  [2, true, 2],
  [-1, false, 1],
])) {
  test(`cell ${cell}${atEnd ? " at the end" : ""} is in step ${step}`, () => assert.equal(stepAt(STEPS, cell, atEnd), step));
}

test("a lesson without headings has no steps", () => assert.equal(stepAt([], 3, true), 0));
