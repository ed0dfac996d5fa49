import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { NOBODY, Outbox } from "../../lib/base/outbox.js";

class FakeStorage {
  constructor(room = Infinity) {
    this.map = new Map();
    this.room = room;
  }
  get length() { return this.map.size; }
  key(index) { return [...this.map.keys()][index] ?? null; }
  getItem(key) { return this.map.get(key) ?? null; }
  setItem(key, value) {
    if (this.map.size >= this.room) throw new Error("full");
    this.map.set(key, value);
  }
  removeItem(key) { this.map.delete(key); }
}

/** @type {Outbox[]} */
const made = [];
afterEach(() => made.splice(0).forEach((outbox) => outbox.stop()));

function makeOutbox({ storage = new FakeStorage(), owner = "a" } = {}) {
  const sent = [];
  const outbox = new Outbox({ owner, kinds: ["result"], send: (entry) => sent.push(entry), storage });
  made.push(outbox);
  return { outbox, sent, storage };
}

const entry = (rev = 1, id = "x") => ({ id, rev, kind: "result", body: { value: rev } });

test("an entry stays until its own revision is acknowledged", () => {
  const { outbox, sent } = makeOutbox();
  outbox.put(entry(1));
  outbox.put(entry(2));
  outbox.acknowledge("x", 1);
  assert.deepEqual(outbox.waiting().map(({ rev }) => rev), [2]);
  outbox.acknowledge("x", 2);
  assert.deepEqual(outbox.waiting(), []);
  assert.deepEqual(sent.map(({ rev, owner }) => [rev, owner]), [[1, "a"], [2, "a"]]);
});

test("a new page sends what an earlier one left", () => {
  const storage = new FakeStorage();
  makeOutbox({ storage }).outbox.put(entry());
  const { outbox, sent } = makeOutbox({ storage });
  outbox.flush();
  assert.equal(sent.length, 1);
  outbox.acknowledge("x", 1);
  assert.equal(storage.length, 0);
});

test("people who share a browser do not send each other's entries", () => {
  const storage = new FakeStorage();
  makeOutbox({ storage, owner: "a" }).outbox.put(entry());
  const { outbox, sent } = makeOutbox({ storage, owner: "b" });
  outbox.flush();
  assert.deepEqual(sent, []);
});

test("a full browser storage keeps the entry in the page and says so", () => {
  const { outbox, sent } = makeOutbox({ storage: new FakeStorage(0) });
  outbox.put(entry());
  assert.equal(outbox.fragile, true);
  assert.equal(sent.length, 1);
  outbox.acknowledge("x", 1);
  assert.equal(outbox.fragile, false);
});

test("a refused entry stays, with its reason", () => {
  const { outbox } = makeOutbox();
  outbox.put(entry());
  outbox.refuse("x", "The disk is full.");
  assert.equal(outbox.problems.get("x"), "The disk is full.");
  assert.equal(outbox.waiting().length, 1);
});

test("damaged storage is passed over", () => {
  const storage = new FakeStorage();
  storage.setItem("running-muscles:outbox:a:x", "{not json");
  storage.setItem("running-muscles:outbox:a:y", '{"id": 3}');
  assert.deepEqual(makeOutbox({ storage }).outbox.waiting(), []);
});

test("what waited for a file without a name is adopted; what its owner erased is gone", () => {
  const storage = new FakeStorage();
  const { outbox, sent } = makeOutbox({ storage, owner: NOBODY });
  outbox.put(entry());
  outbox.belongTo("a");
  assert.equal(sent.at(-1).owner, "a");
  assert.equal(outbox.waiting().length, 1);
  outbox.belongTo("b");
  assert.deepEqual(outbox.waiting(), []);
  assert.equal(storage.length, 0);
});

test("a widget that learns its owner late still sends what waits", () => {
  const storage = new FakeStorage();
  makeOutbox({ storage, owner: "a" }).outbox.put(entry());
  const { outbox, sent } = makeOutbox({ storage, owner: NOBODY });
  outbox.belongTo("a");
  assert.deepEqual(sent.map(({ id, owner }) => [id, owner]), [["x", "a"]]);
});
