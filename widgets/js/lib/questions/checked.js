/**
 * A question of a checkpoint or a review: the learner asks for a check and reads why.
 * The key stays in the kernel; only what was chosen comes back with its reason.
 *
 * @typedef {import("./verdict.js").Checked} Checked
 */
import { regionName } from "../body/map.js";
import { wakeButton } from "../base/awaken.js";
import { learnersClock } from "../base/clock.js";
import { button, fill, h } from "../base/dom.js";
import { newId } from "../base/outbox.js";
import { feedbackPanel } from "./verdict.js";
import * as words from "../words/quiz.js";

const PATIENCE_MS = 1000;
const STUCK_MS = 20_000;

/**
 * @param {object} context
 * @param {any} context.model
 * @param {import("../base/kernel.js").KernelSide} context.kernel
 * @param {import("./kinds.js").Question} context.question
 * @param {() => void} context.focus Bring the learner back to the control.
 * @param {{ later: HTMLElement, next: HTMLElement }} [context.once] One try: what stands beside Check, and what follows it.
 * @param {(verdict: string) => void} [context.told] The learner reads about the answer.
 */
export function checked({ model, kernel, question, focus, once, told = () => {} }) {
  const status = h("p", { class: "rm-status rm-checking", role: "status" });
  const wake = h("div", {});
  const feedback = h("div", { class: "rm-feedback" });
  const check = button(words.checkpoint.check, () => ask(), { class: "rm-button rm-primary" });
  const again = button(words.checkpoint.again, () => {
    reset();
    focus();
  });
  const done = h("p", { class: "rm-done" });
  const buttons = h("div", { class: "rm-row" }, check, once ? once.later : done);
  /** @type {unknown} */
  let value = null;
  let asked = "";
  /** @type {ReturnType<typeof setTimeout>[]} */
  let patience = [];

  /** @param {string} sentence @param {boolean} [problem] */
  const tell = (sentence, problem = false) => {
    status.textContent = sentence;
    status.classList.toggle("rm-problem", problem);
  };

  const still = () => {
    for (const each of patience) clearTimeout(each);
    patience = [];
    asked = "";
    fill(wake);
  };

  const reset = () => {
    still();
    tell("");
    fill(feedback);
    if (!check.isConnected) again.replaceWith(check);
  };

  const ask = () => {
    if (value === null) {
      tell(words.checkpoint.first);
      return;
    }
    still();
    asked = newId();
    tell(words.checkpoint.checking);
    patience = [setTimeout(wait, PATIENCE_MS), setTimeout(stuck, STUCK_MS)];
    kernel.send({ kind: "check", id: asked, question: question.id, value, at: new Date().toISOString(), ...learnersClock() });
    if (kernel.reach !== "here") wait();
  };

  /** No answer yet: a kernel that is busy gives one later, one that is gone never does. */
  const wait = () => {
    if (asked === "") return;
    const { reach } = kernel;
    if (reach === "here") {
      tell(words.checkpoint.busy);
      return;
    }
    tell(words.reach[reach].check);
    if (reach === "away") return;
    still();
    fill(wake, wakeButton());
  };

  const stuck = () => {
    if (asked === "" || kernel.reach !== "here") return;
    tell(`${words.checkpoint.busy} ${words.checkpoint.stuck}`);
    fill(wake, wakeButton());
  };

  /** @param {Checked | { kind: "refused", id: string, sentence: string }} message */
  const receive = (message) => {
    if (message.id !== asked || asked === "" || !["checked", "refused"].includes(message.kind)) return;
    still();
    if (message.kind === "refused") {
      tell(message.sentence, true);
      return;
    }
    tell("");
    const { root, heading } = feedbackPanel(message, question.type, { place: regionName });
    fill(feedback, root);
    if (once) fill(buttons, once.next);
    else if (check.isConnected) check.replaceWith(again);
    told(message.verdict);
    heading.focus();
  };

  const showDone = () => {
    const { sign } = words.checkpoint.signs.yes;
    fill(done, model.get("solved") ? `${sign} ${words.checkpoint.done}` : "");
  };

  model.on("msg:custom", receive);
  model.on("change:solved", showDone);
  const unlook = kernel.onChange(() => asked !== "" && kernel.reach !== "here" && wait());
  return {
    root: h("div", {}, feedback, status, wake, buttons),
    start: showDone,
    /** @param {unknown} next @param {boolean} _done */
    changed(next, _done) {
      // Leaving a field tells the same answer again; a button rebuilt now would miss its click.
      if (JSON.stringify(next) === JSON.stringify(value)) return;
      value = next;
      // Feedback on an answer that is no longer there would mislead.
      reset();
    },
    close() {
      still();
      unlook();
      model.off("msg:custom", receive);
      model.off("change:solved", showDone);
    },
  };
}
