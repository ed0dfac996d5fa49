/** The end: what was done, and how hard it was. */
import { button, h, radios } from "../../base/dom.js";
import { sessionWords as say, words } from "../../words/index.js";
import { linesOf } from "./done.js";

/**
 * @param {import("./done.js").Session} session @param {import("./machine.js").State} state
 * @param {{ onsave: (effort: number | null) => void, onback: () => void }} react
 */
export function finishPanel({ script, exercises }, state, { onsave, onback }) {
  /** @type {number | null} */
  let effort = null;
  const why = state.why === "" ? "end" : state.why;
  const heading = h("h4", { tabindex: "-1", class: "rm-big" }, say.over[why]);
  const lines = linesOf(script, state);
  const some = lines.some(({ sets }) => sets > 0);
  const scale = radios(
    words.review.effort,
    Array.from({ length: 11 }, (_, level) => ({ value: String(level), label: String(level) })),
    (value) => (effort = Number(value)),
  );
  scale.classList.add("rm-scale");
  const root = h(
    "section",
    { class: "rm-panel" },
    heading,
    why === "pain" && h("p", { class: "rm-note" }, words.review.pain),
    h("p", { class: "rm-label" }, say.overDone),
    h("ul", { class: "rm-list" }, ...lines.map((line) => h("li", { class: line.sets === 0 ? "rm-hint" : "" }, lineText(line, exercises)))),
    some && scale,
    h("p", { class: "rm-hint" }, some ? say.kept : say.none),
    h("div", { class: "rm-row" }, some ? button(say.save, () => onsave(effort), { class: "rm-button rm-primary" }) : button(say.back, onback, { class: "rm-button rm-primary" })),
  );
  return { root, heading };
}

/** @param {import("./done.js").Line} line @param {Record<string, import("./done.js").Exercise>} exercises */
function lineText({ exercise, dose, sets, of, eased }, exercises) {
  const what = sets === 0 ? say.leftOut : sets === of ? dose : say.part(sets, of);
  return say.line(exercises[exercise].name, [what, eased && say.eased].filter(Boolean).join(", "));
}
