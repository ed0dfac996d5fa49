/**
 * Build the door with JupyterLab's own builder. `--check` compares with what is committed instead.
 */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { cp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { shippedScript } from "./lessons.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const table = path.join(here, "src/shipped.js");
const built = path.join(here, "build");
const shipped = path.join(here, "../running_muscles/labextensions/running-muscles-door");
const check = process.argv.includes("--check");
/** The door must not slow a page down. */
const MOST_BYTES = 60_000;

const made = await shippedScript(path.join(here, "../../course"));
const drifted = [];
if (check) {
  if ((await readFile(table, "utf8")) !== made) drifted.push("widgets/door/src/shipped.js");
} else {
  await writeFile(table, made);
}

const { resolve } = createRequire(import.meta.url);
const core = resolve("@jupyterlab/core-meta/core.package.json");
execFileSync(
  process.execPath,
  [resolve("@jupyter/builder/lib/build-labextension.js"), "--core-package-file", core, here],
  { cwd: here, stdio: ["ignore", "ignore", "inherit"] },
);

const contents = await read(built);
const bytes = [...contents.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (bytes > MOST_BYTES) throw new Error(`The door has ${bytes} bytes, and may have ${MOST_BYTES}.`);
if (check) {
  const committed = await read(shipped).catch(() => new Map());
  const names = new Set([...contents.keys(), ...committed.keys()]);
  drifted.push(...[...names].filter((name) => contents.get(name) !== committed.get(name)));
} else {
  await rm(shipped, { recursive: true, force: true });
  await cp(built, shipped, { recursive: true });
  console.log(`running-muscles-door  ${(bytes / 1024).toFixed(1)} kB`);
}
for (const name of drifted) console.error(`${name} is not what its source builds. Run: make door`);
process.exitCode = drifted.length > 0 ? 1 : 0;

/** Every file of a folder, by name. @param {string} folder @returns {Promise<Map<string, string>>} */
async function read(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [path.relative(folder, file), await readFile(file, "utf8")])));
}
