import assert from "node:assert/strict";
import { test } from "node:test";
import { blocks, spans } from "../../lib/base/markup.js";

test("styles inside a line", () => {
  assert.deepEqual(spans("It does **not** bend, *ever*, says `x`."), [
    { tag: "", text: "It does " },
    { tag: "strong", text: "not" },
    { tag: "", text: " bend, " },
    { tag: "em", text: "ever" },
    { tag: "", text: ", says " },
    { tag: "code", text: "x" },
    { tag: "", text: "." },
  ]);
});

test("marks that are no marks stay as they are", () => {
  for (const text of ["2 * 3 * 4", "a_b_c", "5 ** 2", "<b>no</b>", "100 %"]) {
    assert.deepEqual(spans(text), [{ tag: "", text }]);
  }
});

test("a backslash makes a mark plain, and code is left alone", () => {
  assert.deepEqual(spans("\\*not\\*"), [{ tag: "", text: "*not*" }]);
  assert.deepEqual(spans("`**x**`"), [{ tag: "code", text: "**x**" }]);
});

test("an underscore inside a word is no mark, around words it is", () => {
  assert.deepEqual(spans("_so_ front_plank"), [
    { tag: "em", text: "so" },
    { tag: "", text: " front_plank" },
  ]);
});

test("paragraphs and lists", () => {
  assert.deepEqual(blocks("One\nline.\n\n- a\n- b\n"), [
    { tag: "p", lines: ["One line."] },
    { tag: "ul", lines: ["a", "b"] },
  ]);
  assert.deepEqual(blocks("  "), []);
});
