import assert from "node:assert/strict";
import { test } from "node:test";
import { countWords, readNumber } from "../../lib/base/numbers.js";

const READ = {
  "12": 12,
  " 12.5 ": 12.5,
  "12,5": 12.5,
  "12,": 12,
  "12.": 12,
  ",5": 0.5,
  ".5": 0.5,
  "0,125": 0.125,
  "1234,567": 1234.567,
  "1 234": 1234,
  "1\u202f234,5": 1234.5,
  "12 345 678.25": 12345678.25,
  "1,234.5": 1234.5,
  "1.234,5": 1234.5,
  "1,234,567": 1234567,
  "1.234.567": 1234567,
  "1.234": 1.234,
  "\u22123": -3,
  "+4": 4,
  "-0": 0,
};

for (const [text, number] of Object.entries(READ)) {
  test(`${JSON.stringify(text)} is ${number}`, () => assert.deepEqual(readNumber(text), { number, why: "" }));
}

test("1,234 may mean two numbers, so it is asked about", () => {
  for (const text of ["1,234", "-12,345", "999,000"]) assert.equal(readNumber(text).why, "unclear");
});

test("what is no number is said to be none", () => {
  for (const text of ["abc", "12 s", "1e3", "12abc", "-", ",", ".", "1 23", "1,23.4", "1.2.3", "NaN", "Infinity", "9".repeat(20)]) {
    assert.deepEqual(readNumber(text), { number: null, why: "wrong" }, text);
  }
  assert.deepEqual(readNumber("  "), { number: null, why: "empty" });
});

test("words are counted between white space", () => {
  assert.equal(countWords("  two\nwords "), 2);
  assert.equal(countWords(" "), 0);
});
