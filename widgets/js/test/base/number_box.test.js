/** Numbers in a German page: shown as they are typed there, and read back as the same number. */
import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.rmCatalogue = { lang: "de", words: {} };
const { remark, typed } = await import("../../lib/base/number_box.js");
const { readNumber } = await import("../../lib/base/numbers.js");
const { clockText, secondsText } = await import("../../lib/base/stopwatch.js");
const { valueText } = await import("../../lib/tests/rows.js");

test("a box holds a number with a comma, where nobody can read it in two ways", () => {
  assert.equal(typed(61.2), "61,2");
  assert.equal(typed(24), "24");
  assert.equal(typed(2400), "2400");
  assert.equal(typed(61.234), "61.234");
  for (const value of [0, 0.5, 61.2, 61.25, 61.234, 1234.5, 2400, 0.125]) assert.equal(readNumber(typed(value)).number, value);
});

test("what was typed as the page writes it needs no remark", () => {
  assert.equal(remark("12,5"), "");
  assert.equal(remark("12.5"), "");
  assert.notEqual(remark("1 234,5"), "");
});

test("a clock and a value have a comma", () => {
  assert.deepEqual([38.2, 65].map(clockText), ["38,2", "1:05,0"]);
  assert.equal(secondsText(38.25), "38,3 s");
  assert.equal(valueText(12.5, "mL/kg/min"), "12,5 mL/kg/min");
});
