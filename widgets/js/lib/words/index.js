/**
 * Every sentence that the widgets show, so that they can be edited and translated together.
 * One file for each family; the tests import them from here. What several widgets share is
 * imported from shared.js, so that a script carries only the words that it shows.
 */
export * as words from "./shared.js";
export { bodyWords, mapWords } from "./body.js";
export { calculateWords } from "./calculate.js";
export { countWords } from "./count.js";
export { fileWords, logWords } from "./files.js";
export { legWords } from "./leg.js";
export { observeWords } from "./observe.js";
export { planWords } from "./plan.js";
export { healthWords } from "./screening.js";
export { runnerWords } from "./runner.js";
export { tapWords } from "./tap.js";
export { sessionWords } from "./session.js";
