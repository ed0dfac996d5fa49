/** Count repetitions: the value is how many. */
import { assessment } from "../lib/tests/assessment.js";
import { metronome, Pace, Taps } from "../lib/tests/beat.js";
import { button, fill, h } from "../lib/base/dom.js";
import { audio, countIn } from "../lib/base/sound.js";
import { Stopwatch, clockText, stampOf } from "../lib/base/stopwatch.js";
import { keepAwake } from "../lib/base/wake.js";
import { countWords as words, words as common } from "../lib/words/index.js";

export { metronome };

const PAINT_MS = 50;
const MOST = 999;

/** @type {import("../lib/tests/assessment.js").Task} */
export const count = {
  run(stage) {
    const { count_in_s: countInSeconds } = stage.protocol;
    /** @type {import("../lib/tests/beat.js").Beat | undefined} */
    const beat = stage.protocol.options?.beat;
    const pace = beat === undefined ? null : new Pace(beat);
    const taps = new Taps();
    const watch = new Stopwatch(stampOf(stage.startedBy) + countInSeconds * 1000);
    const sound = stage.sound ? audio() : null;
    if (sound !== null) {
      countIn(sound, countInSeconds);
      if (beat !== undefined) metronome(sound, sound.currentTime + countInSeconds, beat);
    }

    const small = h("span", { class: "rm-clock-label" });
    const big = h("span", { class: "rm-clock-time" });
    const time = h("span", { class: "rm-clock-label" });
    const counter = h("button", { type: "button", class: "rm-clock", "aria-label": words.tap, disabled: true });
    const dial = h("div", { class: "rm-dial" }, h("div", { "aria-hidden": "true", class: "rm-dial-face" }, small, big, time), counter);
    const hint = h("p", { class: "rm-hint" }, beat === undefined ? words.hint : words.hintBeat);
    const undo = button(words.undo, () => takeBack(), { disabled: true });
    const form = button(words.form, (event) => finish(event, "form"), { disabled: true });
    const end = button(words.finish, (event) => finish(event, "chose"), { class: "rm-button rm-primary", disabled: true });
    const cancel = button(common.hold.cancel, stage.cancel);
    fill(stage.root, dial, hint, h("div", { class: "rm-row rm-centre" }, undo, form, end, cancel));
    cancel.focus();
    stage.say(common.hold.getReady);

    let running = false;
    let over = false;

    const start = () => {
      running = true;
      dial.classList.add("rm-running");
      for (const each of [counter, form, end]) each.disabled = false;
      counter.focus();
      stage.say(common.hold.go);
    };

    const paint = () => {
      const seconds = watch.secondsAt(performance.now());
      if (seconds < 0) {
        small.textContent = common.hold.getReady;
        big.textContent = String(Math.ceil(-seconds));
        return;
      }
      if (!running) start();
      big.textContent = String(taps.count);
      time.textContent = clockText(seconds);
      if (beat === undefined || pace === null) {
        small.textContent = "";
        return;
      }
      const inRep = (seconds % pace.repSeconds) / pace.repSeconds;
      small.textContent = inRep < 1 / beat.beats_per_rep ? words.up : words.down;
      dial.style.setProperty("--rm-turn", String(inRep));
      if (pace.lost(taps.last, seconds)) {
        stage.say(words.lost);
        give("beat", seconds);
      }
    };

    /** @param {Event} event */
    const tap = (event) => {
      event.preventDefault();
      const seconds = watch.secondsAt(stampOf(event));
      if (!running || seconds < 0 || taps.count >= MOST || !taps.add(seconds)) return;
      undo.disabled = false;
      paint();
      if (taps.count % 5 === 0) stage.say(words.reps(taps.count));
    };

    const takeBack = () => {
      taps.undo();
      undo.disabled = taps.count === 0;
      counter.focus();
      paint();
      stage.say(words.undone(taps.count));
    };

    /** @param {Event} event @param {string} reason */
    const finish = (event, reason) => give(reason, watch.secondsAt(stampOf(event)));

    /** @param {string} reason @param {number} seconds */
    const give = (reason, seconds) => {
      if (over) return;
      over = true;
      const details = { seconds: Math.round(seconds * 10) / 10, taps: taps.times.map((each) => Math.round(each * 100) / 100) };
      const text = words.done(words.reps(taps.count));
      const correction = { label: words.correct, most: MOST, bad: words.bad };
      stage.finish({ value: taps.count, text, reason, details, correction });
    };

    /** @param {KeyboardEvent} event */
    const key = (event) => {
      const onButton = event.target instanceof HTMLButtonElement && event.target !== counter;
      if ((event.key === " " || event.key === "Enter") && !onButton) {
        if (event.repeat) event.preventDefault();
        else tap(event);
      }
    };

    let pressed = false;
    counter.addEventListener("pointerdown", (event) => {
      pressed = true;
      tap(event);
    });
    // Assistive software clicks without a pointer or a key.
    counter.addEventListener("click", (event) => {
      if (!pressed) tap(event);
      pressed = false;
    });
    stage.root.addEventListener("keydown", key);
    const ticker = setInterval(paint, PAINT_MS);
    paint();
    const wake = keepAwake();

    return () => {
      clearInterval(ticker);
      stage.root.removeEventListener("keydown", key);
      wake();
      void sound?.close();
    };
  },
};

export default assessment(count);
