/**
 * Which edition of a lesson a notebook is, and whether somebody has written in it.
 *
 * A site's lessons carry the fingerprint of their edition in their metadata, and so does the copy
 * that a browser keeps of one: a copy whose own fingerprint is still that of its edition was only
 * read and run. The rule is that of a learner's folder on disk, `cli/edition.py`.
 */
import { MARK } from "./recognise.js";

/** What reading and running leaves in a cell's metadata; none of it was written by a person. */
export const RUN_MARKS = ["ExecuteTime", "collapsed", "execution", "jupyter", "scrolled", "trusted"];

/**
 * @typedef {{ cell_type: string, source: string | string[], metadata?: Record<string, unknown>, attachments?: object }} Cell
 * @typedef {{ cells: Cell[], metadata: Record<string, any> }} Notebook
 * @typedef {"keep" | "renew" | "ask"} Verdict
 */

/**
 * What a site does with the copy that a browser has of a lesson.
 * @param {Notebook} copy @param {Notebook} shipped @returns {Verdict}
 */
export function verdict(copy, shipped) {
  const [written, edition, last] = [fingerprint(copy), fingerprint(shipped), copy.metadata[MARK]?.edition];
  if (written === edition || last === edition) return "keep";
  return written === last ? "renew" : "ask";
}

/** The notebook with its edition in its metadata. @param {Notebook} notebook @returns {Notebook} */
export function stamped(notebook) {
  const { metadata } = notebook;
  return { ...notebook, metadata: { ...metadata, [MARK]: { ...metadata[MARK], edition: fingerprint(notebook) } } };
}

/**
 * A name beside a lesson for what the learner wrote, which no file has yet.
 * @param {string} name @param {string[]} taken
 */
export function nameBeside(name, taken) {
  const stem = name.replace(/\.ipynb$/, "");
  for (let number = 1; ; number += 1) {
    const beside = `${stem} (yours${number === 1 ? "" : ` ${number}`}).ipynb`;
    if (!taken.includes(beside)) return beside;
  }
}

/** What a person wrote in a notebook, as a short text: equal for equal notebooks. @param {Notebook} notebook */
export function fingerprint({ cells }) {
  const written = cells.map(writtenIn).filter(([, source, own, attached]) => source !== "" || own !== "{}" || attached !== "{}");
  return hash(JSON.stringify(written));
}

/** @param {Cell} cell */
function writtenIn({ cell_type, source, metadata = {}, attachments = {} }) {
  const text = [source].flat().join("");
  const own = Object.fromEntries(Object.entries(metadata).filter(([name]) => !RUN_MARKS.includes(name)));
  return [cell_type, text.trim() === "" ? "" : text, inOrder(own), inOrder(attachments)];
}

/** JSON whose keys stand in order. @param {object} value */
function inOrder(value) {
  return JSON.stringify(value, (_, each) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

/** FNV-1a, 64 bits. It guards nothing; a browser has no stronger one on plain http. @param {string} text */
function hash(text) {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 0x100000001b3n);
  return state.toString(16).padStart(16, "0");
}
