/** Measure a rate: tap along for some seconds, or type a number in. */
import { button, fill, h } from "../base/dom.js";
import { numberBox } from "../base/number_box.js";
import { onPress } from "../base/press.js";
import { LAST, audio, close, countIn, cuesAhead } from "../base/sound.js";
import { Stopwatch, stampOf } from "../base/stopwatch.js";
import { tapWords as words, words as common } from "../words/index.js";

const PAINT_MS = 100;
/** Two touches closer than this are one touch that bounced. */
const BOUNCE_MS = 200;

/**
 * @typedef {{ value: number, how: "tapped" | "typed", uneven: boolean, taps: number }} Measured
 *
 * @typedef {object} Kind
 * @property {number} seconds How long to tap.
 * @property {number} countIn Seconds before it begins; with 0 the first tap begins it.
 * @property {(stamps: number[]) => import("./rhythm.js").Rhythm} read
 * @property {string} hint
 * @property {string} button Name of the big button.
 * @property {string} range What to say when the taps give a number that cannot be.
 * @property {(value: number) => string} text
 * @property {{ label: string, hint: string, least: number, most: number, bad: string, value: (typed: number) => number }} typed
 */

/**
 * @param {import("./assessment.js").Stage} stage
 * @param {Kind} kind
 * @param {Event} startedBy
 * @param {(measured: Measured) => void} done
 * @param {(stamps: number[]) => import("./interrupted.js").Doing} doing what to note while it goes on
 * @returns {() => void} what tidies up
 */
export function measure(stage, kind, startedBy, done, doing) {
  let tidy = () => {};
  /** @param {() => () => void} show */
  const turnTo = (show) => {
    tidy();
    tidy = show();
  };

  /** @param {Event} event */
  const tap = (event) => turnTo(() => tapPad(stage, kind, event, judge, type, doing));

  const type = () =>
    turnTo(() => {
      stage.note(() => null);
      typePanel(stage, kind, (value) => done({ value, how: "typed", uneven: false, taps: 0 }), tap);
      return () => {};
    });

  /** @param {number[]} stamps */
  const judge = (stamps) => {
    verdict(stamps);
    stage.turned();
  };

  /** @param {number[]} stamps */
  const verdict = (stamps) => {
    // Whoever counted in their head has a number to type.
    if (stamps.length === 0) {
      type();
      return;
    }
    const { value, doubt } = kind.read(stamps);
    const measured = /** @type {Measured} */ ({ value, how: "tapped", uneven: doubt === "uneven", taps: stamps.length });
    if (doubt === "") done(measured);
    else
      turnTo(() => {
        doubtPanel(stage, kind, measured, doubt, { keep: () => done(measured), again: tap, type });
        return () => {};
      });
  };

  tap(startedBy);
  return () => tidy();
}

/**
 * What taps have come to so far, as a result of their own if they say enough.
 * @param {Kind} kind @param {number[]} stamps @returns {import("./interrupted.js").Doing}
 */
export function tappedSoFar(kind, stamps) {
  const { value, doubt } = kind.read(stamps);
  const taps = words.taps(stamps.length);
  if (doubt === "few" || doubt === "range") return { value: null, short: taps, lost: doubt === "few" ? words.few : kind.range };
  const text = kind.text(value);
  return { value, short: `${taps} (${text})`, text, details: { how: "tapped", uneven: doubt === "uneven", taps: stamps.length } };
}

/**
 * A big button and a clock.
 * @param {import("./assessment.js").Stage} stage @param {Kind} kind @param {Event} startedBy
 * @param {(stamps: number[]) => void} done @param {() => void} type
 * @param {(stamps: number[]) => import("./interrupted.js").Doing} doing
 */
function tapPad(stage, kind, startedBy, done, type, doing) {
  /** @type {number[]} */
  const stamps = [];
  const sound = stage.sound ? audio() : null;
  // Scheduled ahead: a phone that goes dark must still hear the end.
  let unplanned = () => {};
  if (sound !== null && kind.countIn > 0) {
    countIn(sound, kind.countIn);
    unplanned = cuesAhead(sound, [{ at: kind.countIn + kind.seconds, ...LAST }]);
  }
  let watch = kind.countIn > 0 ? new Stopwatch(stampOf(startedBy) + kind.countIn * 1000) : null;
  let begun = false;
  let rung = false;

  const small = h("span", { class: "rm-clock-label" });
  const big = h("span", { class: "rm-clock-time" });
  const pad = h("button", { type: "button", class: "rm-clock", "aria-label": kind.button });
  const dial = h("div", { class: "rm-dial" }, h("div", { "aria-hidden": "true", class: "rm-dial-face" }, small, big), pad);
  fill(
    stage.root,
    dial,
    h("p", { class: "rm-hint" }, kind.hint),
    h("div", { class: "rm-row rm-centre" }, button(words.typeInstead, type), button(common.hold.cancel, stage.cancel)),
  );
  pad.focus();
  stage.say(kind.hint);

  const begin = () => {
    begun = true;
    dial.classList.add("rm-running");
    stage.say(words.go);
  };

  const paint = () => {
    const seconds = watch?.secondsAt(performance.now()) ?? 0;
    if (watch === null) {
      small.textContent = words.firstTap;
      big.textContent = String(kind.seconds);
      return;
    }
    if (seconds < 0) {
      small.textContent = common.hold.getReady;
      big.textContent = String(Math.ceil(-seconds));
      return;
    }
    if (!begun) begin();
    small.textContent = words.taps(stamps.length);
    big.textContent = String(Math.max(0, Math.ceil(kind.seconds - seconds)));
    dial.style.setProperty("--rm-turn", String(Math.min(1, seconds / kind.seconds)));
    if (seconds >= kind.seconds) {
      rung = true;
      stage.say(words.over);
      done(counted());
    }
  };

  const counted = () => {
    const end = (watch?.startStamp ?? 0) + kind.seconds * 1000;
    return stamps.filter((stamp) => stamp <= end);
  };

  /** @param {Event} event */
  const tap = (event) => {
    const stamp = stampOf(event);
    if (watch === null) {
      watch = new Stopwatch(stamp);
      unplanned = cuesAhead(sound, [{ at: kind.seconds, ...LAST }]);
    }
    if (watch.secondsAt(stamp) < 0 || stamp - (stamps.at(-1) ?? -BOUNCE_MS) < BOUNCE_MS) return;
    stamps.push(stamp);
    if (stamps.length === 1) stage.note(() => doing(counted()));
    paint();
  };

  const unpress = onPress(pad, tap, { everywhere: true });
  const ticker = setInterval(paint, PAINT_MS);
  paint();

  return () => {
    clearInterval(ticker);
    unpress();
    if (!rung) unplanned();
    // The last tone may still sound.
    setTimeout(() => close(sound), 600);
  };
}

/**
 * @param {import("./assessment.js").Stage} stage @param {Kind} kind
 * @param {(value: number) => void} done @param {(event: Event) => void} tap
 */
function typePanel(stage, kind, done, tap) {
  const { label, hint, least, most, bad, value } = kind.typed;
  const number = numberBox(label, { least, most, whole: true, hint, bad });
  const problem = h("p", { class: "rm-problem", role: "alert" });
  /** @param {Event} event */
  const use = (event) => {
    event.preventDefault();
    const typed = number.read();
    if (typed.number !== null) {
      done(value(typed.number));
      return;
    }
    problem.textContent = typed.problem;
    number.box.focus();
  };
  fill(
    stage.root,
    h(
      "form",
      { class: "rm-panel rm-form", novalidate: true, onsubmit: use },
      number.root,
      problem,
      h(
        "div",
        { class: "rm-row" },
        h("button", { type: "submit", class: "rm-button rm-primary" }, words.use),
        button(words.tapInstead, tap),
        button(common.hold.cancel, stage.cancel),
      ),
    ),
  );
  number.box.focus();
}

/**
 * @param {import("./assessment.js").Stage} stage @param {Kind} kind @param {Measured} measured
 * @param {Exclude<import("./rhythm.js").Doubt, "">} doubt
 * @param {{ keep: () => void, again: (event: Event) => void, type: () => void }} ways
 */
function doubtPanel(stage, kind, measured, doubt, { keep, again, type }) {
  const sentences = { few: words.few, range: kind.range, uneven: words.uneven };
  const heading = h("h4", { tabindex: "-1" }, doubt === "uneven" ? kind.text(measured.value) : words.doubt);
  fill(
    stage.root,
    h(
      "div",
      { class: "rm-panel rm-form" },
      heading,
      h("p", {}, sentences[doubt]),
      h(
        "div",
        { class: "rm-row" },
        button(words.again, again, { class: "rm-button rm-primary" }),
        button(words.typeInstead, type),
        doubt === "uneven" && button(words.keep, keep),
        button(common.hold.cancel, stage.cancel),
      ),
    ),
  );
  heading.focus();
  stage.say(sentences[doubt]);
}
