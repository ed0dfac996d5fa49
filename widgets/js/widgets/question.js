/** One question of any type: in a graded quiz, or in a checkpoint. */
import { asked } from "../lib/questions/asked.js";
import { checked } from "../lib/questions/checked.js";
import { Announcer, guardKeys, h } from "../lib/base/dom.js";
import { graded } from "../lib/questions/graded.js";
import { connect } from "../lib/base/link.js";
import { PressGuard } from "../lib/base/press.js";
import { LANG } from "../lib/words/catalogue.js";
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
  const say = (/** @type {string} */ sentence) => announcer.say(sentence);
  const shown = asked(question, say, ({ put, focus }) =>
    model.get("mode") === "quiz" ? graded({ model, outbox, kernel, question, show: put, say }) : checked({ model, kernel, question, focus }),
  );
  const root = h(
    "section",
    { lang: LANG, class: "rm rm-question", "aria-label": title || words.question.name },
    title && h("h3", { class: "rm-title" }, title),
    ...shown.parts,
    announcer.element,
  );
  el.append(root);
  shown.start(root);
  const undo = guardKeys(root);
  const press = new PressGuard(root);
  return () => {
    shown.close();
    undo();
    press.close();
    root.remove();
  };
}
