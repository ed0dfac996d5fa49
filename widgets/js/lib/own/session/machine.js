/**
 * A guided session as a chain of states: an event with its stamp goes in, the next state comes out.
 * Nothing here looks at a clock. A page that slept sends one late tick, and all that was due by
 * then has happened at its own time.
 *
 * @typedef {{ kind: "work" | "rest", set: number, of: number, side: string, unit: "s" | "reps", amount: number }} Step
 * @typedef {{ exercise: string, dose: string, amount: number, steps: Step[] }} Form the planned one first, then easier ones
 * @typedef {{ change: number, forms: Form[] }} Item `change`: seconds until the next exercise
 * @typedef {{ items: Item[], countIn: number }} Script the first item is the warm-up
 *
 * @typedef {{ item: number, form: number, sets: number, at: number }} Tally whole sets of one form; `at` in ms since 1970
 * @typedef {"going" | "paused" | "asking" | "hurts" | "over"} Phase
 * @typedef {"" | "end" | "chose" | "pain"} Why
 *
 * @typedef {object} State
 * @property {number} item
 * @property {number} step of the form's steps; behind the last one is the change to the next exercise
 * @property {number[]} forms which form of each item
 * @property {number} lead seconds to get ready, before the work
 * @property {number} before seconds of this work that were done before a pause
 * @property {number} gone ms of this step until `since`
 * @property {number | null} since stamp from which its time runs; null while it rests
 * @property {Phase} phase
 * @property {Why} why it is over
 * @property {Tally[]} tallies
 *
 * @typedef {"tick" | "done" | "ready" | "pause" | "goOn" | "skip" | "easier" | "ask" | "hurts" | "stop"} Kind
 * @typedef {{ kind: Kind, stamp: number, epoch: number }} Event `epoch`: ms since 1970 at stamp 0
 */

/** @param {Script} script @param {number} stamp @returns {State} */
export function begin(script, stamp) {
  return { item: 0, step: 0, forms: script.items.map(() => 0), lead: script.countIn, before: 0, gone: 0, since: stamp, phase: "going", why: "", tallies: [] };
}

/** Where somebody was when the page went: the set, or the rest, begins anew. @param {Script} script @param {State} state @param {number} stamp @returns {State} */
export function again(script, state, stamp) {
  return { ...state, ...fresh(stepOf(script, state).kind === "work" ? script.countIn : 0, stamp), phase: "going" };
}

/** @param {Script} script @param {State} state @param {Event} event @returns {State} */
export function react(script, state, event) {
  const now = caughtUp(script, state, event);
  if (now.phase === "over") return now;
  return (REACTIONS[event.kind] ?? same)(script, now, event);
}

/** @typedef {(script: Script, state: State, event: Event) => State} Reaction @type {Reaction} */
const same = (_, state) => state;

/** @type {Partial<Record<Kind, Reaction>>} */
const REACTIONS = {
  done: (script, state, event) => (state.phase === "going" && isCounted(script, state) && leadLeft(state, event.stamp) === 0 ? next(script, state, event.stamp, event.epoch) : state),
  ready: (script, state, { stamp, epoch }) => {
    if (state.phase !== "going") return state;
    const rest = stepOf(script, state).kind === "rest";
    // Who has begun has nothing to hasten.
    if (!rest) return leadLeft(state, stamp) > 0 ? { ...state, lead: elapsed(state, stamp) } : state;
    const left = secondsLeft(script, state, stamp);
    if (left <= script.countIn) return next(script, state, stamp, epoch);
    return { ...state, gone: (lengthOf(script, state) - script.countIn) * 1000, since: stamp };
  },
  pause: (_, state, { stamp }) => (state.phase === "going" ? resting(state, stamp, "paused") : state),
  ask: (_, state, { stamp }) => resting(state, stamp, "asking"),
  hurts: (_, state, { stamp }) => resting(state, stamp, "hurts"),
  goOn: (script, state, { stamp }) => {
    if (state.phase === "going") return state;
    if (stepOf(script, state).kind === "rest") return { ...state, since: stamp, phase: "going" };
    // Nobody is in position after a pause: time to get ready, then what is left of the set.
    return { ...state, ...fresh(script.countIn, stamp), before: workSeconds(state, stamp), phase: "going" };
  },
  skip: (script, state, { stamp }) => {
    const { item, change } = upcoming(script, state);
    if (item + 1 >= script.items.length) return { ...resting(state, stamp, "over"), why: "end" };
    // In the rest before it, the rest goes on before the one after it.
    if (change) return { ...state, item, step: formOf(script, state, item).steps.length };
    return { ...state, item: item + 1, step: 0, ...fresh(script.countIn, stamp), phase: "going" };
  },
  easier: (script, state, { stamp }) => {
    const { item, set, change } = upcoming(script, state);
    if (!hasEasier(script, state)) return state;
    const forms = state.forms.map((form, at) => (at === item ? form + 1 : form));
    if (change) return { ...state, forms };
    const step = formOf(script, { ...state, forms }, item).steps.findIndex((each) => each.kind === "work" && each.set === set);
    return { ...state, forms, step, ...fresh(script.countIn, stamp), phase: "going" };
  },
  stop: (_, state, { stamp }) => ({ ...resting(state, stamp, "over"), why: state.phase === "hurts" ? "pain" : "chose" }),
};

/** @param {number} lead @param {number} stamp */
const fresh = (lead, stamp) => ({ lead, before: 0, gone: 0, since: /** @type {number | null} */ (stamp) });

/** @param {State} state @param {number} stamp @param {Phase} phase @returns {State} */
const resting = (state, stamp, phase) => ({ ...state, gone: elapsed(state, stamp) * 1000, since: null, phase });

/** All that was due by the stamp of an event. @type {Reaction} */
function caughtUp(script, state, { stamp, epoch }) {
  let now = state;
  while (now.phase === "going" && secondsLeft(script, now, stamp) <= 0) {
    const end = stamp + secondsLeft(script, now, stamp) * 1000;
    now = next(script, now, end, epoch);
  }
  return now;
}

/** What comes after a step that ended at a stamp. @param {Script} script @param {State} state @param {number} stamp @param {number} epoch @returns {State} */
export function next(script, state, stamp, epoch) {
  const { steps } = formOf(script, state, state.item);
  const now = steps[state.step];
  if (now === undefined) return { ...state, item: state.item + 1, step: 0, ...fresh(0, stamp) };
  const then = steps[state.step + 1];
  const whole = now.kind === "work" && !(then?.kind === "work" && then.set === now.set);
  const tallies = whole ? counted(state, Math.round(epoch + stamp)) : state.tallies;
  const on = { ...state, tallies, step: state.step + 1 };
  // After a rest one is ready; between two sides there is none.
  if (then !== undefined) return { ...on, ...fresh(now.kind === "work" && then.kind === "work" ? script.countIn : 0, stamp) };
  if (state.item + 1 >= script.items.length) return { ...on, step: state.step, gone: 0, since: null, phase: "over", why: "end" };
  if (script.items[state.item].change > 0) return { ...on, ...fresh(0, stamp) };
  return { ...on, item: state.item + 1, step: 0, ...fresh(script.countIn, stamp) };
}

/** One more whole set of the form that is done now. @param {State} state @param {number} at @returns {Tally[]} */
function counted({ tallies, item, forms }, at) {
  const form = forms[item];
  const before = tallies.find((each) => each.item === item && each.form === form);
  const others = tallies.filter((each) => each !== before);
  return [...others, { item, form, sets: (before?.sets ?? 0) + 1, at }];
}

/** @param {Script} script @param {State} state @param {number} item */
export const formOf = (script, state, item) => script.items[item].forms[state.forms[item]];

/** What goes on now; the change to the next exercise is a rest too. @param {Script} script @param {State} state @returns {Step} */
export function stepOf(script, state) {
  const { steps } = formOf(script, state, state.item);
  const last = steps[steps.length - 1];
  return steps[state.step] ?? { ...last, kind: "rest", side: "", unit: "s", amount: script.items[state.item].change };
}

/**
 * What is done now, or comes after the rest: its item, its set, and whether it is another exercise.
 * @param {Script} script @param {State} state
 */
export function upcoming(script, state) {
  const { steps } = formOf(script, state, state.item);
  const now = steps[state.step];
  if (now === undefined) return { item: state.item + 1, step: 0, set: 1, change: true };
  const step = now.kind === "rest" ? state.step + 1 : state.step;
  return { item: state.item, step, set: steps[step].set, change: false };
}

/** @param {Script} script @param {State} state */
export function hasEasier(script, state) {
  const { item } = upcoming(script, state);
  return state.forms[item] + 1 < script.items[item].forms.length;
}

/** Work of which nobody but the learner knows when it is done. @param {Script} script @param {State} state */
export function isCounted(script, state) {
  const { kind, unit } = stepOf(script, state);
  return kind === "work" && unit === "reps";
}

/** How long a step lasts by itself, in seconds. @param {Script} script @param {State} state */
export function lengthOf(script, state) {
  const { kind, amount } = stepOf(script, state);
  if (kind === "rest") return Math.max(amount, script.countIn);
  return isCounted(script, state) ? Infinity : state.lead + amount - state.before;
}

/** Seconds of a step that have gone. @param {State} state @param {number} stamp */
export const elapsed = ({ gone, since }, stamp) => (gone + (since === null ? 0 : stamp - since)) / 1000;

/** @param {Script} script @param {State} state @param {number} stamp */
export const secondsLeft = (script, state, stamp) => lengthOf(script, state) - elapsed(state, stamp);

/** Seconds to get ready that are left. @param {State} state @param {number} stamp */
export const leadLeft = (state, stamp) => Math.max(0, state.lead - elapsed(state, stamp));

/** Seconds at work in this set and side. @param {State} state @param {number} stamp */
export const workSeconds = (state, stamp) => state.before + Math.max(0, elapsed(state, stamp) - state.lead);
