import assert from "node:assert/strict";
import { test } from "node:test";
import { heldBack } from "../src/waiting.js";

/** @param {string[]} keys */
const storage = (...keys) => /** @type {any} */ ({ length: keys.length, key: (/** @type {number} */ at) => keys[at] ?? null });

test("what waits and what was refused is counted, and nothing else", () => {
  const keys = ["running-muscles:outbox:ada:1", "running-muscles:outbox:ada:2", "running-muscles:refused:ada:3", "running-muscles:revision", "other:outbox:1"];
  assert.deepEqual(heldBack(storage(...keys)), { waiting: 2, refused: 1, fragile: false });
});

test("a browser without storage holds nothing back", () => assert.deepEqual(heldBack(null), { waiting: 0, refused: 0, fragile: false }));

test("what the browser would not keep waits too, and would go with the page", () => {
  const page = new Map([["running-muscles:outbox:ada:1", {}], ["running-muscles:outbox:ada:4", {}], ["running-muscles:refused:ada:5", {}]]);
  assert.deepEqual(heldBack(storage("running-muscles:outbox:ada:1"), page), { waiting: 2, refused: 1, fragile: true });
  assert.deepEqual(heldBack(null, page), { waiting: 2, refused: 1, fragile: true });
});
