import assert from "node:assert/strict";
import { test } from "node:test";
import { kernelThatAnswers, living, reachOf } from "../src/kernel.js";

/** @param {string} status @param {object | null} kernel */
const context = (status, kernel = { id: "k" }) => /** @type {any} */ ({ kernelDisplayStatus: status, session: kernel && { kernel } });

for (const [status, kernel, reach] of /** @type {[string, object | null, string][]} */ ([
  ["idle", { id: "k" }, "here"],
  ["busy", { id: "k" }, "here"],
  ["unknown", { id: "k" }, "here"],
  ["unknown", null, "gone"],
  ["initializing", null, "coming"],
  ["starting", null, "coming"],
  ["starting", { id: "k" }, "here"],
  ["autorestarting", { id: "k" }, "coming"],
  ["connecting", { id: "k" }, "away"],
  ["disconnected", { id: "k" }, "away"],
  ["dead", { id: "k" }, "gone"],
  ["terminating", { id: "k" }, "gone"],
])) {
  test(`${status}${kernel ? "" : " without a kernel"} is ${reach}`, () => assert.equal(reachOf(context(status, kernel)), reach));
}

/** A notebook whose kernel is gone, on a server that starts one or does not. @param {object | null} started */
function stopped(started) {
  /** @type {string[]} */
  const did = [];
  const side = {
    did,
    kernelDisplayStatus: "unknown",
    session: /** @type {any} */ (null),
    ready: Promise.resolve(),
    sessionManager: { refreshRunning: async () => void did.push("looked") },
    startKernel: async () => {
      did.push("started");
      if (started !== null) Object.assign(side, { kernelDisplayStatus: "idle", session: { kernel: started } });
      return started === null;
    },
  };
  return side;
}

test("a kernel that is gone is started, after a look at what the server has", async () => {
  const kernel = { id: "new", info: Promise.resolve({}) };
  const side = stopped(kernel);
  assert.equal(await kernelThatAnswers(/** @type {any} */ (side)), kernel);
  assert.deepEqual(side.did, ["looked", "started"]);
});

test("where none can be had it says so", async () => {
  await assert.rejects(kernelThatAnswers(/** @type {any} */ (stopped(null))), /no kernel/);
});

test("a kernel knows all, some or none of a page's widgets", async () => {
  const kernel = /** @type {any} */ ({ requestCommInfo: async () => ({ content: { status: "ok", comms: { a: {}, b: {}, other: {} } } }) });
  assert.equal(await living(kernel, ["a", "b"]), "all");
  assert.equal(await living(kernel, ["a", "gone"]), "some");
  assert.equal(await living(kernel, ["gone"]), "none");
  assert.equal(await living(kernel, []), "none to ask for", "a page without widgets was never run");
});
