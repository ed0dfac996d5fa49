/** The table of our lessons, made from the notebooks themselves: what may run by itself. */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

const TITLE = /^# (.+)$/m;
/** Translated pages lie in a folder of their language. */
const LESSON = /^(?:[a-z]{2,3}\/)?\d\d-[^/]*\.ipynb$/;
const MARK = "running_muscles";

/** @param {string} folder @returns {Promise<string>} the source of `src/shipped.js` */
export async function shippedScript(folder) {
  const names = (await readdir(folder, { recursive: true })).filter((name) => LESSON.test(name)).sort();
  const lessons = await Promise.all(names.map((name) => lesson(path.join(folder, name))));
  return `/** Made by \`make door\` from course/. */\nexport default ${JSON.stringify(lessons, null, 1)};\n`;
}

/** @param {string} file */
async function lesson(file) {
  const { cells, metadata } = JSON.parse(await readFile(file, "utf8"));
  const id = path.basename(file, ".ipynb");
  if (metadata[MARK]?.lesson !== id) {
    throw new Error(`${path.basename(file)} does not name itself. Put "${MARK}": {"lesson": "${id}"} into its metadata.`);
  }
  const sources = (/** @type {string} */ type) =>
    cells.filter((/** @type {any} */ cell) => cell.cell_type === type).map((/** @type {any} */ cell) => [cell.source].flat().join(""));
  const title = sources("markdown").join("\n").match(TITLE)?.[1];
  const { language } = metadata[MARK]; // a translated page names its own
  return { id, ...(language && { language }), title, code: sources("code") };
}
