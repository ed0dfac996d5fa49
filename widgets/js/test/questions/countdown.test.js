import assert from "node:assert/strict";
import { test } from "node:test";
import { span, standing } from "../../lib/questions/countdown.js";

const at = (/** @type {string} */ clock) => Date.parse(`2026-12-01T${clock}:00Z`);
const EXAM = { opens: "2026-12-01T09:00:00Z", closes: "2026-12-01T12:00:00Z", minutes: 60, begun: "" };
const BEGUN = { ...EXAM, begun: "2026-12-01T09:30:00Z" };

/** @type {[string, typeof EXAM, string, string, number][]} */
const CASES = [
  ["before it opens", EXAM, "08:59", "before", 1],
  ["not begun, the window counts", EXAM, "09:00", "open", 180],
  ["begun, the hour counts", BEGUN, "09:30", "open", 60],
  ["the last five minutes", BEGUN, "10:25", "soon", 5],
  ["the end of the hour", BEGUN, "10:30", "up", 0],
  ["begun late, the window counts", { ...EXAM, begun: "2026-12-01T11:30:00Z" }, "11:31", "open", 29],
  ["closed without a beginning", EXAM, "12:30", "up", 0],
  ["no limit", { ...BEGUN, minutes: 0 }, "11:30", "open", 30],
  ["always open", { ...BEGUN, opens: "" }, "03:00", "open", 450],
];

for (const [name, exam, now, phase, minutes] of CASES) {
  test(name, () => {
    const found = standing(exam, at(now));
    assert.equal(found.phase, phase);
    assert.equal(found.left, minutes * 60_000);
  });
}

test("an exam without an end is free", () => {
  assert.equal(standing({ opens: "", closes: "", minutes: 0, begun: "" }, at("09:00")).phase, "free");
});

test("a span is read in whole minutes, and the last five with seconds", () => {
  const minute = 60_000;
  assert.deepEqual([42 * minute, 41.2 * minute, 5 * minute + 1, 5 * minute, 61_001, 900, 125 * minute, 1500 * minute].map(span), [
    "42 min",
    "42 min",
    "6 min",
    "5:00",
    "1:02",
    "0:01",
    "2 h 5 min",
    "1 day 1 h",
  ]);
});
