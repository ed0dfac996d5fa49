/** A question on the page: its text, its control, and what looks after its answer. */
import { h, uniqueId } from "../base/dom.js";
import { paragraphs } from "../base/markup.js";
import { CONTROLS } from "./kinds.js";

/**
 * @typedef {object} Mode What saves or checks an answer.
 * @property {HTMLElement} root
 * @property {(place: Element) => void} start
 * @property {(value: any, done: boolean) => void} changed
 * @property {() => void} close
 *
 * @param {import("./kinds.js").Question} question
 * @param {(sentence: string) => void} say
 * @param {(control: { put: (value: any) => void, focus: () => void, rest: () => void }) => Mode} makeMode
 *   `rest`: the answer was given, and stays as it is.
 */
export function asked(question, say, makeMode) {
  const labelId = uniqueId("stem");
  const control = CONTROLS[question.type](question, { labelId, say, change: (value, done) => mode.changed(value, done) });
  const put = (/** @type {any} */ value) => control.set(value);
  const focus = () => {
    const chosen = control.root.querySelector("input:checked") ?? control.root.querySelector("input, select, textarea, button:enabled, [tabindex='0']");
    if (chosen instanceof HTMLElement || chosen instanceof SVGElement) chosen.focus();
  };
  const rest = () => (control.root.inert = true);
  const mode = makeMode({ put, focus, rest });
  const stem = h("div", { class: "rm-stem", id: labelId, dir: "auto" }, ...paragraphs(question.stem));
  return {
    parts: [stem, control.root, mode.root],
    /** @param {Element} place What holds all parts. */
    start(place) {
      put(null);
      mode.start(place);
    },
    close: mode.close,
  };
}
