/**
 * An attempt that goes on, noted in the browser while it does, so that a closed page, a reload or
 * a restart can be told from a learner who stopped.
 *
 * @typedef {import("./assessment.js").Attempt} Attempt
 * @typedef {{ id: string, side: string, attempt: Attempt, seen: number, over: boolean }} Noted
 */
import { button, h } from "../base/dom.js";
import { newId } from "../base/outbox.js";
import { browserStorage, store, storedUnder } from "../base/storage.js";
import { sideName } from "./panel.js";
import { words } from "../words/index.js";

const EVERY_MS = 1000;
/** A hidden page may sleep for a minute and still be alive. */
const DEAD_MS = 90_000;

/** @param {string} owner @param {string} test */
const prefixOf = (owner, test) => `running-muscles:doing:${owner}:${test}:`;

/**
 * Note an attempt every second, and once more when the page goes.
 * @param {{ owner: string, test: string, side: string, attempt: () => Attempt | null }} what
 *   `attempt` says what it has come to so far; null while there is nothing yet.
 * @returns {{ done: () => void, broken: () => void }} `done`: the learner ended it; `broken`: they did not.
 */
export function noteDoing({ owner, test, side, attempt }) {
  const storage = browserStorage();
  const id = newId();
  const key = prefixOf(owner, test) + id;
  /** @param {boolean} over */
  const note = (over) => {
    const now = attempt();
    if (now !== null) store(storage, key, { id, side, attempt: now, seen: Date.now(), over });
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

/** Attempts that nobody is doing any more, oldest first. @param {string} owner @param {string} test @returns {Noted[]} */
function findInterrupted(owner, test) {
  const noted = [...storedUnder(browserStorage(), prefixOf(owner, test)).values()];
  return noted
    .filter((each) => typeof each?.attempt?.value === "number" && typeof each.seen === "number")
    .filter((each) => each.over || Math.abs(Date.now() - each.seen) > DEAD_MS)
    .sort((a, b) => a.seen - b.seen);
}

/**
 * Offer an interrupted attempt back as what it was; null when there is none.
 * @param {string} owner @param {string} test
 * @param {{ keep: (noted: Noted) => void, leaveOut: () => void }} ways
 */
export function interruptedPanel(owner, test, { keep, leaveOut }) {
  const [noted] = findInterrupted(owner, test);
  if (noted === undefined) return null;
  const side = sideName(noted.side);
  const what = `${noted.attempt.short ?? noted.attempt.value}${side && ` (${side})`}`;
  /** @param {(noted: Noted) => void} go */
  const answer = (go) => () => {
    browserStorage()?.removeItem(prefixOf(owner, test) + noted.id);
    go(noted);
  };
  return h(
    "div",
    { class: "rm-panel rm-interrupted" },
    h("p", { class: "rm-interrupted-what" }, words.interrupted.lead(what)),
    h("p", {}, words.interrupted.how),
    h("div", { class: "rm-row" }, button(words.interrupted.keep, answer(keep)), button(words.interrupted.discard, answer(leaveOut))),
  );
}
