/**
 * Sentences in the language of the learner. The kernel side puts a catalogue before the script
 * where that language is not English (`language/script.py`); a sentence that the catalogue does
 * not hold stays English.
 *
 * A sentence names its places: "Trial {n} of {of} today" becomes a function of two values, in the
 * order in which the English sentence names them. `{ one, other }` are the two forms of English;
 * another language has as many as it needs, chosen by its own rule from the first value.
 *
 */

/**
 * @template {string} S
 * @typedef {S extends `${string}{${string}}${string}` ? (...values: (string | number)[]) => string : string} Sentence
 */

/**
 * @template W
 * @typedef {W extends string ? Sentence<W> : W extends { one: string, other: string } ? (...values: (string | number)[]) => string : { -readonly [K in keyof W]: Said<W[K]> }} Said
 */
import { LANG, WORDS } from "./catalogue.js";

/** A number as this language writes it. @param {number} value @param {Intl.NumberFormatOptions} [how] */
export const digits = (value, how) => value.toLocaleString(LANG, { useGrouping: false, ...how });

/** @param {string} text @param {string[]} names @param {(string | number)[]} values */
const filled = (text, names, values) =>
  text.replace(/{(\w+)}/g, (_, name) => {
    const value = values[names.indexOf(name)];
    return typeof value === "number" ? digits(value) : value;
  });

/**
 * @template const W
 * @param {W} english
 * @returns {Said<W>}
 */
export function say(english) {
  return /** @type {any} */ (said(english));
}

/** @param {any} english @returns {any} */
function said(english) {
  const plural = english.other;
  if (typeof english !== "string" && plural === undefined) {
    return Object.fromEntries(Object.entries(english).map(([name, text]) => [name, said(text)]));
  }
  const names = [...(plural ?? english).matchAll(/{(\w+)}/g)].map(([, name]) => name);
  const forms = /** @type {any} */ (WORDS[english.one ?? english] ?? english);
  if (names.length === 0) return forms;
  return (/** @type {(string | number)[]} */ ...values) =>
    filled(plural === undefined ? forms : forms[new Intl.PluralRules(LANG).select(Number(values[0]))] ?? forms.other, names, values);
}
