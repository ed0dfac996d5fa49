/**
 * Bundle each widget into one script and one stylesheet, because anywidget cannot
 * resolve relative imports. `--check` compares with what is committed instead.
 */
import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "../running_muscles/widgets/static");
const check = process.argv.includes("--check");

const scripts = (await readdir(path.join(here, "widgets"))).filter((name) => name.endsWith(".js"));
const styles = (await readdir(path.join(here, "styles"))).filter((name) =>
  scripts.includes(name.replace(/\.css$/, ".js")),
);
const { outputFiles } = await build({
  entryPoints: [...scripts.map((name) => path.join(here, "widgets", name)), ...styles.map((name) => path.join(here, "styles", name))],
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "inline",
  entryNames: "[name]",
  outdir: out,
  write: false,
  logLevel: "warning",
});

let drifted = 0;
await mkdir(out, { recursive: true });
for (const file of outputFiles) {
  const committed = await readFile(file.path, "utf8").catch(() => null);
  if (committed === file.text) continue;
  if (check) {
    drifted += 1;
    console.error(`${path.relative(process.cwd(), file.path)} is not what its source builds. Run: make widgets`);
  } else {
    await writeFile(file.path, file.text);
    console.log(`${path.basename(file.path)}  ${(file.text.length / 1024).toFixed(1)} kB`);
  }
}
const built = new Set(outputFiles.map((file) => path.basename(file.path)));
for (const name of await readdir(out)) {
  if (built.has(name)) continue;
  drifted += 1;
  console.error(`${name} has no source in widgets/js. Delete it.`);
}
process.exitCode = drifted > 0 ? 1 : 0;
