import assert from "node:assert/strict";
import { test } from "node:test";
import { Trials } from "../../lib/tests/trials.js";

const now = new Date().toISOString();
const result = (id, more = {}) => ({ id, rev: 1, kind: "result", body: { id, test: "plank", side: "", recorded_at: now, discarded: false, ...more } });
const deletion = (id, deleted) => ({ id: `delete:${id}`, rev: 2, kind: "delete", body: { result: id, deleted } });

/** @param {any[]} waiting @param {any[]} [refused] */
const trials = (waiting = [], refused = []) => new Trials({ waiting: () => waiting, refused: () => refused }, "plank");

test("a trial that the file has, that waits and that this page made is one", () => {
  const account = trials([result("a")]);
  account.add("a", "");
  assert.equal(account.count({ "": ["a"] }, ""), 1);
  assert.equal(account.count({ "": ["b"] }, ""), 2);
});

test("a discarded trial is free at once, though the file still has it", () => {
  const account = trials();
  account.add("a", "");
  account.drop("a");
  assert.equal(account.count({ "": ["a"] }, ""), 0);
});

test("what another page discarded or deleted does not count either", () => {
  assert.equal(trials([result("a", { discarded: true })]).count({ "": ["a"] }, ""), 0);
  assert.equal(trials([deletion("a", true)]).count({ "": ["a"] }, ""), 0);
  assert.equal(trials([deletion("a", false)]).count({ "": ["a"] }, ""), 1);
});

test("sides, tests and days are kept apart", () => {
  const yesterday = new Date(Date.now() - 36e5 * 48).toISOString();
  const account = trials([result("a", { side: "left" }), result("b", { test: "squat" }), result("c", { recorded_at: yesterday })]);
  assert.equal(account.count({}, ""), 0);
  assert.equal(account.count({}, "left"), 1);
  account.add("d", "", new Date(yesterday));
  assert.equal(account.count({}, ""), 0);
});

test("a result that was refused for good is no trial; one that came back is", () => {
  const account = trials([], [{ entry: result("a"), sentence: "" }]);
  account.add("a", "");
  account.add("b", "");
  account.drop("b");
  assert.equal(account.count({}, ""), 0);
  account.restore("b");
  assert.equal(account.count({}, ""), 1);
});
