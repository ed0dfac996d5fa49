/**
 * Runs tests of what needs neither Jupyter nor another process with the Python of the site, which
 * is newer than the one that most machines have. `node pure-tests.mjs OWN OTHERS [pytest's words]`
 *
 * OWN holds packages compiled for this Python, OTHERS is an environment's `site-packages`: of it
 * only what is pure Python works here.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { loadPyodide } from "pyodide";

const HERE = import.meta.dirname;
const [own, others, ...words] = process.argv.slice(2);
const python = await loadPyodide({ env: { PYTHONDONTWRITEBYTECODE: "1", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" } });
const places = { "/repository": path.join(HERE, "../.."), "/own": own, "/others": others };
for (const [place, root] of Object.entries(places)) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.resolve(root) }, place);
}
python.runPython(readFileSync(path.join(HERE, "pure_tests.py"), "utf-8"));
process.exitCode = python.globals.get("main")(...words);
