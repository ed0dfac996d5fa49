/** The questions of the plan builder. */
import { button, field, h, uniqueId } from "../base/dom.js";
import { numberBox } from "../base/number_box.js";
import { planWords as say } from "../words/index.js";
import { problemOf } from "./plan_wishes.js";

/** @typedef {import("./plan_wishes.js").Wishes} Wishes @typedef {import("./plan_wishes.js").Choices} Choices */

const RUNS = ["", "easy", "hard"];

/**
 * @param {Choices} choices @param {Wishes} wishes
 * @param {(wishes: Wishes) => void} onmake
 */
export function planForm(choices, wishes, onmake) {
  const goals = ticks(say.goals, say.goalsHint, choices.goals, wishes.goals);
  const equipment = ticks(
    say.equipment,
    say.equipmentHint,
    choices.equipment.map((value) => ({ value, label: say.things[value] ?? value })),
    wishes.equipment,
  );
  const pain = ticks(say.pain, say.painHint, choices.pain, wishes.pain);
  const conditions = ticks(say.conditions, say.conditionsHint, choices.conditions, wishes.conditions ?? []);
  const runs = choices.days.map((_, day) =>
    h("select", {}, ...RUNS.map((run) => h("option", { value: run, selected: run === wishes.runs[day] }, say.runs[run]))),
  );
  const minutes = number(say.minutes, choices.minutes, wishes.minutes, say.badMinutes);
  const weeks = number(say.weeks, choices.weeks, wishes.weeks, say.badWeeks);
  const start = h("input", { type: "date", value: wishes.start });
  const inARow = h("input", { type: "checkbox", checked: wishes.in_a_row });
  const problem = h("p", { class: "rm-problem", role: "alert" });

  const make = () => {
    const typed = [minutes, weeks].find((each) => each.read().problem !== "");
    if (typed !== undefined) {
      problem.textContent = typed.read().problem;
      typed.box.focus();
      return;
    }
    const asked = {
      start: start.value,
      weeks: weeks.read().number ?? 0,
      minutes: minutes.read().number ?? 0,
      runs: runs.map((select) => select.value),
      goals: goals.picked(),
      equipment: equipment.picked(),
      pain: pain.picked(),
      in_a_row: inARow.checked,
      conditions: conditions.picked(),
    };
    problem.textContent = problemOf(asked, new Date());
    if (problem.textContent === "") onmake(asked);
  };

  return h(
    "div",
    { class: "rm-form" },
    h("p", {}, say.lead),
    pain.root,
    conditions.root,
    goals.root,
    h(
      "fieldset",
      { class: "rm-choices" },
      h("legend", {}, say.week),
      h("p", { class: "rm-hint" }, say.weekHint),
      h("div", { class: "rm-week-days" }, ...runs.map((select, day) => field(choices.days[day], select))),
    ),
    h(
      "div",
      { class: "rm-numbers" },
      minutes.root,
      weeks.root,
      field(say.start, start, say.startHint),
    ),
    h("label", { class: "rm-check" }, inARow, h("span", {}, say.inARow)),
    equipment.root,
    problem,
    button(say.make, make, { class: "rm-button rm-primary" }),
  );
}

/**
 * A group of checkboxes.
 * @param {string} legend @param {string} hint
 * @param {{ value: string, label: string }[]} choices @param {string[]} ticked
 */
function ticks(legend, hint, choices, ticked) {
  const boxes = choices.map(({ value }) => h("input", { type: "checkbox", value, checked: ticked.includes(value) }));
  const hintId = uniqueId("hint");
  const root = h(
    "fieldset",
    { class: "rm-choices", "aria-describedby": hintId },
    h("legend", {}, legend),
    h("p", { class: "rm-hint", id: hintId }, hint),
    h(
      "div",
      { class: "rm-ticks" },
      ...boxes.map((box, index) => h("label", { class: "rm-check" }, box, h("span", {}, choices[index].label))),
    ),
  );
  return { root, picked: () => boxes.filter((box) => box.checked).map((box) => box.value) };
}

/** @param {string} label @param {[number, number]} bounds @param {number} value @param {(least: number, most: number) => string} bad */
function number(label, [least, most], value, bad) {
  return numberBox(label, { least, most, whole: true, value, hint: say.range(least, most), bad: bad(least, most) });
}
