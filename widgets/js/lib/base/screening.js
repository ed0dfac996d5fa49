/** The health questions and the rules for stopping, asked before a first test. */
import { button, fill, h, list, radios } from "./dom.js";
import * as words from "../words/shared.js";

/**
 * @typedef {"clear" | "clear for gentle exercise" | "cleared by a professional"} Outcome
 * @typedef {"stop" | "ask" | "gentle"} Lead Where a yes leads.
 * @typedef {{ id: string, text: string, leads_to: Lead, who: string, say: string, fine: string }} Question
 * @typedef {{ id: string, title: string, questions: Question[] }} Group
 * @typedef {{ groups?: Group[], questions: string[], stop_rules: string[], outcome: string, again?: boolean }} Screening `again`: an older version, which asked less, was answered.
 */

/** The questions by group; a page of an older version knows only their texts. @param {Screening} screening @returns {Group[]} */
function groupsOf({ groups, questions }) {
  if (groups !== undefined) return groups;
  const plain = questions.map((text) => ({ id: text, text, leads_to: /** @type {Lead} */ ("ask"), who: "", say: "", fine: "" }));
  return [{ id: "all", title: "", questions: plain }];
}

/** Marks a form on the page, across widgets: each widget has a copy of this script. */
const FORM = "rm-health";

/**
 * Questions about health and the rules for stopping, once on a page. A test further down says
 * where they are, and can ask them itself.
 * @param {Screening} screening
 * @param {(outcome: Outcome) => void} ondone
 * @param {() => void} [onadvise] An answer was yes.
 */
export function screeningPanel(screening, ondone, onadvise = () => {}) {
  const root = h("section", { class: "rm-panel", "aria-label": words.screening.title });
  /** @type {Map<number, string>} */
  const answers = new Map();
  const groups = groupsOf(screening);
  const asked = groups.flatMap((group) => group.questions);

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
    const sets = asked.map(({ text }, index) => radios(text, CHOICES, (value) => answer(index, value)));
    const titled = groups.flatMap((group) => [
      group.title !== "" && h("h5", {}, group.title),
      ...group.questions.map((question) => sets[asked.indexOf(question)]),
    ]);
    const box = h("div", { class: "rm-health-questions" }, ...titled);

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
        problem.textContent = words.screening.open(asked[open()].text);
        sets[open()].querySelector("input")?.focus();
      } else if (!agree.checked) {
        problem.textContent = words.screening.untick;
        agree.focus();
      } else {
        const yes = asked.filter((_, index) => answers.get(index) === "yes");
        if (yes.length === 0) ondone("clear");
        else if (yes.every((question) => question.leads_to === "gentle")) beginGently(yes);
        else advise(yes);
      }
    };

    count.textContent = words.screening.count(0, sets.length);
    fill(
      root,
      h(
        "div",
        { class: FORM },
        h("h4", {}, words.screening.title),
        screening.again && h("p", { class: "rm-note" }, words.screening.more),
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

  /** Nothing but a habit speaks against hard exercise. @param {Question[]} yes */
  const beginGently = (yes) => {
    const heading = h("h4", { tabindex: "-1" }, words.screening.gentleTitle);
    fill(
      root,
      heading,
      ...nextSteps(yes),
      h(
        "div",
        { class: "rm-row" },
        button(words.screening.gentle, () => ondone("clear for gentle exercise"), { class: "rm-button rm-primary" }),
        button(words.screening.again, form),
      ),
    );
    heading.focus();
  };

  /** @param {Question[]} yes */
  const advise = (yes) => {
    onadvise();
    const heading = h("h4", { tabindex: "-1" }, words.screening.adviceTitle);
    fill(
      root,
      heading,
      h("p", {}, words.screening.advice),
      ...nextSteps(yes),
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

/** For each yes: whom to see, what to say, what is still fine. What cannot wait comes first. @param {Question[]} yes */
function nextSteps(yes) {
  const order = ["stop", "ask", "gentle"];
  const sorted = [...yes].sort((a, b) => order.indexOf(a.leads_to) - order.indexOf(b.leads_to));
  return sorted.map(({ text, who, say, fine }) =>
    h(
      "section",
      { class: "rm-next-step" },
      h("p", { class: "rm-hint" }, text),
      ...Object.entries({ who, say, fine }).map(
        ([part, advice]) => advice !== "" && h("p", {}, h("strong", {}, `${words.screening[/** @type {"who" | "say" | "fine"} */ (part)]}: `), advice),
      ),
    ),
  );
}

const CHOICES = [
  { value: "no", label: words.screening.no },
  { value: "yes", label: words.screening.yes },
];
