import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprint, nameBeside, stamped, verdict } from "../src/edition.js";

/** @param {import("../src/edition.js").Cell[]} cells */
const notebook = (...cells) => ({ cells, metadata: { running_muscles: { lesson: "03-core" } } });
const TEXT = { cell_type: "markdown", source: ["# Core\n", "Läufer, 走る"], metadata: {} };
const CODE = { cell_type: "code", source: "rm.FrontPlank()", metadata: { jupyter: { source_hidden: true } } };
const OLD = notebook(TEXT, CODE);
const NEW = stamped(notebook({ ...TEXT, source: "# Core, told better" }, CODE));

for (const [what, same] of /** @type {[string, import("../src/edition.js").Notebook][]} */ ([
  ["JSON laid out otherwise", notebook({ ...TEXT, source: "# Core\nLäufer, 走る" }, CODE)],
  ["marks of a run", notebook(TEXT, { ...CODE, metadata: { execution: {}, trusted: true } })],
  ["an empty cell at the end", notebook(TEXT, CODE, { cell_type: "code", source: " \n", metadata: { trusted: true } })],
  ["no attachments", notebook({ ...TEXT, attachments: {} }, CODE)],
])) {
  test(`reading and running is no change: ${what}`, () => assert.equal(fingerprint(same), fingerprint(OLD)));
}

for (const [what, other] of /** @type {[string, import("../src/edition.js").Notebook][]} */ ([
  ["a word", notebook({ ...TEXT, source: "# Core\nLäufer, 走" }, CODE)],
  ["a cell of their own", notebook(TEXT, CODE, { cell_type: "markdown", source: "My note", metadata: {} })],
  ["another order", notebook(CODE, TEXT)],
  ["a tag", notebook(TEXT, { ...CODE, metadata: { tags: ["mine"] } })],
  ["a picture", notebook({ ...TEXT, attachments: { "a.png": { "image/png": "00" } } }, CODE)],
])) {
  test(`writing is a change: ${what}`, () => assert.notEqual(fingerprint(other), fingerprint(OLD)));
}

const MINE = { cell_type: "markdown", source: "My note", metadata: {} };
for (const [what, copy, said] of /** @type {[string, import("../src/edition.js").Notebook, string][]} */ ([
  ["an old copy that was only read", stamped(OLD), "renew"],
  ["an old copy that was run", { ...stamped(OLD), cells: [...OLD.cells, { cell_type: "code", source: "", metadata: {} }] }, "renew"],
  ["an old copy with a note", { ...stamped(OLD), cells: [...OLD.cells, MINE] }, "ask"],
  ["a copy of an edition that nobody marked", OLD, "ask"],
  ["the edition of today", NEW, "keep"],
  ["the edition of today with a note", { ...NEW, cells: [...NEW.cells, MINE] }, "keep"],
  ["the edition of today, marked otherwise", { ...NEW, metadata: OLD.metadata }, "keep"],
])) {
  test(`${what}: ${said}`, () => assert.equal(verdict(copy, NEW), said));
}

test("the mark of an edition changes nothing else", () => {
  assert.deepEqual(NEW.cells, notebook({ ...TEXT, source: "# Core, told better" }, CODE).cells);
  assert.equal(NEW.metadata.running_muscles.lesson, "03-core");
  assert.equal(fingerprint(stamped(NEW)), NEW.metadata.running_muscles.edition);
});

test("what the learner wrote gets a name that takes nothing from anybody", () => {
  assert.equal(nameBeside("03-core.ipynb", ["03-core.ipynb"]), "03-core (yours).ipynb");
  assert.equal(nameBeside("03-core.ipynb", ["03-core (yours).ipynb"]), "03-core (yours 2).ipynb");
});
