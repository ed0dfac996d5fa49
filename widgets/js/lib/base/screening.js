/** The health questions and the rules for stopping, asked before a first test. */
import { button, fill, h, list, radios } from "./dom.js";
import { words } from "../words/index.js";

/** @typedef {{ questions: string[], stop_rules: string[], outcome: string }} Screening */

/** Marks a form on the page, across widgets: each widget has a copy of this script. */
const FORM = "rm-health";

/**
 * Questions about health and the rules for stopping, once on a page. A test further down says
 * where they are, and can ask them itself.
 * @param {Screening} screening
 * @param {(outcome: "clear" | "cleared by a professional") => void} ondone
 * @param {() => void} [onadvise] An answer was yes.
 */
export function screeningPanel(screening, ondone, onadvise = () => {}) {
  const root = h("section", { class: "rm-panel", "aria-label": words.screening.title });
  /** @type {Map<number, string>} */
  const answers = new Map();

  const elsewhere = () =>
    fill(
      root,
      h("p", {}, words.screening.above),
      button(words.screening.here, () => {
        form();
        root.querySelector("input")?.focus();
      }),
    );

  const form = () => {
    answers.clear();
    const problem = h("p", { class: "rm-problem", role: "alert" });
    const agree = h("input", { type: "checkbox" });
    const count = h("p", { class: "rm-hint" });
    const sets = screening.questions.map((question, index) => radios(question, CHOICES, (value) => answer(index, value)));
    const box = h("div", { class: "rm-health-questions" }, ...sets);

    const open = () => sets.findIndex((_, index) => !answers.has(index));

    /** @param {number} index @param {string} value */
    const answer = (index, value) => {
      answers.set(index, value);
      sets[index].classList.add("rm-answered");
      count.textContent = words.screening.count(answers.size, sets.length);
      problem.textContent = "";
      // On a phone the questions scroll in a window of their own: the next one comes up.
      const next = sets[open()];
      if (next !== undefined && next.offsetTop > sets[index].offsetTop) box.scrollTop = sets[index].offsetTop - box.offsetTop;
    };

    const decide = () => {
      if (open() >= 0) {
        problem.textContent = words.screening.open(screening.questions[open()]);
        sets[open()].querySelector("input")?.focus();
      } else if (!agree.checked) {
        problem.textContent = words.screening.untick;
        agree.focus();
      } else if ([...answers.values()].includes("yes")) advise();
      else ondone("clear");
    };

    count.textContent = words.screening.count(0, sets.length);
    fill(
      root,
      h(
        "div",
        { class: FORM },
        h("h4", {}, words.screening.title),
        h("p", {}, words.screening.lead),
        count,
        box,
        h("h4", {}, words.screening.stopTitle),
        list(screening.stop_rules),
        h("label", { class: "rm-check" }, agree, h("span", {}, words.screening.agree)),
        problem,
        button(words.screening.done, decide, { class: "rm-button rm-primary" }),
      ),
    );
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
        button(words.screening.again, form),
      ),
    );
    heading.focus();
  };

  if (document.querySelector(`.${FORM}`) === null) form();
  else elsewhere();
  return root;
}

const CHOICES = [
  { value: "no", label: words.screening.no },
  { value: "yes", label: words.screening.yes },
];
