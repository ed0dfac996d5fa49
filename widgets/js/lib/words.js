/**
 * Every sentence that the widgets show, so that they can be edited and translated together.
 * They live in words/, one file for each family; everything else imports them from here.
 */
export * as words from "./words/shared.js";
export { bodyWords, mapWords } from "./words/body.js";
export { calculateWords } from "./words/calculate.js";
export { countWords } from "./words/count.js";
export { fileWords, healthWords, logWords } from "./words/files.js";
export { observeWords } from "./words/observe.js";
export { planWords } from "./words/plan.js";
export { runnerWords } from "./words/runner.js";
export { tapWords } from "./words/tap.js";
