/**
 * What the kernel side put before this script: the language of the learner and its sentences.
 *
 * @typedef {{ lang: string, words: Record<string, string | Record<string, string>> }} Catalogue
 */
export const TOLD = typeof rmCatalogue === "undefined" ? /** @type {Catalogue} */ ({ lang: "en", words: {} }) : rmCatalogue;

/** The language of the words, for the `lang` of what shows them. */
export const LANG = TOLD.lang;

/** A sentence without a plural, its places left open. @param {string} english */
export const translated = (english) => /** @type {string} */ (TOLD.words[english] ?? english);
