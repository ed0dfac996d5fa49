/**
 * Pyodide, begun as soon as its worker is there. `early.py` lays this in Pyodide's place.
 *
 * What the kernel asks for later is then loaded and imported. `OPTIONS` and `IMPORTS` stand above.
 */
import { loadPyodide as load, version } from "./pyodide-core.mjs";

export { version };

let begun = null;

/** Load Pyodide, its packages and what every lesson imports. */
export function begin() {
  begun = load({ ...OPTIONS, indexURL: new URL(".", import.meta.url).href }).then(async (python) => {
    await python.runPythonAsync(IMPORTS);
    return python;
  });
  begun.catch(() => {}); // the kernel then loads it once more, and tells what is wrong
}

/** As Pyodide's own, for the kernel: its first Python is the one that was begun. */
export async function loadPyodide(options) {
  const early = await begun?.catch(() => null);
  begun = null;
  if (!early) return load(options);
  early.setStdout({ batched: options.stdout });
  early.setStderr({ batched: options.stderr });
  return early;
}
