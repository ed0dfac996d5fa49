import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsShipped, lessonOf, neighbours, numbered } from "../src/recognise.js";

const CORE = { id: "03-core", title: "Core", code: ["import running_muscles as rm", "rm.PlankHold()"] };
const LESSONS = [{ id: "02-glutes", title: "Glutes", code: [] }, CORE, { id: "04-arm-swing", title: "Arms", code: [] }];

test("a notebook is ours by its mark alone, and only when we know the lesson", () => {
  assert.equal(lessonOf({ lesson: "03-core" }, LESSONS), CORE);
  for (const mark of [undefined, null, {}, "03-core", { lesson: "99-new" }, { lesson: 3 }, { lesson: ["03-core"] }]) {
    assert.equal(lessonOf(mark, LESSONS), null);
  }
  assert.equal(lessonOf({ lesson: "12-your-plan" })?.title, "Your plan");
});

test("a page in another language is a lesson of its own, with no English neighbour", () => {
  const german = { ...CORE, language: "de" };
  const both = [...LESSONS, german];
  assert.equal(lessonOf({ lesson: "03-core", language: "de" }, both), german);
  assert.equal(lessonOf({ lesson: "03-core" }, both), CORE);
  assert.equal(lessonOf({ lesson: "03-core", language: "fr" }, both), null);
  assert.deepEqual(neighbours(german, ["03-core.ipynb", "04-arm-swing.ipynb"], both), { previous: null, next: null });
});

for (const [what, sources] of Object.entries({
  "as it is": CORE.code,
  "an empty cell at the end": [...CORE.code, ""],
  "empty cells between": [CORE.code[0], " \n", CORE.code[1]],
})) {
  test(`it runs by itself: ${what}`, () => assert.equal(isAsShipped(CORE, sources), true));
}

for (const [what, sources] of Object.entries({
  "another line in a cell": [CORE.code[0], "rm.PlankHold()\nimport os"],
  "a blank put before": [CORE.code[0], " rm.PlankHold()"],
  "a comment": [CORE.code[0], "rm.PlankHold()  # mine"],
  "one cell more": [...CORE.code, "1 + 1"],
  "one of ours twice": [...CORE.code, CORE.code[1]],
  "one cell less": [CORE.code[0]],
  "another order": [...CORE.code].reverse(),
  "a look-alike letter": [CORE.code[0], "rm.PlankHоld()"],
  "no code at all": [],
})) {
  test(`it waits to be asked: ${what}`, () => assert.equal(isAsShipped(CORE, sources), false));
}

test("the lessons around are those that lie in the folder", () => {
  const files = ["03-core.ipynb", "04-arm-swing.ipynb", "notes.txt"];
  assert.deepEqual(neighbours(CORE, files, LESSONS), { previous: null, next: LESSONS[2] });
  assert.deepEqual(neighbours(CORE, [], LESSONS), { previous: null, next: null });
  assert.deepEqual(neighbours(CORE, ["02-glutes.ipynb"], LESSONS), { previous: LESSONS[0], next: null });
});

test("a lesson is named with its number", () => assert.equal(numbered(CORE), "3 · Core"));
