/**
 * One control for each type of question. A control knows nothing about saving or checking.
 *
 * @typedef {object} Question What a learner may know of a question: `questions.json`.
 * @property {string} id
 * @property {string} type
 * @property {string} stem
 * @property {number} points
 * @property {{ id: string, text: string }[]} [options]
 * @property {{ id: string, text: string }[]} [items]
 * @property {{ id: string, text: string }[]} [rows]
 * @property {{ id: string, text: string }[]} [choices] For every row the same.
 * @property {string} [text] With `{{id}}` for each gap.
 * @property {{ id: string, options: { id: string, text: string }[] }[]} [gaps]
 * @property {boolean} [certainty] Ask how sure the learner is.
 * @property {string[]} [units]
 * @property {"front" | "back"} [view]
 * @property {number} [max_words]
 * @property {string[]} [criteria]
 *
 * @typedef {object} Site What a control may use.
 * @property {string} labelId Id of the element that holds the question's text.
 * @property {(value: any, settled: boolean) => void} change A new answer; null is none. Typing settles when the field is left.
 * @property {(words: string) => void} say
 *
 * @typedef {{ root: HTMLElement, set(value: any): void }} Control
 * @typedef {(question: Question, site: Site) => Control} MakeControl
 */
import { multiple, single } from "./choices.js";
import { hotspot } from "./hotspot.js";
import { numeric } from "./numeric.js";
import { order } from "./order.js";
import { gaps, labels, match } from "./rows.js";
import { written } from "./written.js";

/** @type {Record<string, MakeControl>} */
export const CONTROLS = { single, multiple, numeric, order, hotspot, text: written, match, gaps, labels };
