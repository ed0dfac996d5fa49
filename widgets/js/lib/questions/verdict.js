/**
 * What a learner reads about an answer: right or not, and why.
 *
 * @typedef {{ id: string, text: string, reason: string }} Part
 * @typedef {Part & { right: boolean, half?: boolean }} Given
 * @typedef {object} Checked
 * @property {"checked"} kind
 * @property {string} id
 * @property {"right" | "partly" | "wrong" | "compare"} verdict
 * @property {Given[]} given What the learner chose, each with its reason.
 * @property {boolean} more There is more to choose.
 * @property {boolean} ordered
 * @property {string} [note] A sentence about the answer.
 * @property {Part[]} answer The whole answer, once it is time for it.
 */
import { h } from "../base/dom.js";
import { inline, paragraphs } from "../base/markup.js";
import * as words from "../words/quiz.js";

/**
 * @param {Checked} message @param {string} type
 * @param {object} [own]
 * @param {string} [own.title] What stands above it, where the usual words do not fit.
 * @param {(id: string) => string} [own.place] What a place on the body is called.
 */
export function feedbackPanel(message, type, { title, place = (id) => id } = {}) {
  const { sign, text: usual } = words.checkpoint.verdicts[message.verdict];
  const text = title ?? usual;
  const heading = h("h4", { tabindex: "-1" }, h("span", { "aria-hidden": "true" }, `${sign} `), text);
  const stuck = message.verdict === "wrong" && message.answer.length === 0 && message.given.every((one) => one.reason === "");
  const ordered = message.ordered ? "ol" : "ul";
  /**
   * A place on the body goes by its name on the map.
   * @template {Part} One
   * @param {One} one
   * @returns {One}
   */
  const named = (one) => (type === "hotspot" ? { ...one, text: place(one.id) } : one);
  const root = h(
    "section",
    { class: `rm-panel rm-verdict rm-${message.verdict}`, "aria-label": text },
    heading,
    message.given.length > 0 && h(ordered, { class: "rm-parts" }, ...message.given.map(named).map((one) => part(one, type))),
    message.ordered && message.verdict !== "right" && h("p", { class: "rm-hint" }, words.checkpoint.orderMarks),
    message.note && h("p", { class: "rm-hint" }, message.note),
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
function part({ text, right, half, reason: why }, type) {
  const { sign, text: word } = half ? words.checkpoint.verdicts.partly : words.checkpoint.signs[right ? "yes" : "no"];
  return h(
    "li",
    { class: half ? "rm-half" : right ? "rm-yes" : "rm-no", dir: "auto" },
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
