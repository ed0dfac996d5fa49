import assert from "node:assert/strict";
import { test } from "node:test";
import catalogues from "../src/catalogues.js";
import { settle } from "../src/language.js";
import * as door from "../src/words.js";

/** @param {string | null} kept */
const storage = (kept) => /** @type {Storage} */ (/** @type {unknown} */ ({ getItem: () => kept }));

test("the door speaks as the lesson's tools do, else as JupyterLab, else English", () => {
  for (const [kept, lab, spoken] of [
    ["de", "en", "de"],
    [null, "de_DE", "de"],
    ["en", "de_DE", "en"],
    [null, "fr_FR", "en"],
    [null, "en", "en"],
  ]) {
    settle(storage(kept), String(lab));
    assert.equal(door.words.lang, spoken);
  }
});

test("a sentence with places is filled in both languages", () => {
  settle(storage("en"), "en");
  assert.equal(door.words.bar.step(2, 9), "Step 2 of 9");
  assert.equal(door.words.kept.waiting(3), "3 waiting");
  settle(storage("de"), "en");
  assert.equal(door.words.bar.step(2, 9), "Schritt 2 von 9");
  assert.equal(door.words.says.gone, catalogues.de.words["The course has stopped."]);
});
