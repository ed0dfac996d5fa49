/**
 * The tones to come, until the learner has to do something, in seconds from now: so they can be
 * given to the audio clock at once, which goes on where a timer sleeps.
 */
import { LAST } from "../../base/sound.js";
import { isCounted, leadLeft, next, secondsLeft, stepOf, workSeconds } from "./machine.js";

const GO = { hertz: 990, seconds: 0.2 };
const COUNT = [3, 2, 1];
/** So many steps are planned ahead; each step that begins plans anew. */
const STEPS = 12;

/**
 * @param {import("./machine.js").Script} script @param {import("./machine.js").State} state @param {number} stamp
 * @param {(state: import("./machine.js").State) => number} tempo Seconds of a repetition.
 * @returns {import("../../base/sound.js").Cue[]}
 */
export function tonesAhead(script, state, stamp, tempo) {
  const tones = [];
  let now = state;
  let at = stamp;
  for (let steps = 0; steps < STEPS && now.phase === "going"; steps += 1) {
    const from = (at - stamp) / 1000;
    const work = stepOf(script, now).kind === "work";
    const ready = work ? leadLeft(now, at) : secondsLeft(script, now, at);
    if (ready > 0) tones.push(...COUNT.map((second) => ({ at: from + ready - second })), { at: from + ready, ...GO });
    if (isCounted(script, now)) {
      // The counter is through; whoever needs longer takes longer.
      tones.push({ at: from + ready + stepOf(script, now).amount * tempo(now) - workSeconds(now, at), ...LAST });
      break;
    }
    const left = secondsLeft(script, now, at);
    if (work) tones.push({ at: from + left, ...LAST });
    at += left * 1000;
    now = next(script, now, at, 0);
  }
  return tones.filter(({ at: when }) => when >= 0);
}
