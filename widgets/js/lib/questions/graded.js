/**
 * A question of a graded quiz: every change is kept at once, nothing is judged.
 * The newest of three counts: what waits in the outbox, what this page has met, what the file holds.
 */
import { wakeButton } from "../base/awaken.js";
import { button, choicesOf, fill, h, pills } from "../base/dom.js";
import { refusedPanel } from "../base/refused.js";
import * as words from "../words/quiz.js";
import { onScreen } from "./onscreen.js";

const TYPING_MS = 500;
const PATIENCE_MS = 1000;
const STUCK_MS = 20_000;
const NOTHING = { value: null, rev: -1, sure: "", seconds: 0 };

/** @typedef {{ value: any, rev: number, sure: string, seconds: number }} Kept `sure`: how sure the learner is; "" is not said. `seconds`: on the screen until then. */

/**
 * @param {object} context
 * @param {any} context.model
 * @param {import("../base/outbox.js").Outbox} context.outbox
 * @param {import("../base/kernel.js").KernelSide} context.kernel
 * @param {import("./kinds.js").Question} context.question
 * @param {(value: any) => void} context.show Put a value into the control.
 * @param {(words: string) => void} context.say
 */
export function graded({ model, outbox, kernel, question, show, say }) {
  const id = `answer:${question.id}`;
  const status = h("p", { class: "rm-status", role: "status" });
  const news = h("div", {});
  let drawnNews = "";
  /** @type {Kept} the newest answer that this page has met, from whichever of the three */
  let newest = NOTHING;
  const screen = onScreen();
  let counted = 0;
  let shown = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  /** @type {unknown} */
  let typed = null;
  let waitingSince = -1;

  const waiting = () => outbox.waiting().find((entry) => entry.id === id);

  /** @returns {Kept} */
  const current = () => {
    const entry = waiting();
    const stored = model.get("answer") ?? {};
    const others = [kept(stored, Date.parse(stored.at ?? "") || 0), kept(entry?.body, entry?.rev ?? -1)];
    newest = others.reduce((best, each) => (each.rev > best.rev ? each : best), newest);
    return newest;
  };

  /** @param {unknown} value @param {string} [sure] */
  const keep = (value, sure = current().sure) => {
    clearTimeout(typing);
    typing = undefined;
    const before = current();
    if (both(before) === both({ value, sure })) return;
    const now = screen.seconds();
    const seconds = Math.round(10 * (before.seconds + now - counted)) / 10;
    counted = now;
    // The time of an answer rises with its revision, so that a clock put back does not make it look older.
    /** @param {number} rev */
    const body = (rev) => ({ question: question.id, value, at: new Date(rev).toISOString(), ...(sure && { certainty: sure }), ...(seconds > 0 && { seconds }) });
    newest = { value, sure, seconds, rev: outbox.keep(id, "answer", body, before.rev) };
  };

  const settle = () => {
    if (typing !== undefined) keep(typed);
  };

  const sync = () => {
    if (typing !== undefined) return;
    const now = current();
    if (both(now) !== shown) {
      shown = both(now);
      show(now.value);
      mark(now.sure);
    }
    showStatus();
  };

  const showStatus = () => {
    clearTimeout(patience);
    const entry = waiting();
    const problem = outbox.problems.get(id) ?? "";
    if (entry === undefined) waitingSince = -1;
    else if (waitingSince < 0) waitingSince = performance.now();
    const waited = performance.now() - waitingSince;
    if (entry !== undefined && waited < STUCK_MS) {
      patience = setTimeout(showStatus, waited < PATIENCE_MS ? PATIENCE_MS : STUCK_MS - waited);
    }
    const sentence = problem || (entry === undefined ? settled() : patient(waited));
    if (status.textContent !== sentence) status.textContent = sentence;
    status.classList.toggle("rm-problem", Boolean(problem));
    status.classList.toggle("rm-saved", sentence === words.question.saved);
    showNews(entry !== undefined && !problem, waited);
  };

  /** What was refused for good, and a way to wake the page. @param {boolean} waits @param {number} waited Milliseconds. */
  const showNews = (waits, waited) => {
    const { reach } = kernel;
    const wake = waits && (reach === "gone" || reach === "restarted" || (reach === "here" && waited >= STUCK_MS));
    const drawn = JSON.stringify([wake, refused()]);
    if (drawn === drawnNews) return;
    drawnNews = drawn;
    fill(news, wake && wakeButton(), refused().length > 0 && refusedPanel(refused(), describe, dismiss));
  };

  /** @param {import("../base/outbox.js").Entry} entry */
  const describe = ({ body }) => words.question.yourAnswer(plain(/** @type {any} */ (body).value, question));

  const refused = () => outbox.refused().filter(({ entry }) => entry.id === id);

  const settled = () => {
    if (refused().length > 0) return words.question.notSaved;
    return current().value === null ? words.question.open : words.question.saved;
  };

  /** The learner has read that it was refused: the answer that stands in the file counts again. */
  const dismiss = () => {
    newest = NOTHING;
    outbox.dismiss(id);
  };

  /** @param {number} waited Milliseconds. */
  const patient = (waited) => {
    if (outbox.fragile) return words.question.fragile;
    if (kernel.reach !== "here") return words.reach[kernel.reach].waiting;
    if (waited < PATIENCE_MS) return words.question.saving;
    return waited < STUCK_MS ? words.question.busy : `${words.question.busy} ${words.question.stuck}`;
  };

  const clear = button(words.question.clear, () => {
    clearTimeout(typing);
    typing = undefined;
    show(null);
    mark("");
    keep(null, "");
    shown = both(current());
    showStatus();
    say(words.question.cleared);
  });

  // Said before the answer, it goes along with it.
  const levels = pills(words.question.sure, choicesOf(words.question.levels), (sure) => {
    settle();
    keep(current().value, sure);
    shown = both(current());
    showStatus();
  });
  const mark = (/** @type {string} */ sure) => levels.querySelectorAll("input").forEach((one) => (one.checked = one.value === sure));

  model.on("change:answer", sync);
  const undo = [outbox.onChange(sync), kernel.onChange(showStatus), () => model.off("change:answer", sync)];
  // The last words typed must not go with the page.
  globalThis.addEventListener("pagehide", settle);
  undo.push(() => globalThis.removeEventListener("pagehide", settle));

  return {
    root: h("div", {}, question.certainty === true && levels, h("div", { class: "rm-foot" }, status, clear), news),
    /** @param {Element} place The whole question on the page. */
    start(place) {
      screen.watch(place);
      sync();
    },
    /** @param {unknown} value @param {boolean} done */
    changed(value, done) {
      shown = both({ value, sure: current().sure });
      typed = value;
      clearTimeout(typing);
      if (done) keep(value);
      else typing = setTimeout(settle, TYPING_MS);
      showStatus();
    },
    close() {
      settle();
      clearTimeout(patience);
      screen.close();
      for (const one of undo) one();
    },
  };
}

/** @param {any} entry Of the outbox or the file; nothing where there is none. @param {number} rev @returns {Kept} */
const kept = (entry, rev) => ({ value: entry?.value ?? null, rev, sure: entry?.certainty ?? "", seconds: entry?.seconds ?? 0 });

/** What tells two answers apart. @param {{ value: any, sure: string }} kept */
const both = ({ value, sure }) => JSON.stringify([value, sure]);

/** An answer as text to copy. @param {any} value @param {import("./kinds.js").Question} question */
function plain(value, { options = [], items = [], rows = [], choices = [], gaps = [] }) {
  if (value === null) return words.question.nothing;
  if (typeof value === "object" && "number" in value) return `${value.number} ${value.unit}`.trim();
  const lines = [...options, ...items, ...choices, ...gaps.flatMap((gap) => gap.options), ...rows];
  const text = (/** @type {string} */ id) => lines.find((one) => one.id === id)?.text ?? id;
  if (typeof value === "object" && !Array.isArray(value)) {
    return Object.entries(value).map(([row, choice]) => `${rows.find(({ id }) => id === row)?.text ?? row}: ${text(choice)}`).join("; ");
  }
  return [value].flat().map((one) => text(String(one))).join("; ");
}
