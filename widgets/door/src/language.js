/**
 * Which language the door speaks: the one of the lesson's own tools, which they write into the
 * browser's storage (`translation/script.py`), and until then JupyterLab's.
 */
import catalogues from "./catalogues.js";
import { speak } from "./words.js";

const KEPT = "running-muscles:language";

/**
 * Speak the learner's language.
 * @param {Storage | null} storage @param {string} lab JupyterLab's own language, such as `de_DE`.
 */
export function settle(storage, lab) {
  const tag = storage?.getItem(KEPT) ?? lab;
  if (tag === settled) return;
  settled = tag;
  speak(catalogues, tag);
}
let settled = "";
