/** What calculating shows. */
import { say } from "./say.js";

export const calculateWords = /* @__PURE__ */ say({
  start: "Type in my numbers",
  only: "The result is an estimate of your VO2max: the most oxygen that your body can use in a minute, for each kilogram of you. Only a laboratory can measure it.",
  made: "The equation was made with {n} people: {population}.",
  error: "It misses by a typical {e} {unit}: about two in three people were that close to their measured value, and one in three was further off.",
  noError: "How far it misses for one person is not known to us.",
  medicine: "Do you take medicine that slows your heart, such as a beta-blocker?",
  refusedMedicine: "Such medicine keeps the pulse low at any effort, so this equation would give a number that is far too good. No estimate is given. Compare your time with your own earlier times instead.",
  refusedFast: "The equation was made with easy jogs, 8 minutes or longer for men and 9 for women. Jog the mile again, more slowly.",
  refusedHard: "The equation was made with a pulse of {pulse} at most. Jog the mile again, more slowly.",
  refusedAge: "The equation was made with people aged {from} to {to}. Outside these ages it has not been tested, so no estimate is given.",
  implausible: "These numbers give an estimate that cannot be right. Please check each of them, and the units.",
  inputs: /** @type {Record<string, string>} */ ({
    distance: "Distance in 12 minutes, in metres",
    age: "Age in years",
    weight: "Body weight",
    pulse: "Pulse at the finish, in beats a minute",
    minutes: "Time: minutes",
    seconds: "and seconds",
  }),
  sex: "Sex, as the equation uses it",
  unit: "Unit of your weight",
  kg: "kilograms",
  lb: "pounds",
  bad: "{label}: please give a number from {from} to {to}.",
  choose: "Please answer every question.",
  calculate: "Work it out",
  estimate: "About {value} {unit} (an estimate)",
  distance: "{metres} metres",
  keep: "Keep this result",
  enough: "You have a result for today. Come back another day for the next one.",
});

/** A clock for a run outside. */
export const runClockWords = /* @__PURE__ */ say({
  down: "A clock for your {minutes} minutes",
  up: "A stopwatch for your mile",
  downHint: "Take your phone with you, or let somebody call out. You hear a tone with 6, 3 and 1 minutes left, and a long one at the end.",
  upHint: "Press when you set off, and again at the finish. The time goes into the fields below.",
  start: "Start the clock",
  stop: "Stop the clock",
  again: "Start it again",
  runs: "The clock runs. Stop at once if anything feels wrong.",
  left: { one: "{minutes} minute left", other: "{minutes} minutes left" },
  over: "Time is over. Mark your place, walk on slowly, and type in how far you came.",
  early: "Stopped early. That is fine. Nothing was recorded.",
  stopped: "Your time: {time}. Walk on slowly.",
});
