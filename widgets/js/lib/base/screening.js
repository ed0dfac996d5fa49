/** The health questions and the rules for stopping, asked before a first test. */
import { button, fill, h, list, radios } from "./dom.js";
import { words } from "../words/index.js";

/** @typedef {{ questions: string[], stop_rules: string[], outcome: string }} Screening */

/**
 * Questions about health and the rules for stopping, once.
 * @param {Screening} screening
 * @param {(outcome: "clear" | "cleared by a professional") => void} ondone
 * @param {() => void} [onadvise] An answer was yes.
 */
export function screeningPanel(screening, ondone, onadvise = () => {}) {
  const root = h("section", { class: "rm-panel", "aria-label": words.screening.title });
  /** @type {Map<number, string>} */
  const answers = new Map();
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const agree = h("input", { type: "checkbox" });

  const questions = () => {
    answers.clear();
    agree.checked = false;
    fill(
      root,
      h("h4", {}, words.screening.title),
      h("p", {}, words.screening.lead),
      ...screening.questions.map((question, index) =>
        radios(
          question,
          [
            { value: "no", label: words.screening.no },
            { value: "yes", label: words.screening.yes },
          ],
          (value) => answers.set(index, value),
        ),
      ),
      h("h4", {}, words.screening.stopTitle),
      list(screening.stop_rules),
      h("label", { class: "rm-check" }, agree, h("span", {}, words.screening.agree)),
      problem,
      button(words.screening.done, decide, { class: "rm-button rm-primary" }),
    );
  };

  const decide = () => {
    if (answers.size < screening.questions.length || !agree.checked) {
      problem.textContent = words.screening.open;
    } else if ([...answers.values()].includes("yes")) {
      advise();
    } else {
      ondone("clear");
    }
  };

  const advise = () => {
    onadvise();
    const heading = h("h4", { tabindex: "-1" }, words.screening.adviceTitle);
    fill(
      root,
      heading,
      h("p", {}, words.screening.advice),
      h(
        "div",
        { class: "rm-row" },
        button(words.screening.cleared, () => ondone("cleared by a professional")),
        button(words.screening.again, questions),
      ),
    );
    heading.focus();
  };

  questions();
  return root;
}
