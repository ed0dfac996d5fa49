import assert from "node:assert/strict";
import { test } from "node:test";
import { say } from "../../lib/words/say.js";

const CATALOGUE = {
  lang: "pl",
  words: {
    "Trial {n} of {of}": "Z {of} prób: {n}",
    "1 set": { one: "{n} seria", few: "{n} serie", many: "{n} serii", other: "{n} serii" },
    Yes: "Tak",
  },
};

test("places are filled by name, whatever their order in the other language", () => {
  const words = { trial: "Trial {n} of {of}", yes: "Yes" };
  assert.equal(say(words).trial(1, 3), "Trial 1 of 3");
  assert.equal(say(words, CATALOGUE).trial(1, 3), "Z 3 prób: 1");
  assert.equal(say(words, CATALOGUE).yes, "Tak");
});

test("each language has its own forms of a plural", () => {
  const words = { sets: { one: "1 set", other: "{n} sets" } };
  assert.deepEqual([1, 2].map((n) => say(words).sets(n)), ["1 set", "2 sets"]);
  assert.deepEqual([1, 2, 5].map((n) => say(words, CATALOGUE).sets(n)), ["1 seria", "2 serie", "5 serii"]);
});

test("numbers are written as the language writes them, and never in groups", () => {
  const words = { read: "Read as {n}." };
  assert.equal(say(words, { lang: "de", words: {} }).read(1234.5), "Read as 1234,5.");
  assert.equal(say(words).read(1234.5), "Read as 1234.5.");
});

test("what the catalogue does not hold stays English, sentence by sentence", () => {
  const words = { part: { no: "No", yes: "Yes" }, count: { one: "1 tap", other: "{n} taps" } };
  assert.deepEqual({ ...say(words, CATALOGUE).part }, { no: "No", yes: "Tak" });
  assert.equal(say(words, CATALOGUE).count(3), "3 taps");
});

test("what is put into a place is not read for places", () => {
  assert.equal(say({ deleted: "Deleted: {name}." }).deleted("{name} $& {n}"), "Deleted: {name} $& {n}.");
});
