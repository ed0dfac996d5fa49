/** How far a learner has come in a quiz or a checkpoint, and what to do next. */
import { button, fill, guardKeys, h } from "../lib/base/dom.js";
import { lookAfterFigures } from "../lib/base/figure_keys.js";
import { KernelSide } from "../lib/base/kernel.js";
import { inline } from "../lib/base/markup.js";
import { newId } from "../lib/base/outbox.js";
import { LANG } from "../lib/words/catalogue.js";
import * as words from "../lib/words/quiz.js";

/** @typedef {{ number: number, stem: string }} Open */

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  lookAfterFigures();
  const quiz = model.get("mode") === "quiz";
  const kernel = new KernelSide(model);
  const say = words.progress;
  const line = h("p", { class: "rm-count" });
  const bar = h("div", { class: "rm-bar", "aria-hidden": "true" }, h("div", { class: "rm-bar-done" }));
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const rest = h("div", {});
  const name = quiz ? say.quiz : say.checkpoint;
  const root = h("section", { lang: LANG, class: "rm rm-progress", "aria-label": name }, h("div", { role: "status" }, line), bar, problem, rest);

  const again = () => {
    kernel.send({ id: newId(), rev: 0, kind: "again", body: {} });
  };
  const show = () => {
    const done = model.get("done");
    const total = model.get("total");
    /** @type {Open[]} */
    const open = model.get("unanswered");
    const all = done === total;
    line.textContent = quiz ? say.answered(done, total) : say.right(done, total);
    bar.style.setProperty("--rm-part", String(total > 0 ? done / total : 0));
    problem.textContent = model.get("problem");
    if (!quiz) {
      fill(rest, h("p", { class: "rm-hint" }, all ? say.allRight : say.goOn), model.get("again") && button(say.again, again));
      return;
    }
    fill(
      rest,
      open.length > 0 && h("p", { class: "rm-label" }, say.open),
      open.length > 0 &&
        h(
          "ul",
          { class: "rm-list" },
          ...open.map(({ number, stem }) => h("li", {}, h("strong", {}, say.question(number)), ": ", h("bdi", {}, ...inline(stem)))),
        ),
      h("p", {}, all ? say.ready : say.next),
      h("p", {}, say.submit),
    );
  };

  const names = ["done", "total", "unanswered", "problem"].map((trait) => `change:${trait}`);
  for (const each of names) model.on(each, show);
  show();
  el.append(root);
  const undo = guardKeys(root);
  return () => {
    for (const each of names) model.off(each, show);
    undo();
    kernel.close();
    root.remove();
  };
}

export default { render };
