/** Hold a position: the value is the time in seconds. */
import { assessment } from "../lib/tests/assessment.js";
import { button, fill, h } from "../lib/base/dom.js";
import { audio, countIn } from "../lib/base/sound.js";
import { Stopwatch, clockText, secondsText, stampOf } from "../lib/base/stopwatch.js";
import { keepAwake } from "../lib/base/wake.js";
import { words } from "../lib/words/index.js";

const PAINT_MS = 100;

/** @type {import("../lib/tests/assessment.js").Task} */
export const hold = {
  run(stage) {
    const { count_in_s: countInSeconds, max_value: ceiling } = stage.protocol;
    const blind = Boolean(stage.protocol.options?.blind);
    const watch = new Stopwatch(stampOf(stage.startedBy) + countInSeconds * 1000, ceiling);
    const sound = stage.sound ? audio() : null;
    if (sound !== null) countIn(sound, countInSeconds);

    const big = h("span", { class: "rm-clock-time" });
    const small = h("span", { class: "rm-clock-label" });
    // The button lies over the dial without text of its own: its name stays the same while the digits run.
    const clock = h("button", { type: "button", class: "rm-clock", "aria-label": words.hold.cancel });
    const dial = h("div", { class: "rm-dial" }, h("div", { "aria-hidden": "true", class: "rm-dial-face" }, small, big), clock);
    const hint = h("p", { class: "rm-hint" }, words.hold.getReady);
    const cancel = button(words.hold.cancel, stage.cancel);
    fill(stage.root, dial, hint, h("div", { class: "rm-row rm-centre" }, cancel));
    clock.focus();
    stage.say(words.hold.getReady);

    let holding = false;
    let saidSeconds = 0;

    const paint = () => {
      const seconds = watch.secondsAt(performance.now());
      if (seconds < 0) {
        small.textContent = words.hold.getReady;
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
      if (watch.reachedCeiling(performance.now())) finish(watch.secondsAt(performance.now()), "ceiling");
    };

    const startHolding = () => {
      holding = true;
      dial.classList.add("rm-running");
      clock.setAttribute("aria-label", words.hold.stop);
      small.textContent = words.hold.go;
      fill(hint, words.hold.stopHint);
      cancel.textContent = words.hold.stop;
      stage.say(words.hold.go);
    };

    /** @param {Event} event */
    const stop = (event) => {
      const seconds = watch.secondsAt(stampOf(event));
      event.preventDefault();
      if (seconds < 0) stage.cancel();
      else finish(seconds, "chose");
    };

    /** @param {number} seconds @param {string} reason */
    const finish = (seconds, reason) => {
      const value = Math.round(seconds * 1000) / 1000;
      stage.finish({ value, text: words.review.done(secondsText(seconds)), reason });
    };

    /** @param {KeyboardEvent} event */
    const key = (event) => {
      if ((event.key === " " || event.key === "Enter") && !event.repeat) stop(event);
    };
    /** @param {PointerEvent} event */
    const press = (event) => {
      if (event.target instanceof Element && event.target.closest(".rm-clock, .rm-button") !== null) stop(event);
    };

    stage.root.addEventListener("pointerdown", press);
    stage.root.addEventListener("keydown", key);
    // Assistive software clicks without a pointer or a key.
    clock.addEventListener("click", stop);
    const ticker = setInterval(paint, PAINT_MS);
    paint();
    const wake = keepAwake();

    return () => {
      clearInterval(ticker);
      stage.root.removeEventListener("pointerdown", press);
      stage.root.removeEventListener("keydown", key);
      clock.removeEventListener("click", stop);
      wake();
      void sound?.close();
    };
  },
};

export default assessment(hold);
