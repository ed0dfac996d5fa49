import assert from "node:assert/strict";
import { test } from "node:test";
import { lookBeside } from "../src/folder.js";

const LESSON = { name: "03-core.ipynb", type: "notebook" };

/** A disk of folders, each with its files; a name that ends in a slash is a folder. @param {Record<string, string[]>} folders */
function disk(folders) {
  /** @param {string} path */
  return async (path) => {
    if (!(path in folders)) throw new Error(`404 ${path}`);
    return folders[path].map((name) => ({ name: name.replace(/\/$/, ""), type: name.endsWith("/") ? "directory" : "file" }));
  };
}

for (const [what, path, folders, programs] of /** @type {[string, string, Record<string, string[]>, boolean][]} */ ([
  ["lessons alone", "03-core.ipynb", { "": ["03-core.ipynb", "LICENSE.md"] }, false],
  ["a module of the course's name", "03-core.ipynb", { "": ["running_muscles.py"] }, true],
  ["a module that the course imports", "a/b/03-core.ipynb", { "a/b": ["yaml.py"] }, true],
  ["a compiled one", "03-core.ipynb", { "": ["anywidget.cpython-311-x86_64-linux-gnu.so"] }, true],
  ["one that only Windows knows", "03-core.ipynb", { "": ["yaml.PYD"] }, true],
  ["a package", "a/03-core.ipynb", { a: ["running_muscles/"], "a/running_muscles": ["__init__.py"] }, true],
  ["a package in letters of another script", "03-core.ipynb", { "": ["läufe/"], läufe: ["__init__.pyc"] }, true],
  ["a folder of pictures", "03-core.ipynb", { "": ["pictures/"], pictures: ["knee.png"] }, false],
  ["a folder whose name is no module's", "03-core.ipynb", { "": ["Running Muscles/"] }, false],
  ["a folder that cannot be read", "03-core.ipynb", { "": ["checkpoints/"] }, false],
  ["a drive of its own", "RTC:03-core.ipynb", { "RTC:": ["tools/"], "RTC:tools": ["__init__.py"] }, true],
  ["more folders than are looked through", "03-core.ipynb", { "": Array.from({ length: 40 }, (_, at) => `part${at}/`) }, true],
])) {
  test(`beside a lesson: ${what}`, async () => assert.equal((await lookBeside(disk(folders), path)).programs, programs));
}

test("it tells which files lie there", async () => {
  assert.deepEqual((await lookBeside(async () => [LESSON], "x/03-core.ipynb")).files, [LESSON.name]);
});

test("a folder that cannot be listed is no empty folder", async () => {
  await assert.rejects(lookBeside(disk({}), "03-core.ipynb"));
});
