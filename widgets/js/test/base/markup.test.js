import assert from "node:assert/strict";
import { test } from "node:test";
import { blockParts, lineParts } from "../../lib/base/markup.js";
// The Python side reads the same examples: tests/quiz/test_markup.py.
import examples from "../../../../tests/quiz/markup.json" with { type: "json" };

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @param {import("../../lib/base/markup.js").Part} part @returns {string} */
function html(part) {
  if (typeof part === "string") return escaped(part);
  const attributes = Object.entries(part.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  return `<${part.tag}${attributes.join("")}>${part.children.map(html).join("")}</${part.tag}>`;
}

for (const [text, wanted] of examples.blocks) {
  test(`the text ${JSON.stringify(text)}`, () => assert.equal(blockParts(text).map(html).join("\n"), wanted));
}

for (const [text, wanted] of examples.lines) {
  test(`the line ${JSON.stringify(text)}`, () => assert.equal(lineParts(text).map(html).join(""), wanted));
}

test("braces without end are shown as they are written", () => {
  assert.equal(lineParts(`$${"{".repeat(5000)}$`).map(html).join("").slice(0, 8), "<code>${");
  assert.match(lineParts("**".repeat(5000)).map(html).join(""), /^\*+$/);
});
