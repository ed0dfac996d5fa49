/**
 * Pyodide, begun as soon as its worker is there. `early.py` lays this in Pyodide's place.
 *
 * Python does not start at its beginning: it goes on where `snapshot.mjs` left one. What the kernel
 * asks for later is then laid out and imported. `OPTIONS` and `IMPORTS` stand above.
 */
import { lay } from "./packages.mjs";
import { loadPyodide as load, version } from "./pyodide-core.mjs";

export { version };

let begun = null;

/** Start Python, with its packages and what every lesson imports. */
export function begin() {
  begun = start();
  begun.catch(() => {}); // the kernel then starts it once more, and tells what is wrong
}

/** As Pyodide's own, for the kernel: its first Python is the one that was begun. */
export async function loadPyodide({ stdout, stderr }) {
  const early = await begun?.catch(() => null);
  begun = null;
  const python = early ?? (await start());
  python.setStdout({ batched: stdout });
  python.setStderr({ batched: stderr });
  return python;
}

async function start() {
  const packages = inflated("packages.bin");
  const options = { ...OPTIONS, indexURL: new URL(".", import.meta.url).href };
  // Python has noted that it may wait for the page: where it may not, it begins at the beginning.
  const goOn = "Suspending" in WebAssembly ? load({ ...options, _loadSnapshot: inflated("snapshot.bin") }) : load(options);
  const python = await goOn.catch(() => load(options));
  lay(python, await packages);
  await python.runPythonAsync(GO_ON + IMPORTS);
  return python;
}

/** A file of this folder that was deflated, whatever its server thinks of it. Who waits for it hears of a failure. */
function inflated(name) {
  const file = fetched(name);
  file.catch(() => {});
  return file;
}

async function fetched(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
}
