/**
 * What lies beside a lesson. Python looks for modules in the notebook's folder first, so a file or
 * a package there could take the place of the course: such a lesson does not run by itself.
 */

const MODULE = /\.(py|pyc|pyd|so)$/i;
const PACKAGE = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const INIT = /^__init__\./;
/** More folders than this are not looked through; the lesson is then run when asked. */
const MOST_FOLDERS = 30;

/**
 * @typedef {{ name: string, type: string }} Entry
 * @typedef {{ files: string[], programs: boolean }} Beside
 * @param {(path: string) => Promise<Entry[]>} list What a folder holds.
 * @param {string} path The notebook's.
 * @returns {Promise<Beside>}
 */
export async function lookBeside(list, path) {
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : path.match(/^\w+:/)?.[0] ?? "";
  const entries = await list(folder);
  const files = entries.filter(({ type }) => type !== "directory").map(({ name }) => name);
  const packages = entries.filter(({ name, type }) => type === "directory" && PACKAGE.test(name));
  return { files, programs: files.some((name) => MODULE.test(name)) || (await anyPackage(list, folder, packages)) };
}

/** @param {(path: string) => Promise<Entry[]>} list @param {string} folder @param {Entry[]} packages */
async function anyPackage(list, folder, packages) {
  if (packages.length > MOST_FOLDERS) return true;
  const join = folder === "" || folder.endsWith(":") ? folder : `${folder}/`;
  // What cannot be listed is no package either: Python cannot read it, or Jupyter means something
  // else by its name ("checkpoints").
  const held = await Promise.all(packages.map(({ name }) => list(join + name).catch(() => [])));
  return held.flat().some(({ name }) => INIT.test(name));
}
