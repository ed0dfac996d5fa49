/**
 * Runs tests of what needs neither Jupyter nor another process with the Python of the site, which
 * is newer than the one that most machines have. `node pure-tests.mjs OWN OTHERS [pytest's words]`
 *
 * OWN holds packages compiled for this Python, OTHERS is an environment's `site-packages`: of it
 * only what is pure Python works here.
 */
import path from "node:path";
import { loadPyodide } from "pyodide";

const ROOT = path.join(import.meta.dirname, "../..");
const [own, others, ...words] = process.argv.slice(2);
const python = await loadPyodide({ env: { HOME: "/home/pyodide", PYTHONDONTWRITEBYTECODE: "1", PYTEST_DISABLE_PLUGIN_AUTOLOAD: "1" } });
for (const [place, root] of Object.entries({ "/repository": ROOT, "/own": own, "/others": others })) {
  python.FS.mkdirTree(place);
  python.FS.mount(python.FS.filesystems.NODEFS, { root: path.resolve(root) }, place);
}
python.globals.set("words", python.toPy(words));
process.exitCode = python.runPython(`
import js, os, sys, types  # `js` first: the repository has a folder of that name
sys.path += ["/repository/widgets", "/own", "/others"]
# The tests' common set-up names the browser, which no test asks for here.
for name in ("playwright", "playwright.sync_api"):
    sys.modules[name] = types.ModuleType(name)
sys.modules["playwright.sync_api"].Browser = sys.modules["playwright.sync_api"].sync_playwright = None
os.chdir("/repository")
import pytest
print("Python", sys.version)
int(pytest.main(["-q", *words]))
`);
