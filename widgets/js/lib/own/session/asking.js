/** Between Stop and the end: done for today, in pain, or a slip. */
import { button, h, list } from "../../base/dom.js";
import { sessionWords as say, words } from "../../words/index.js";

/** @param {import("./stage.js").Act} act */
export function askingPanel(act) {
  const heading = h("h4", { tabindex: "-1" }, say.asking);
  const root = h(
    "section",
    { class: "rm-panel" },
    heading,
    h(
      "div",
      { class: "rm-row" },
      button(say.goOn, (event) => act("goOn", event), { class: "rm-button rm-primary" }),
      button(say.finished, (event) => act("stop", event)),
      button(say.hurts, (event) => act("hurts", event)),
    ),
  );
  return { root, heading };
}

/** There is no way on from here today. @param {import("./stage.js").Act} act @param {string[]} signs */
export function hurtsPanel(act, signs) {
  const heading = h("h4", { tabindex: "-1" }, say.hurtsTitle);
  const root = h(
    "section",
    { class: "rm-panel" },
    heading,
    h("p", {}, words.review.pain),
    h("p", {}, say.mark),
    h("p", { class: "rm-label" }, words.screening.stopTitle),
    list(signs),
    h("div", { class: "rm-row" }, button(say.end, (event) => act("stop", event), { class: "rm-button rm-primary" })),
  );
  return { root, heading };
}
