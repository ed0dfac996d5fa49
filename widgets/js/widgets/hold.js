/** Hold a position: the value is the time in seconds. */
import { assessment } from "../lib/tests/assessment.js";
import { button, fill, h } from "../lib/base/dom.js";
import { onPress } from "../lib/base/press.js";
import { LAST, audio, close, countIn, cuesAhead } from "../lib/base/sound.js";
import { Stopwatch, clockText, secondsText, stampOf } from "../lib/base/stopwatch.js";
import { words } from "../lib/words/index.js";

const PAINT_MS = 100;

/** @type {import("../lib/tests/assessment.js").Task} */
export const hold = {
  beside: () => ({ posture: true }),
  run(stage) {
    const { max_value: ceiling, options } = stage.protocol;
    const blind = Boolean(options?.blind);
    const watch = new Stopwatch(stampOf(stage.startedBy) + stage.countIn * 1000, ceiling);
    const sound = stage.sound ? audio() : null;
    if (sound !== null) countIn(sound, stage.countIn);
    if (ceiling !== null) cuesAhead(sound, [{ at: stage.countIn + ceiling, ...LAST }]);

    const big = h("span", { class: "rm-clock-time" });
    const small = h("span", { class: "rm-clock-label" }, words.hold.getReady);
    const stopWord = h("span", { class: "rm-clock-label rm-clock-stop" });
    // The button lies over the dial without text of its own: its name stays the same while the digits run.
    // It can be reached in the count-in, so that a Space too early neither cancels nor scrolls.
    const clock = h("button", { type: "button", class: "rm-clock", "aria-label": words.hold.getReady, "aria-disabled": "true" });
    const dial = h("div", { class: "rm-dial" }, h("div", { "aria-hidden": "true", class: "rm-dial-face" }, small, big, stopWord), clock);
    const hint = h("p", { class: "rm-hint" }, words.hold.byItself);
    const cancel = h("div", { class: "rm-row rm-centre" }, button(words.hold.cancel, stage.cancel));
    fill(stage.root, dial, hint, cancel);
    clock.focus();
    stage.say(words.hold.getReady);

    let holding = false;
    let saidSeconds = 0;

    const paint = () => {
      const now = performance.now();
      const seconds = watch.secondsAt(now);
      if (seconds < 0) {
        big.textContent = String(Math.ceil(-seconds));
        return;
      }
      if (!holding) startHolding();
      big.textContent = blind ? "?" : clockText(seconds);
      dial.style.setProperty("--rm-turn", blind ? "0" : String((seconds % 60) / 60));
      const tens = Math.floor(seconds / 10) * 10;
      if (tens > saidSeconds && !blind) {
        saidSeconds = tens;
        stage.say(words.hold.passed(tens));
      }
      if (watch.reachedCeiling(now)) stage.finish(attempt(seconds, "ceiling"));
    };

    const startHolding = () => {
      holding = true;
      dial.classList.add("rm-running");
      clock.setAttribute("aria-label", words.hold.stop);
      clock.removeAttribute("aria-disabled");
      small.textContent = words.hold.go;
      stopWord.textContent = words.hold.stop;
      fill(hint, words.hold.stopHint);
      // One way to stop, with one name: what was Cancel goes.
      if (cancel.contains(document.activeElement)) clock.focus();
      cancel.remove();
      stage.say(words.hold.go);
      if (!blind) stage.note(() => attempt(watch.secondsAt(performance.now()), "chose"));
    };

    /** @param {number} seconds @param {string} reason */
    const attempt = (seconds, reason) => {
      const value = Math.round(seconds * 1000) / 1000;
      const short = `${clockText(seconds)} s`;
      return { value, short, text: doneText(value, options?.target_s), reason };
    };

    /** @param {Event} event */
    const stop = (event) => {
      const seconds = watch.secondsAt(stampOf(event));
      if (seconds >= 0) stage.finish(attempt(seconds, "chose"));
    };

    const unpress = onPress(clock, stop, { everywhere: true });
    const ticker = setInterval(paint, PAINT_MS);
    document.addEventListener("visibilitychange", paint);
    paint();

    return () => {
      clearInterval(ticker);
      document.removeEventListener("visibilitychange", paint);
      unpress();
      close(sound);
    };
  },
};

/** What came of it; practice with the timer says how far off it was. @param {number} seconds @param {number | undefined} target */
function doneText(seconds, target) {
  const done = words.review.done(secondsText(seconds));
  if (target === undefined) return done;
  // From the tenths that are shown, so that the two numbers agree.
  const off = Number(seconds.toFixed(1)) - target;
  return `${done}. ${words.hold.blind(target, Number(off.toFixed(1)))}`;
}

export default assessment(hold);
