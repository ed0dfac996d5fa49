/** Numbers of a field test in, an estimate out, with the equation's people and its error. */
import { assessment } from "../lib/tests/assessment.js";
import { button, fill, h, pills, withContent } from "../lib/base/dom.js";
import { numberBox } from "../lib/base/number_box.js";
import { KILOGRAMS_PER_POUND, workOut } from "../lib/tests/equation.js";
import { sourceLink } from "../lib/tests/panel.js";
import { runClock } from "../lib/tests/run_clock.js";
import { calculateWords as words, words as common } from "../lib/words/index.js";
import { digits } from "../lib/words/say.js";

/** @typedef {import("../lib/tests/equation.js").Equation} Equation */

/** Minutes of the one test that asks for a distance. */
const TWELVE = 12;

/** Limits that only catch typing errors. @type {Record<string, { least: number, most: number, whole: boolean }>} */
const LIMITS = {
  distance: { least: 500, most: 6000, whole: true },
  age: { least: 10, most: 110, whole: true },
  weight: { least: 25, most: 700, whole: false },
  minutes: { least: 3, most: 59, whole: true },
  seconds: { least: 0, most: 59, whole: true },
  pulse: { least: 50, most: 220, whole: true },
};

/** What each factor of an equation asks the learner for. @type {Record<string, string[]>} */
const ASKED = { distance_m: ["distance"], weight_kg: ["weight"], age: ["age"], minutes: ["minutes", "seconds"], pulse: ["pulse"] };

/** @param {import("../lib/tests/panel.js").Protocol} protocol @returns {Equation} */
const equationOf = (protocol) => /** @type {Equation} */ (protocol.options);

/** @type {import("../lib/tests/assessment.js").Task} */
export const calculate = {
  run(stage) {
    const equation = equationOf(stage.protocol);
    const wanted = new Set(Object.keys(equation.factors));
    if (equation.ages !== null) wanted.add("age");
    const names = Object.keys(ASKED).filter((name) => wanted.has(name)).flatMap((name) => ASKED[name]);
    const inputs = new Map(names.map((name) => [name, number(name, name === "age" ? stage.about.age : null)]));
    const chosen = { sex: stage.about.sex, medicine: "", unit: "kg" };
    const sexed = wanted.has("male");
    const pulsed = wanted.has("pulse");
    const problem = h("p", { class: "rm-problem", role: "alert" });
    const outcome = h("div", { class: "rm-outcome" });

    const read = () => {
      for (const [name, input] of inputs) {
        const { problem: wrong } = input.read();
        if (wrong !== "") {
          problem.textContent = wrong;
          input.box.focus();
          return null;
        }
      }
      if ((sexed && chosen.sex === "") || (pulsed && chosen.medicine === "")) {
        problem.textContent = words.choose;
        return null;
      }
      problem.textContent = "";
      /** @param {string} name */
      const value = (name) => inputs.get(name)?.read().number ?? 0;
      const weight = value("weight") * (chosen.unit === "lb" ? KILOGRAMS_PER_POUND : 1);
      /** @type {Record<string, number>} */
      const all = {
        distance_m: value("distance"),
        weight_kg: Math.round(weight * 10) / 10,
        age: value("age"),
        male: chosen.sex === "M" ? 1 : 0,
        minutes: Math.round((value("minutes") + value("seconds") / 60) * 1000) / 1000,
        pulse: value("pulse"),
      };
      return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
    };

    /** @param {Event} event */
    const show = (event) => {
      event.preventDefault();
      outcome.replaceChildren();
      const values = read();
      if (values === null) return;
      const { estimate, refused } = workOut(equation, { medicine: chosen.medicine === "yes", values });
      if (refused !== "") {
        const [from, to] = equation.ages ?? [0, 0];
        const why = { medicine: words.refusedMedicine, age: words.refusedAge(from, to), tooFast: words.refusedFast, tooHard: words.refusedHard(equation.highestPulse ?? 0), implausible: words.implausible };
        fill(outcome, h("p", { class: "rm-note", role: "alert" }, why[refused]));
        return;
      }
      const text = words.estimate(digits(estimate, { minimumFractionDigits: 1, maximumFractionDigits: 1 }), equation.unit);
      const heading = h("h4", { tabindex: "-1", class: "rm-big" }, text);
      const keep = () => {
        // The twelve-minute run is recorded as what was measured: its distance.
        const isDistance = stage.protocol.unit === "m";
        stage.finish({
          value: isDistance ? values.distance_m : estimate,
          text: isDistance ? `${words.distance(values.distance_m)}. ${text}` : text,
          details: { ...values, estimate },
        });
      };
      fill(outcome, heading, honest(equation), button(words.keep, keep, { class: "rm-button rm-primary" }));
      heading.focus();
      stage.say(text);
    };

    /** A time that was measured goes into its fields; after a run by the clock the distance is asked. @param {number} seconds */
    const ran = (seconds) => {
      const all = Math.round(seconds);
      for (const [name, part] of [["minutes", Math.floor(all / 60)], ["seconds", all % 60]]) {
        const box = inputs.get(String(name))?.box;
        if (box === undefined) continue;
        box.value = String(part);
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
      (inputs.get("distance") ?? inputs.get("pulse"))?.box.focus();
    };
    const clock = runClock({ minutes: wanted.has("distance_m") ? TWELVE : null, say: stage.say, done: ran });
    fill(
      stage.root,
      clock.root,
      h(
        "form",
        { class: "rm-form", novalidate: true, onsubmit: show },
        sexed && pills(words.sex, [{ value: "F", label: common.about.female }, { value: "M", label: common.about.male }], (value) => (chosen.sex = value), chosen.sex),
        h("div", { class: "rm-fields" }, ...[...inputs.values()].map((input) => input.root)),
        wanted.has("weight_kg") &&
          pills(words.unit, [{ value: "kg", label: words.kg }, { value: "lb", label: words.lb }], (value) => (chosen.unit = value), chosen.unit),
        pulsed &&
          pills(words.medicine, [{ value: "no", label: common.screening.no }, { value: "yes", label: common.screening.yes }], (value) => (chosen.medicine = value)),
        problem,
        h("div", { class: "rm-row" }, h("button", { type: "submit", class: "rm-button rm-primary" }, words.calculate), button(common.hold.cancel, stage.cancel)),
        outcome,
      ),
    );
    /** @type {HTMLElement | null} */ (stage.root.querySelector("input"))?.focus();
    return clock.close;
  },
  start: () => words.start,
  extras: ({ protocol }) => h("div", { class: "rm-note" }, h("p", {}, words.only), honest(equationOf(protocol))),
  enough: words.enough,
  quiet: true,
};

/** @param {string} name @param {number | null} value */
function number(name, value) {
  const { least, most, whole } = LIMITS[name];
  const label = words.inputs[name];
  return numberBox(label, { least, most, whole, value, bad: words.bad(label, least, most) });
}

/** Who the equation was made with, and how far it misses. @param {Equation} equation */
function honest({ population, n, error, unit, source }) {
  return h(
    "p",
    { class: "rm-hint" },
    ...withContent(words.made(n, population)),
    ` ${error === null ? words.noError : words.error(error, unit)} `,
    sourceLink(source),
  );
}

export default assessment(calculate);
