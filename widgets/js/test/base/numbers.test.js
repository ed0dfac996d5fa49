import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords, readNumber, withoutPoint } from "../../lib/base/numbers.js";
// The Python side reads the same examples: tests/quiz/test_markup.py.
import examples from "../../../../tests/quiz/markup.json" with { type: "json" };

const READ = {
  "12": 12,
  " 12.5 ": 12.5,
  "12,5": 12.5,
  "65,5": 65.5,
  "12,": 12,
  "12.": 12,
  ",5": 0.5,
  ".5": 0.5,
  "0,125": 0.125,
  "0.125": 0.125,
  "1234,567": 1234.567,
  "1 234": 1234,
  "1\u202f234,5": 1234.5,
  "12 345 678.25": 12345678.25,
  "1,234.5": 1234.5,
  "1.234,5": 1234.5,
  "1,234,567": 1234567,
  "1.234.567": 1234567,
  "1'234.5": 1234.5,
  "1\u2019234\u2019567,5": 1234567.5,
  "1e3": 1000,
  "1.5E-2": 0.015,
  "2,5e+2": 250,
  "１２．５": 12.5,
  "١٢": 12,
  "١٬٢٣٤٫٥": 1234.5,
  "۱۲": 12,
  "\u22123": -3,
  "\u20133": -3,
  "- 3": -3,
  "+4": 4,
  "-0": 0,
};

for (const [text, number] of Object.entries(READ)) {
  test(`${JSON.stringify(text)} is ${number}`, () => assert.deepEqual(readNumber(text), { number, why: "", doubt: false, unit: "" }));
}

test("1.234 may mean two numbers, so it is read and the doubt is told", () => {
  for (const [text, number] of Object.entries({ "1.234": 1.234, "100.000": 100, "-12.345": -12.345 })) {
    assert.deepEqual(readNumber(text), { number, why: "", doubt: true, unit: "" });
  }
  assert.equal(withoutPoint(1.234), "1234");
  assert.equal(withoutPoint(-12.345), "-12345");
  assert.equal(withoutPoint(100), "100000");
});

test("1,234 may mean two numbers, so it is asked about", () => {
  for (const text of ["1,234", "-12,345", "999,000"]) assert.equal(readNumber(text).why, "unclear");
});

test("where whole numbers are asked for, 2.400 and 2,400 can only be thousands", () => {
  for (const text of ["2.400", "2,400", "2 400", "2'400"]) assert.equal(readNumber(text, { whole: true }).number, 2400);
  assert.equal(readNumber("0,400", { whole: true }).number, 0.4);
});

test("a unit of the question may stand behind its number", () => {
  assert.deepEqual(readNumber("50%", { units: ["%"] }), { number: 50, why: "", doubt: false, unit: "%" });
  assert.deepEqual(readNumber("12,5 km", { units: ["m", "km"] }), { number: 12.5, why: "", doubt: false, unit: "km" });
  assert.deepEqual(readNumber("3 m\u00b2", { units: ["m\u00b2", "m"] }), { number: 3, why: "", doubt: false, unit: "m\u00b2" });
  for (const text of ["12 cm", "m", "12 mm", "abcm"]) assert.equal(readNumber(text, { units: ["m"] }).why, "wrong", text);
});

test("what is no number is said to be none", () => {
  const wrong = ["abc", "12 s", "12abc", "-", ",", ".", "1 23", "1,23.4", "1.2.3", "NaN", "Infinity", "9".repeat(20), "1e999", "1'23", "1 234'567", "e3", "0x10", "½"];
  for (const text of wrong) assert.deepEqual(readNumber(text), { number: null, why: "wrong" }, text);
  assert.deepEqual(readNumber("  "), { number: null, why: "empty" });
});

for (const [text, words] of examples.words) {
  test(`${JSON.stringify(text)} has ${words} words`, () => assert.equal(countWords(text), words));
}
