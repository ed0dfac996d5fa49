import assert from "node:assert/strict";
import { test } from "node:test";
import { held } from "../src/place.js";

const text = (top) => ({ top, model: { type: "markdown" } });
const tool = (top) => ({ top, model: { type: "code" } });
const heldAt = (cells) => held(cells, ({ top }) => top, 600)?.top ?? null;

test("the first text that begins in sight is held", () => {
  assert.equal(heldAt([text(-500), text(-40), text(40), text(300)]), 40);
  assert.equal(heldAt([text(0), text(40)]), 0);
});

test("a cell whose words are in sight begins there", () => {
  assert.equal(heldAt([text(-500), text(-20), text(40)]), -20);
});

test("text is held rather than a tool above it, which still grows", () => {
  assert.equal(heldAt([text(-40), tool(40), text(300)]), 300);
  assert.equal(heldAt([text(-40), tool(40), text(700)]), 40);
});

test("a cell that fills the sight is held where none begins in it", () => {
  assert.equal(heldAt([text(-500), tool(-200), text(700)]), -200);
  assert.equal(heldAt([text(-500), text(-200)]), -200);
});

test("what the reader uses is held before all else, where it is in sight", () => {
  const used = (cells, at) => held(cells, ({ top }) => top, 600, ({ top }) => top === at)?.top;
  assert.equal(used([text(-40), text(20), tool(300)], 300), 300);
  assert.equal(used([text(-500), tool(-200), text(100)], -200), -200);
  assert.equal(used([tool(-900), tool(-200), text(100)], -900), 100);
});

test("a notebook without cells holds nothing", () => {
  assert.equal(heldAt([]), null);
});
