/**
 * Sentences in the language of the learner. The kernel side puts a catalogue before the script
 * where that language is not English (`translation/script.py`); a sentence that the catalogue does
 * not hold stays English.
 *
 * A sentence names its places: "Trial {n} of {of} today" becomes a function of two values, in the
 * order in which the English sentence names them. `{ one, other }` are the two forms of English;
 * another language has as many as it needs, chosen by its own rule from the first value.
 */

/**
 * @template {string} S
 * @typedef {S extends `${string}{${string}}${string}` ? (...values: (string | number)[]) => string : string} Sentence
 */

/**
 * @template W
 * @typedef {W extends string ? Sentence<W> : W extends { one: string, other: string } ? (...values: (string | number)[]) => string : { -readonly [K in keyof W]: Said<W[K]> }} Said
 */
import { TOLD } from "./catalogue.js";

const PLACE = /{(\w+)}/g;

/**
 * What says sentences in the language of a catalogue.
 * @param {import("./catalogue.js").Catalogue} catalogue
 */
function speaker({ lang, words }) {
  /** @param {number} value @param {Intl.NumberFormatOptions} [how] */
  const digits = (value, how) => value.toLocaleString(lang, { useGrouping: false, ...how });

  /** @param {any} english @returns {any} */
  const say = (english) => {
    const plural = english.other;
    if (typeof english !== "string" && !plural) return Object.fromEntries(Object.entries(english).map(([name, text]) => [name, say(text)]));
    const names = [...(plural ?? english).matchAll(PLACE)].map(([, name]) => name);
    const said = /** @type {any} */ (words[english.one ?? english] ?? english);
    if (names.length === 0) return said;
    return (/** @type {any[]} */ ...values) =>
      (plural ? (said[new Intl.PluralRules(lang).select(values[0])] ?? said.other) : said).replace(PLACE, (/** @type {string} */ _, /** @type {string} */ name) => {
        const value = values[names.indexOf(name)];
        return typeof value === "number" ? digits(value) : value;
      });
  };
  return { digits, say };
}

/**
 * @template const W
 * @param {W} english
 * @param {import("./catalogue.js").Catalogue} [catalogue] of this script's learner
 * @returns {Said<W>}
 */
export const say = (english, catalogue = TOLD) => speaker(catalogue).say(english);

/** A number as the learner's language writes it. @param {number} value @param {Intl.NumberFormatOptions} [how] */
export const digits = (value, how) => speaker(TOLD).digits(value, how);
