/**
 * A question of a checkpoint: the learner asks for a check and reads why.
 * The key stays in the kernel; only what was chosen comes back with its reason.
 *
 * @typedef {{ id: string, text: string, reason: string }} Part
 * @typedef {Part & { right: boolean }} Given
 * @typedef {object} Checked
 * @property {"checked"} kind
 * @property {string} id
 * @property {"right" | "partly" | "wrong" | "compare"} verdict
 * @property {Given[]} given What the learner chose, each with its reason.
 * @property {boolean} more There is more to choose.
 * @property {boolean} ordered
 * @property {Part[]} answer The whole answer, once it is time for it.
 */
import { regionName } from "../body/map.js";
import { wakeButton } from "../base/awaken.js";
import { button, fill, h } from "../base/dom.js";
import { inline, paragraphs } from "../base/markup.js";
import { newId } from "../base/outbox.js";
import * as words from "../words/shared.js";

const PATIENCE_MS = 1000;
const STUCK_MS = 20_000;

/**
 * @param {object} context
 * @param {any} context.model
 * @param {import("../base/kernel.js").KernelSide} context.kernel
 * @param {import("./kinds.js").Question} context.question
 * @param {() => void} context.focus Bring the learner back to the control.
 */
export function checked({ model, kernel, question, focus }) {
  const status = h("p", { class: "rm-status rm-checking", role: "status" });
  const wake = h("div", {});
  const feedback = h("div", { class: "rm-feedback" });
  const check = button(words.checkpoint.check, () => ask(), { class: "rm-button rm-primary" });
  const again = button(words.checkpoint.again, () => {
    reset();
    focus();
  });
  const done = h("p", { class: "rm-done" });
  const buttons = h("div", { class: "rm-row" }, check, done);
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
    kernel.send({ kind: "check", id: asked, question: question.id, value });
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
    const { root, heading } = feedbackPanel(message, question.type);
    fill(feedback, root);
    if (check.isConnected) check.replaceWith(again);
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

/** @param {Checked} message @param {string} type */
function feedbackPanel(message, type) {
  const { sign, text } = words.checkpoint.verdicts[message.verdict];
  const heading = h("h4", { tabindex: "-1" }, h("span", { "aria-hidden": "true" }, `${sign} `), text);
  const stuck = message.verdict === "wrong" && message.answer.length === 0 && message.given.every((one) => one.reason === "");
  const ordered = message.ordered ? "ol" : "ul";
  /**
   * A place on the body goes by its name on the map.
   * @template {Part} One
   * @param {One} one
   * @returns {One}
   */
  const named = (one) => (type === "hotspot" ? { ...one, text: regionName(one.id) } : one);
  const root = h(
    "section",
    { class: `rm-panel rm-verdict rm-${message.verdict}`, "aria-label": text },
    heading,
    message.given.length > 0 && h(ordered, { class: "rm-parts" }, ...message.given.map(named).map((one) => part(one, type))),
    message.ordered && message.verdict !== "right" && h("p", { class: "rm-hint" }, words.checkpoint.orderMarks),
    message.more && h("p", {}, words.checkpoint.more),
    stuck && !message.ordered && h("p", {}, words.checkpoint.look),
    message.answer.length > 0 && h("p", { class: "rm-label" }, type === "text" ? words.checkpoint.model : words.checkpoint.answer),
    message.answer.length > 0 &&
      h(
        ordered,
        { class: "rm-parts" },
        ...message.answer.map(named).map((one) => h("li", { dir: "auto" }, ...content(one.text, type), reason(one.reason))),
      ),
  );
  return { root, heading };
}

/** A model answer has paragraphs; whatever was chosen is a line. @param {string} text @param {string} type */
const content = (text, type) => (type === "text" ? paragraphs(text) : inline(text));

/** @param {Given} given @param {string} type */
function part({ text, right, reason: why }, type) {
  const { sign, text: word } = words.checkpoint.signs[right ? "yes" : "no"];
  return h(
    "li",
    { class: right ? "rm-yes" : "rm-no", dir: "auto" },
    h("span", { class: "rm-sign", "aria-hidden": "true" }, `${sign} `),
    h("span", { class: "rm-visually-hidden" }, `${word} `),
    ...content(text, type),
    reason(why),
  );
}

/** @param {string} why */
function reason(why) {
  return why !== "" && h("div", { class: "rm-reason" }, ...paragraphs(why));
}
