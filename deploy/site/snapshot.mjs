/**
 * Keep a Python that has started, as Pyodide lets one: a page then starts in a second less than one
 * that begins at the beginning. `node snapshot.mjs FOLDER SETTINGS` writes
 * `snapshot.bin` beside Pyodide. SETTINGS is JSON: `options` are the page's own for Pyodide, some of
 * which are kept with it; `imports` are lines of Python, of what a lesson needs.
 *
 * In it are Python and the modules of its library that a lesson needs; nothing of the page, of the
 * course or of this machine. The same Pyodide and lessons give the same bytes: a browser that holds
 * them need not fetch them again.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { constants, gunzipSync, gzipSync } from "node:zlib";
import { lay } from "./packages.mjs";

const [place, settings] = process.argv.slice(2);
const { options, imports } = JSON.parse(settings);
const folder = path.resolve(place);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")));
const OPTIONS = { ...options, env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" }, indexURL: `${folder}/` };
const OF_THE_LIBRARY = `
import json, sys
json.dumps(sorted(
    name for name, module in sys.modules.items()
    if ".zip/" in str(getattr(module, "__file__", ""))
))
`;

const whole = await loadPyodide(OPTIONS);
lay(whole, gunzipSync(readFileSync(path.join(folder, "packages.bin"))));
await whole.runPythonAsync(imports);
const modules = whole.runPython(OF_THE_LIBRARY);

// What differs from one start to the next, or names this machine.
process.argv.splice(1, process.argv.length, "site");
process.env.TZ = "UTC";
Date.now = () => 1577836800000;
performance.now = () => 0;
Math.random = () => 0.5;
Object.defineProperty(globalThis, "crypto", { value: { getRandomValues: (array) => array.fill(7) } });
// Python notes as it starts that it may wait for the page. It waits for nothing here.
WebAssembly.Suspending ??= function Suspending(call) {
  return call;
};
WebAssembly.promising ??= (call) => call;

const python = await loadPyodide({ ...OPTIONS, _makeSnapshot: true });
python.globals.set("modules", modules);
python.runPython(`
import gc, importlib, json, random
for name in json.loads(modules):
    importlib.import_module(name)
random.seed(0)
del modules, name
gc.collect()
`);
const kept = gzipSync(python.makeMemorySnapshot(), { level: constants.Z_BEST_COMPRESSION });
writeFileSync(path.join(folder, "snapshot.bin"), kept);
