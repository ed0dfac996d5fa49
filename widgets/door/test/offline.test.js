import assert from "node:assert/strict";
import { test } from "node:test";
import { keepOnceAwake } from "../src/offline.js";

/** A door that only says its state. */
function door() {
  const listeners = new Set();
  return /** @type {any} */ ({
    state: "waking",
    onChange: (/** @type {() => void} */ listener) => listeners.add(listener),
    /** @param {string} state */
    becomes(state) {
      this.state = state;
      for (const listener of listeners) listener();
    },
  });
}

test("the site is kept once, and only when the lesson is awake", () => {
  /** @type {string[]} */
  const asked = [];
  const opened = door();
  keepOnceAwake(opened, { controller: { postMessage: (message) => asked.push(message) } });
  opened.becomes("waking");
  assert.deepEqual(asked, []);
  opened.becomes("awake");
  opened.becomes("restarted");
  opened.becomes("awake");
  assert.deepEqual(asked, ["running-muscles:keep"]);
});

test("a worker that comes later is asked then, and where there is none nothing is", () => {
  const worker = /** @type {any} */ ({ controller: null });
  const opened = door();
  keepOnceAwake(opened, worker);
  keepOnceAwake(opened, undefined);
  opened.becomes("awake");
  let asked = 0;
  worker.controller = { postMessage: () => (asked += 1) };
  opened.becomes("awake");
  assert.equal(asked, 1);
});
