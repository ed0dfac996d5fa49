/** What came of a session: what was done, left out or made easier, and the entries for the log. */
import { learnersClock } from "../../base/clock.js";

/**
 * @typedef {import("./machine.js").Script} Script @typedef {import("./machine.js").State} State
 * @typedef {{ name: string, how: string[], care: string, equipment: string[], each_side: boolean, unit: string, loop: number, tempo: number }} Exercise
 * @typedef {{ run: string, date: string, script: Script, exercises: Record<string, Exercise> }} Session
 * @typedef {{ exercise: string, dose: string, sets: number, of: number, eased: boolean }} Line
 */

/** The first item is the warm-up, of which nothing is kept. */
const FIRST = 1;

/** What was done, in the order of the session: a line for each form, or one of no sets. @param {Script} script @param {State} state @returns {Line[]} */
export function linesOf(script, state) {
  return script.items.slice(FIRST).flatMap(({ forms }, at) => {
    const done = talliesOf(state).filter(({ item }) => item === at + FIRST);
    const of = forms[0].steps[0].of;
    if (done.length === 0) return [{ exercise: forms[0].exercise, dose: forms[0].dose, sets: 0, of, eased: false }];
    return done.map(({ form, sets }) => ({ exercise: forms[form].exercise, dose: forms[form].dose, sets, of, eased: form > 0 }));
  });
}

/** @param {State} state */
export const talliesOf = ({ tallies }) =>
  tallies.filter(({ item }) => item >= FIRST).sort((a, b) => a.item - b.item || a.form - b.form);

/**
 * The result of one form of one exercise. Its id follows from the session, so that it is kept once
 * however often it is sent, also after a page that came back.
 * @param {Session} session @param {State} state @param {import("./machine.js").Tally} tally @param {number | null} effort
 */
export function resultOf({ run, date, script, exercises }, state, { item, form, sets, at }, effort) {
  const { exercise, amount, steps } = script.items[item].forms[form];
  const { each_side, unit } = exercises[exercise];
  const moment = new Date(at);
  return {
    id: `${run}-${item}-${form}`,
    test: `exercise:${exercise}`,
    side: "",
    value: sets,
    unit: "sets",
    trial: 1,
    effort,
    reason: state.why === "pain" && state.item === item ? "pain" : "",
    note: "",
    protocol_version: "",
    recorded_at: moment.toISOString(),
    utc_offset_minutes: learnersClock(moment).utc_offset_minutes,
    details: { amount, unit, each_side, of: steps[0].of, plan_day: date },
    discarded: false,
  };
}
