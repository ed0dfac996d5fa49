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

function makeOutbox({ storage = new FakeStorage(), owner = "a", page = new Map() } = {}) {
  const sent = [];
  const outbox = new Outbox({ owner, kinds: ["result"], send: (entry) => sent.push(entry), storage, page });
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

for (const [what, storage] of [["full", new FakeStorage(0)], ["forbidden", null]]) {
  test(`where the storage is ${what}, a widget that is made anew in the page sends what waits`, () => {
    const page = new Map();
    makeOutbox({ storage, page }).outbox.put(entry());
    const { outbox, sent } = makeOutbox({ storage, page });
    outbox.flush();
    assert.equal(sent.length, 1);
    assert.equal(outbox.fragile, true);
    outbox.acknowledge("x", 1);
    assert.equal(page.size, 0);
  });
}

test("what the page holds goes into the storage as soon as it has room", () => {
  const storage = new FakeStorage(0);
  const { outbox } = makeOutbox({ storage });
  outbox.put(entry());
  storage.room = Infinity;
  outbox.put(entry(2));
  assert.equal(outbox.fragile, false);
  assert.deepEqual(outbox.waiting().map(({ rev }) => rev), [2]);
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

test("refused for good, it leaves and is shown with its value, also after a reload", () => {
  const storage = new FakeStorage();
  const { outbox } = makeOutbox({ storage });
  outbox.put(entry(5));
  outbox.refuse("x", "This cannot be.", true, 5);
  assert.deepEqual(outbox.waiting(), []);
  const later = makeOutbox({ storage }).outbox;
  assert.deepEqual(later.refused().map(({ entry, sentence }) => [entry.body.value, sentence]), [[5, "This cannot be."]]);
  later.dismiss("x");
  assert.deepEqual(later.refused(), []);
  assert.equal(storage.length, 0);
});

test("an old refusal does not throw a newer revision away", () => {
  const { outbox } = makeOutbox();
  outbox.put(entry(5));
  outbox.put(entry(6));
  outbox.refuse("x", "This cannot be.", true, 5);
  assert.deepEqual(outbox.waiting().map(({ rev }) => rev), [6]);
  assert.deepEqual(outbox.refused(), []);
});

test("a refusal of something else is nobody's problem here", () => {
  const { outbox } = makeOutbox();
  outbox.refuse("a request", "No such file.");
  assert.equal(outbox.problems.size, 0);
});

test("refused for good without storage, it is still shown", () => {
  const { outbox } = makeOutbox({ storage: new FakeStorage(0) });
  outbox.put(entry());
  outbox.refuse("x", "This cannot be.", true, 1);
  assert.equal(outbox.refused().length, 1);
});

/** @param {import("node:test").TestContext} context @param {(outbox: Outbox) => void} react */
function sentOver(context, seconds, react) {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_795_000_000_000 });
  let now = 0;
  context.mock.method(performance, "now", () => now);
  const times = [];
  const outbox = new Outbox({
    owner: "a",
    kinds: ["result"],
    storage: new FakeStorage(),
    send: () => {
      times.push(now / 1000);
      react(outbox);
    },
  });
  made.push(outbox);
  outbox.put(entry());
  for (; now < seconds * 1000; ) {
    now += 500;
    context.mock.timers.tick(500);
  }
  return times;
}

test("refused for now, it is tried again after pauses that grow to a minute", (context) => {
  const times = sentOver(context, 300, (outbox) => outbox.refuse("x", "The disk is full."));
  const pauses = times.slice(1).map((time, index) => time - times[index]);
  assert.deepEqual(pauses.slice(0, 6), [4, 8, 16, 32, 60, 60]);
});

test("a silent kernel is asked every few seconds at first and seldom later", (context) => {
  const times = sentOver(context, 1800, () => {});
  const pauses = times.slice(1).map((time, index) => time - times[index]);
  assert.ok(pauses.slice(0, 4).every((pause) => pause <= 5), pauses.join());
  assert.ok(times.length < 70, String(times.length));
  assert.ok(Math.max(...pauses) <= 61);
});

test("revisions rise also when the clock is put back, in this page and in the next", (context) => {
  context.mock.timers.enable({ apis: ["Date"], now: 1_795_000_000_000 });
  const { outbox, storage } = makeOutbox();
  const first = outbox.keep("x", "result", { value: 1 });
  context.mock.timers.setTime(1_600_000_000_000);
  const second = outbox.keep("x", "result", { value: 2 });
  const other = outbox.keep("y", "result", { value: 3 });
  const next = makeOutbox({ storage }).outbox.keep("z", "result", {});
  assert.ok(first < second && second < other && other < next);
});

test("a revision is later than what the kernel has seen", () => {
  const { outbox } = makeOutbox();
  outbox.known = () => 9_000_000_000_000;
  assert.equal(outbox.keep("x", "result", {}), 9_000_000_000_001);
  assert.equal(outbox.keep("x", "result", {}), 9_000_000_000_002);
  assert.ok(outbox.keep("y", "result", {}, 9_500_000_000_000) > 9_500_000_000_000);
});

test("every entry says the learner's day", () => {
  const { outbox, sent } = makeOutbox();
  outbox.keep("x", "result", {});
  assert.match(sent[0].today, /^\d{4}-\d\d-\d\d$/);
  assert.equal(sent[0].utc_offset_minutes, -new Date().getTimezoneOffset());
});
