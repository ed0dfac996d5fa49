/**
 * A newer edition of a lesson, on a site without a server. The browser keeps a copy of a notebook
 * that was saved there, and would show it for ever; what the site ships now is asked for by itself.
 */
import { nameBeside, verdict } from "./edition.js";

/** The editions that a learner did not want, by the name of the lesson. */
const DECLINED = "running-muscles:kept-mine:";

/**
 * @typedef {import("./edition.js").Notebook} Notebook
 * @typedef {import("@jupyterlab/notebook").NotebookPanel} NotebookPanel
 * @typedef {(name: string) => Promise<Notebook | null>} Shipped What a site ships now under a name.
 */

/**
 * How to ask this site; null where a server has the lessons: there, `running-muscles open` renews them.
 * @param {Document} page @param {string} base The address of the site. @returns {Shipped | null}
 */
export function shippedBy(page, base) {
  if (page.querySelector("#jupyter-config-data[data-jupyter-lite-root]") === null) return null;
  return async (name) => {
    const answer = await fetch(new URL(`files/${name}`, new URL(base, page.baseURI)), { cache: "no-cache" });
    return answer.ok ? answer.json() : null;
  };
}

/**
 * Renew a lesson that nobody wrote in; tell of a newer edition of one that the learner changed.
 * @param {NotebookPanel} panel @param {string} id The lesson's. @param {Shipped} shipped @param {Storage | null} storage
 * @returns {Promise<Notebook | null>} what the learner is asked about
 */
export async function lookForNewer(panel, id, shipped, storage) {
  const name = panel.context.path; // a translated one lies in a folder of its language
  if (name.replace(/^[a-z]{2}\//, "") !== `${id}.ipynb`) return null; // a copy under a name of its own is the learner's
  const there = await shipped(name).catch(() => null); // without a network the copy is what there is
  if (there === null || panel.isDisposed) return null;
  const what = verdict(panel.context.model.toJSON(), there);
  if (what === "renew") await take(panel, there);
  return what === "ask" && storage?.getItem(DECLINED + id) !== editionOf(there) ? there : null;
}

/**
 * Take a newer edition, and keep what the learner wrote beside it.
 * @param {NotebookPanel} panel @param {Notebook} newer @param {import("@jupyterlab/notebook").Contents} contents
 * @returns {Promise<string>} the name under which theirs is kept
 */
export async function takeBeside(panel, newer, contents) {
  const { path, model } = panel.context;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const { content } = await contents.get(folder.slice(0, -1), { content: true });
  const beside = nameBeside(path, content.map(({ name }) => `${folder}${name}`));
  await contents.save(beside, { type: "notebook", format: "json", content: model.toJSON() });
  await take(panel, newer);
  return beside;
}

/** Ask no more about this edition. @param {string} id @param {Notebook} newer @param {Storage | null} storage */
export function decline(id, newer, storage) {
  try {
    storage?.setItem(DECLINED + id, editionOf(newer));
  } catch {
    // A browser that is full asks again another day.
  }
}

/** @param {NotebookPanel} panel @param {Notebook} newer */
async function take({ context }, newer) {
  context.model.fromJSON(newer);
  await context.save();
}

/** @param {Notebook} notebook */
function editionOf({ metadata }) {
  return String(metadata.running_muscles?.edition);
}
