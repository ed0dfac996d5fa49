/**
 * What somebody is in the middle of, noted in the browser while it goes on, so that a closed page,
 * a reload or a restart can be told from a learner who stopped.
 *
 * @typedef {object} Doing What it has come to so far.
 * @property {number | null} value null when it tells nothing by itself; `lost` then says why.
 * @property {string} short As people read it.
 * @property {string} [text]
 * @property {string} [lost]
 * @property {Record<string, unknown>} [details]
 * @property {import("./panel.js").Correction} [correction]
 *
 * @typedef {{ id: string, side: string, attempt: Doing, seen: number, over: boolean }} Noted
 * @typedef {{ lead: string, how: string, ways: { label: string, go: () => void }[] }} Offer
 */
import { button, h } from "../base/dom.js";
import { newId } from "../base/outbox.js";
import { browserStorage, store, storedUnder } from "../base/storage.js";

const EVERY_MS = 1000;
/** A hidden page may sleep for a minute and still be alive. */
const DEAD_MS = 90_000;

/** What stands in for a note while there is none: what was ended is not ended again. */
export const NOBODY_DOES = { done: () => {}, broken: () => {} };

/** @param {string} owner @param {string} task */
const prefixOf = (owner, task) => `running-muscles:doing:${owner}:${task}:`;

/**
 * Note something every second, and once more when the page goes.
 * @param {{ owner: string, task: string, side?: string, doing: () => Doing | null }} what
 *   `doing` says what it has come to so far; null while there is nothing, or nothing any more.
 * @returns {{ done: () => void, broken: () => void }} `done`: the learner ended it; `broken`: they did not.
 */
export function noteDoing({ owner, task, side = "", doing }) {
  const storage = browserStorage();
  const id = newId();
  const key = prefixOf(owner, task) + id;
  /** @param {boolean} over */
  const note = (over) => {
    const attempt = doing();
    if (attempt === null) storage?.removeItem(key);
    else store(storage, key, { id, side, attempt, seen: Date.now(), over });
  };
  const leave = () => note(true);
  const timer = setInterval(() => note(false), EVERY_MS);
  globalThis.addEventListener("pagehide", leave);
  const stop = () => {
    clearInterval(timer);
    globalThis.removeEventListener("pagehide", leave);
  };
  return {
    done() {
      stop();
      storage?.removeItem(key);
    },
    broken() {
      stop();
      leave();
    },
  };
}

/** What nobody is doing any more, oldest first. @param {string} owner @param {string} task @returns {Noted[]} */
function findInterrupted(owner, task) {
  const noted = [...storedUnder(browserStorage(), prefixOf(owner, task)).values()];
  return noted
    .filter((each) => isDoing(each?.attempt) && typeof each.seen === "number")
    .filter((each) => each.over || Math.abs(Date.now() - each.seen) > DEAD_MS)
    .sort((a, b) => a.seen - b.seen);
}

/** @param {any} attempt */
function isDoing(attempt) {
  return typeof attempt?.short === "string" && (typeof attempt.value === "number" || attempt.value === null);
}

/**
 * Offer what was interrupted back as what it was; null when there is nothing.
 * @param {string} owner @param {string} task
 * @param {(noted: Noted) => Offer | null} offer null when it means nothing any more
 */
export function interruptedPanel(owner, task, offer) {
  const [noted] = findInterrupted(owner, task);
  if (noted === undefined) return null;
  const forget = () => browserStorage()?.removeItem(prefixOf(owner, task) + noted.id);
  const offered = offer(noted);
  if (offered === null) {
    forget();
    return null;
  }
  /** @param {() => void} go */
  const answer = (go) => () => {
    forget();
    go();
  };
  return h(
    "div",
    { class: "rm-panel rm-interrupted" },
    h("p", { class: "rm-interrupted-what" }, offered.lead),
    h("p", {}, offered.how),
    h("div", { class: "rm-row" }, ...offered.ways.map(({ label, go }) => button(label, answer(go)))),
  );
}
