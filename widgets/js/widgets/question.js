/** One question of any type: in a graded quiz, or in a checkpoint. */
import { CONTROLS } from "../lib/questions/kinds.js";
import { checked } from "../lib/questions/checked.js";
import { Announcer, guardKeys, h, uniqueId } from "../lib/base/dom.js";
import { graded } from "../lib/questions/graded.js";
import { connect } from "../lib/base/link.js";
import { PressGuard } from "../lib/base/press.js";
import { paragraphs } from "../lib/base/markup.js";
import * as words from "../lib/words/quiz.js";

export default () => {
  /** @type {ReturnType<typeof connect>} */
  let link;
  return {
    /** @param {{ model: any }} context */
    initialize({ model }) {
      link = connect(model, ["answer"]);
      return link.close;
    },
    /** @param {{ model: any, el: HTMLElement }} context */
    render({ model, el }) {
      return show(model, el, link);
    },
  };
};

/**
 * @param {any} model @param {HTMLElement} el
 * @param {import("../lib/base/link.js").Link} link
 */
function show(model, el, { outbox, kernel }) {
  /** @type {import("../lib/questions/kinds.js").Question} */
  const question = model.get("question");
  const title = model.get("title");
  const announcer = new Announcer();
  const labelId = uniqueId("stem");
  const say = (/** @type {string} */ sentence) => announcer.say(sentence);
  const control = CONTROLS[question.type](question, { labelId, say, change: (value, done) => mode.changed(value, done) });
  const put = (/** @type {any} */ value) => control.set(value);
  const focus = () => {
    const chosen = control.root.querySelector("input:checked") ?? control.root.querySelector("input, select, textarea, button:enabled, [tabindex='0']");
    if (chosen instanceof HTMLElement || chosen instanceof SVGElement) chosen.focus();
  };
  const mode =
    model.get("mode") === "quiz"
      ? graded({ model, outbox, kernel, question, show: put, say })
      : checked({ model, kernel, question, focus });

  const root = h(
    "section",
    { class: "rm rm-question", "aria-label": title || words.question.name },
    title && h("h3", { class: "rm-title" }, title),
    h("div", { class: "rm-stem", id: labelId, dir: "auto" }, ...paragraphs(question.stem)),
    control.root,
    mode.root,
    announcer.element,
  );
  put(null);
  el.append(root);
  mode.start();
  const undo = guardKeys(root);
  const press = new PressGuard(root);
  return () => {
    mode.close();
    undo();
    press.close();
    root.remove();
  };
}
