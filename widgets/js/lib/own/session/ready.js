/**
 * Before the start: which day, what comes, what is needed, and when to stop.
 *
 * @typedef {import("./machine.js").Item} Item @typedef {import("./done.js").Exercise} Exercise
 * @typedef {{ date: string, name: string, run: string, minutes: number, done: boolean, items: Item[], exercises: Record<string, Exercise> }} Day
 * @typedef {{ movement: string, seconds: number, text: string }} WarmUp
 */
import { CONTENT, h, list, pills } from "../../base/dom.js";
import { planWords, sessionWords as say, words } from "../../words/index.js";
import { LANG } from "../../words/catalogue.js";

/** The days of this week. @param {Day[]} days @param {string} chosen @param {string} today @param {(date: string) => void} onpick */
export function dayPicker(days, chosen, today, onpick) {
  const choices = days.map(({ date, name, done }) => ({
    value: date,
    label: [name, date === today && say.today, done && say.done].filter(Boolean).join(" · "),
  }));
  return pills(say.which, choices, onpick, chosen);
}

/** What the day holds. @param {Day} day @param {WarmUp} warmUp */
export function outline(day, warmUp) {
  const things = new Set(day.items.flatMap(({ forms }) => day.exercises[forms[0].exercise].equipment));
  const needed = [...things].map((thing) => planWords.things[thing] ?? thing).join(", ");
  return h(
    "div",
    { class: "rm-outline" },
    h("h4", {}, day.name),
    h("p", {}, h("strong", {}, say.minutes(day.minutes)), " ", needed === "" ? say.nothing : say.need(needed), day.run !== "" && ` ${say.run(LANG === "en" ? day.run.toLowerCase() : day.run)}`),
    h("p", {}, warmUp.text),
    h(
      "ol",
      { class: "rm-list", "aria-label": say.list },
      ...day.items.map(({ forms: [form] }) => h("li", {}, h("strong", CONTENT, day.exercises[form.exercise].name), `: ${form.dose}`)),
    ),
  );
}

/** When to stop, shown open: nobody looks into a fold before a start. @param {string[]} signs */
export function stopRules(signs) {
  return h("div", { class: "rm-signs" }, h("p", { class: "rm-label" }, words.screening.stopTitle), list(signs), h("p", { class: "rm-hint" }, say.leaveOut));
}
