import assert from "node:assert/strict";
import { test } from "node:test";
import { stamped } from "../src/edition.js";
import { decline, lookForNewer, takeBeside } from "../src/newer.js";

/** @param {string[]} texts */
const lesson = (...texts) =>
  stamped({ cells: texts.map((source) => ({ cell_type: "markdown", source, metadata: {} })), metadata: { running_muscles: { lesson: "03-core" } } });
const OLD = lesson("# Core");
const NEW = lesson("# Core, told better");
const WRITTEN = { ...OLD, cells: [...OLD.cells, ...lesson("My note").cells] };

/** An open notebook. @param {object} now @param {string} path */
function opened(now, path = "03-core.ipynb") {
  const model = { toJSON: () => now, fromJSON: (/** @type {object} */ next) => (now = next) };
  return /** @type {any} */ ({ isDisposed: false, context: { path, model, save: async () => {} } });
}

/** What a browser remembers. @returns {any} */
function memory() {
  const kept = new Map();
  return { getItem: (/** @type {string} */ name) => kept.get(name) ?? null, setItem: (/** @type {string} */ name, /** @type {string} */ value) => kept.set(name, value) };
}

const site = async () => NEW;

test("a copy that was only read becomes the newer edition", async () => {
  const panel = opened(OLD);
  assert.equal(await lookForNewer(panel, "03-core", site, memory()), null);
  assert.equal(panel.context.model.toJSON(), NEW);
});

test("one that was written in stays, and the learner is asked until they say no", async () => {
  const [panel, storage] = [opened(WRITTEN), memory()];
  assert.equal(await lookForNewer(panel, "03-core", site, storage), NEW);
  assert.equal(panel.context.model.toJSON(), WRITTEN);
  decline("03-core", NEW, storage);
  assert.equal(await lookForNewer(panel, "03-core", site, storage), null);
  const another = lesson("# Core, told anew");
  assert.equal(await lookForNewer(panel, "03-core", async () => another, storage), another);
});

test("a copy stays where the site cannot be asked, or knows no such lesson", async () => {
  const panel = opened(OLD);
  await lookForNewer(panel, "03-core", () => Promise.reject(new TypeError("offline")), null);
  await lookForNewer(panel, "03-core", async () => null, null);
  assert.equal(panel.context.model.toJSON(), OLD);
});

test("a lesson under a name of the learner's is theirs", async () => {
  const panel = opened(OLD, "03-core (yours).ipynb");
  await lookForNewer(panel, "03-core", site, memory());
  assert.equal(panel.context.model.toJSON(), OLD);
});

test("a translated lesson is renewed in the folder of its language, and kept there", async () => {
  const panel = opened(WRITTEN, "de/03-core.ipynb");
  assert.equal(await lookForNewer(panel, "03-core", async (name) => (name === "de/03-core.ipynb" ? NEW : null), memory()), NEW);
  const asked = [];
  const contents = /** @type {any} */ ({
    get: async (/** @type {string} */ folder) => (asked.push(folder), { content: [{ name: "03-core (yours).ipynb", type: "notebook" }] }),
    save: async () => {},
  });
  assert.equal(await takeBeside(panel, NEW, contents), "de/03-core (yours 2).ipynb");
  assert.deepEqual(asked, ["de"]);
});

test("what was written is kept before the newer edition is taken, or nothing is taken", async () => {
  const panel = opened(WRITTEN);
  const folder = { content: [{ name: "03-core (yours).ipynb", type: "notebook" }] };
  const full = /** @type {any} */ ({ get: async () => folder, save: () => Promise.reject(new Error("full")) });
  await assert.rejects(takeBeside(panel, NEW, full));
  assert.equal(panel.context.model.toJSON(), WRITTEN);
  const saved = new Map();
  const roomy = { ...full, save: async (/** @type {string} */ path, /** @type {any} */ { content }) => saved.set(path, content) };
  assert.equal(await takeBeside(panel, NEW, roomy), "03-core (yours 2).ipynb");
  assert.equal(saved.get("03-core (yours 2).ipynb"), WRITTEN);
  assert.equal(panel.context.model.toJSON(), NEW);
});
