/**
 * A finished plan, one week at a time.
 *
 * @typedef {{ exercise: string, dose: string, group: string }} Dose
 * @typedef {{ minutes: number, doses: Dose[] }} Session
 * @typedef {{ name: string, date: string, run: string, session: Session | null }} Day
 * @typedef {{ title: string, sum: string, rule: string, new: string, lighter: boolean, days: Day[] }} Week
 * @typedef {{ title: string, text: string, content?: string, links: { text: string, url: string }[] }} Sentence
 * @typedef {Sentence & { kind: string, spoken: boolean }} Note
 * @typedef {{ name: string, steps: string[], cautions: string, basis: string, equipment: string[] }} Exercise
 * @typedef {ReturnType<typeof import("../base/moving.js").figuresOf>} Figures
 * @typedef {object} Plan
 * @property {number} rev
 * @property {string} start
 * @property {number} sessions the most in a week
 * @property {Sentence[]} focus
 * @property {Note[]} notes
 * @property {string} warm_up
 * @property {string} advice
 * @property {Week[]} weeks
 * @property {Record<string, Exercise>} exercises
 */
import { button, CONTENT, fill, h, list } from "../base/dom.js";
import { planWords as say } from "../words/index.js";
import { weekNow } from "./plan_wishes.js";

/** What comes first, what was left out, and why. @param {Plan} plan */
export function remarks(plan) {
  const own = plan.notes.filter((note) => note.kind !== "advice");
  return h(
    "div",
    {},
    ...own.map((each) => h("p", { class: `rm-note rm-note-${each.kind}`, lang: !each.spoken && "en" }, ...sentence(each))),
    plan.focus.length > 0 && h("h4", {}, say.first),
    plan.focus.length > 0 &&
      h("ul", { class: "rm-list" }, ...plan.focus.map((each) => h("li", {}, ...sentence(each)))),
  );
}

/** Advice that every plan carries, each with its source. @param {Plan} plan */
export function advice(plan) {
  const all = plan.notes.filter((note) => note.kind === "advice");
  return h(
    "details",
    { class: "rm-details" },
    h("summary", {}, say.know),
    ...all.map((each) => h("p", CONTENT, ...sentence(each))),
  );
}

/** @param {Sentence} sentence */
function sentence({ title, text, content, links }) {
  return [h("strong", {}, `${title}. `), text, ...(content ? [" ", h("span", CONTENT, content)] : []), ...links.flatMap((link) => [" ", source(link)])];
}

/** @param {{ text: string, url: string }} link */
function source(link) {
  if (!/^https:\/\//.test(link.url)) return h("cite", {}, `(${link.text})`);
  return h("a", { href: link.url, target: "_blank", rel: "noopener noreferrer" }, link.text);
}

/**
 * The weeks with a way through them; opens at the week that is now.
 * @param {Plan} plan @param {(words: string) => void} announce @param {Figures} figures
 */
export function weekView(plan, announce, figures) {
  let shown = weekNow(plan.start, plan.weeks.length, new Date());
  const before = button(say.before, () => go(shown - 1));
  const after = button(say.after, () => go(shown + 1));
  const pick = h(
    "select",
    { "aria-label": say.pick, onchange: () => go(pick.selectedIndex) },
    ...plan.weeks.map((week) => h("option", {}, week.title)),
  );
  const body = h("div", {});

  /** @param {number} index */
  const go = (index) => {
    shown = Math.min(Math.max(index, 0), plan.weeks.length - 1);
    paint();
    announce(`${plan.weeks[shown].title}. ${plan.weeks[shown].sum}.`);
  };
  const paint = () => {
    const focused = document.activeElement;
    before.disabled = shown === 0;
    after.disabled = shown === plan.weeks.length - 1;
    // A disabled button would lose the keyboard's place.
    if (focused === before && before.disabled) after.focus();
    if (focused === after && after.disabled) before.focus();
    pick.selectedIndex = shown;
    figures.clear();
    fill(body, ...week(plan, plan.weeks[shown], figures));
  };
  paint();
  return h("section", { class: "rm-weeks", "aria-label": say.weeksName }, h("div", { class: "rm-row rm-turn" }, before, pick, after), body);
}

/** @param {Plan} plan @param {Week} week @param {Figures} figures */
function week(plan, week, figures) {
  return [
    h("h4", {}, week.title),
    h("p", {}, h("strong", {}, `${week.sum}. `), week.rule, week.new && ` ${week.new}`),
    h("ol", { class: "rm-days" }, ...week.days.map((each) => day(plan, each, figures))),
  ];
}

/** @param {Plan} plan @param {Day} day @param {Figures} figures */
function day(plan, { name, date, run, session }, figures) {
  const rest = run === "" && session === null;
  return h(
    "li",
    { class: `rm-day${session === null ? "" : " rm-strength"}` },
    h("p", { class: "rm-day-name" }, h("strong", {}, name), ` ${date}`),
    h(
      "div",
      { class: "rm-day-what" },
      run !== "" && h("p", { class: "rm-tag" }, run),
      rest && h("p", { class: "rm-tag rm-soft" }, say.rest),
      session !== null && h("p", { class: "rm-tag rm-tag-strength" }, say.strength(session.minutes)),
      session !== null && h("p", { class: "rm-hint" }, plan.warm_up),
      ...(session?.doses.map((dose) => exercise(plan.exercises[dose.exercise], dose, figures)) ?? []),
    ),
  );
}

/** Opened, it shows the exercise. @param {Exercise} exercise @param {Dose} dose @param {Figures} figures */
function exercise({ name, steps, cautions, basis, equipment }, { exercise: id, dose, group }, figures) {
  const place = h("div", {});
  let asked = false;
  const open = () => {
    if (!asked) figures.show(id, place);
    asked = true;
  };
  return h(
    "details",
    { class: "rm-dose", ontoggle: open },
    h("summary", {}, h("span", {}, h("strong", CONTENT, name), `: ${dose} `, h("span", { class: "rm-hint" }, group))),
    place,
    h("div", CONTENT, list(steps, "ol")),
    equipment.length > 0 && h("p", { class: "rm-hint" }, say.need(equipment.map((item) => say.things[item] ?? item).join(", "))),
    cautions !== "" && h("p", CONTENT, cautions),
    h("p", { class: "rm-hint" }, basis),
  );
}
