/**
 * A clock for a run outside: minutes that count down to a signal, or the time of a mile that
 * counts up. It goes by the stamps of the presses, and catches up after a hidden page.
 */
import { fill, h } from "../base/dom.js";
import { onPress } from "../base/press.js";
import { LAST, audio, close as closeAudio, cuesAhead } from "../base/sound.js";
import { Stopwatch, stampOf } from "../base/stopwatch.js";
import { runClockWords as words } from "../words/calculate.js";

const TICK_MS = 250;
/** A press so soon after the first is the same press. */
const SLIP_S = 1;
/** Minutes left at which a runner hears how far it is. */
const CUES_MIN = [6, 3, 1];

/**
 * @param {object} options
 * @param {number | null} options.minutes From which it counts down; null counts up.
 * @param {(sentence: string) => void} options.say
 * @param {(seconds: number) => void} options.done When it has run out, or was stopped.
 */
export function runClock({ minutes, say, done }) {
  const whole = minutes === null ? null : minutes * 60;
  const face = h("p", { class: "rm-run-clock", role: "timer" }, time(whole ?? 0));
  const hint = h("p", { class: "rm-hint" }, whole === null ? words.upHint : words.downHint);
  const press = h("button", { type: "button", class: "rm-button" }, words.start);
  const root = h("div", { class: "rm-panel" }, h("p", { class: "rm-label" }, whole === null ? words.up : words.down(minutes ?? 0)), face, hint, h("div", { class: "rm-row rm-centre" }, press));
  /** @type {Stopwatch | null} */
  let watch = null;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;
  /** @type {AudioContext | null} */
  let sound = null;
  /** @type {number[]} */
  let left = [];

  const silence = () => {
    clearInterval(ticking);
    document.removeEventListener("visibilitychange", tick);
    closeAudio(sound);
    sound = null;
  };
  /** @param {number} seconds */
  const end = (seconds) => {
    silence();
    watch = null;
    fill(press, words.again);
    face.textContent = time(whole ?? seconds);
    const sentence = whole === null ? words.stopped(time(seconds)) : words.over;
    hint.textContent = sentence;
    say(sentence);
    done(seconds);
  };
  const tick = () => {
    if (watch === null) return;
    const now = performance.now();
    const seconds = watch.secondsAt(now);
    face.textContent = time(whole === null ? seconds : Math.ceil(whole - seconds));
    if (whole === null) return;
    const passed = left.filter((each) => whole - seconds <= each * 60);
    left = left.filter((each) => !passed.includes(each));
    if (watch.reachedCeiling(now)) end(whole);
    else if (passed.length > 0) say(words.left(Math.min(...passed)));
  };
  /** @param {Event} event */
  const begin = (event) => {
    watch = new Stopwatch(stampOf(event), whole);
    left = [...CUES_MIN];
    sound = audio();
    if (whole !== null) cuesAhead(sound, [...CUES_MIN.map((each) => ({ at: whole - each * 60 })), { at: whole, ...LAST }]);
    fill(press, words.stop);
    hint.textContent = words.runs;
    say(words.runs);
    ticking = setInterval(tick, TICK_MS);
    document.addEventListener("visibilitychange", tick);
    tick();
  };
  const undo = onPress(press, (event) => {
    if (watch === null) {
      begin(event);
      return;
    }
    const seconds = watch.secondsAt(stampOf(event));
    if (seconds < SLIP_S) return;
    if (whole === null) end(seconds);
    else {
      silence();
      watch = null;
      face.textContent = time(whole);
      fill(press, words.start);
      hint.textContent = words.early;
      say(words.early);
    }
  });
  return {
    root,
    close() {
      undo();
      silence();
    },
  };
}

/** Minutes and seconds, such as 11:59. @param {number} seconds */
function time(seconds) {
  const all = Math.max(0, Math.floor(seconds));
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, "0")}`;
}
