import assert from "node:assert/strict";
import { test } from "node:test";
import { heldBack } from "../src/waiting.js";

/** @param {string[]} keys */
const storage = (...keys) => /** @type {any} */ ({ length: keys.length, key: (/** @type {number} */ at) => keys[at] ?? null });

test("what waits and what was refused is counted, and nothing else", () => {
  const keys = ["running-muscles:outbox:ada:1", "running-muscles:outbox:ada:2", "running-muscles:refused:ada:3", "running-muscles:revision", "other:outbox:1"];
  assert.deepEqual(heldBack(storage(...keys)), { waiting: 2, refused: 1 });
});

test("a browser without storage holds nothing back", () => assert.deepEqual(heldBack(null), { waiting: 0, refused: 0 }));
