/**
 * A person who shows one movement: play it, step through it, turn it, see a usual mistake.
 * Other widgets show the same person (lib/base/moving.js), also small and without controls.
 */
import { button, field, fill, guardKeys, h } from "../lib/base/dom.js";
import { PressGuard } from "../lib/base/press.js";
import { FINE, units } from "../lib/figure/camera.js";
import { drawn } from "../lib/figure/draw.js";
import { lasts, loopOf, poseAt } from "../lib/figure/motion.js";
import { propsAt, stillOf } from "../lib/figure/still.js";
import { LANG } from "../lib/words/catalogue.js";
import * as words from "../lib/words/figure.js";

/** A picture every so many milliseconds is smooth enough. */
const FRAME_MS = 33;
const DEGREES_PER_PIXEL = 0.6;
const MARGIN = 0.06;
const STEPS = 100;
/** One person moves at a time: who begins says so to the others, which may be other copies of this script. */
const BEGINS = "rm-figure-begins";
units.metre *= FINE;

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    /** @typedef {{ skeleton: import("../lib/figure/body.js").Skeleton, movement: import("../lib/figure/motion.js").Movement, name: string }} Shown */
    const { skeleton, movement, name, small, posture, share } = /** @type {Shown & import("../lib/base/moving.js").How} */ (model.get("figure"));
    const moments = loopOf(skeleton.angles, movement);
    const whole = lasts(moments);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const moves = movement.frames.length > 1 && !posture;
    const state = { seconds: movement.times[movement.keys[movement.still[movement.still.length - 1]]], turn: 0, playing: moves && !calm, mistake: false };

    const svg = canvas({ class: "rm-figure", role: "img" });
    const frame = h("div", { class: "rm-figure-frame" }, svg);
    const say = h("p", { class: "rm-figure-words", role: "status" });
    const play = button("", () => set({ playing: !state.playing, mistake: false }), { class: "rm-button rm-primary rm-figure-play" });
    const place = h("input", { type: "range", min: 0, max: STEPS, step: 1, oninput: () => set({ playing: false, mistake: false, seconds: (Number(place.value) / STEPS) * whole }) });
    const turn = h("input", { type: "range", min: -180, max: 180, step: 5, value: 0, oninput: () => set({ turn: Number(turn.value) }) });
    const best = button(words.best, () => set({ turn: 0 }));
    const fault = button("", () => set({ mistake: !state.mistake, playing: false }), { "aria-pressed": "false" });

    const scene = () => {
      const [azimuth, height] = (state.mistake && movement.fault?.view) || movement.view;
      return { ...movement, props: propsAt(movement, state.seconds / whole), view: /** @type {[number, number]} */ ([azimuth + state.turn, height]) };
    };
    /** The whole movement fits into one box, so that the picture does not jump. */
    let box = { view: "", text: "" };
    const fit = () => {
      const view = String(scene().view);
      if (box.view === view) return box.text;
      const all = moments.filter((_, index) => index % 2 === 0 || moments.length < 8).map(({ pose }) => drawn(skeleton, pose, scene()).box);
      if (movement.fault) all.push(drawn(skeleton, movement.fault.frame, scene()).box);
      const [left, top] = [0, 1].map((side) => Math.min(...all.map((each) => each[side])) - MARGIN);
      const [right, bottom] = [2, 3].map((side) => Math.max(...all.map((each) => each[side])) + MARGIN);
      box = { view, text: [left, top, right - left, bottom - top].map((metres) => Math.round(metres * units.metre)).join(" ") };
      return box.text;
    };

    const draw = () => {
      if (calm && !state.mistake && moves && state.seconds === start) {
        const picture = stillOf(skeleton, { ...movement, view: scene().view, still: ends });
        svg.setAttribute("viewBox", picture.viewBox);
        svg.innerHTML = picture.svg;
        return;
      }
      svg.setAttribute("viewBox", fit());
      const pose = state.mistake && movement.fault ? movement.fault.frame : poseAt(moments, state.seconds);
      svg.innerHTML = drawn(skeleton, pose, scene()).svg;
    };
    const start = state.seconds;
    const ends = movement.still.length > 1 ? movement.still : [...new Set([0, movement.keys.length - 1])];

    /** @param {Partial<typeof state>} change */
    const set = (change) => {
      const told = `${state.playing} ${state.mistake}`;
      Object.assign(state, change);
      if (state.turn > 180) state.turn -= 360;
      if (state.turn < -180) state.turn += 360;
      place.value = String(Math.round((state.seconds / whole) * STEPS));
      place.setAttribute("aria-valuetext", `${Math.round((state.seconds / whole) * 100)} %`);
      turn.value = String(state.turn);
      turn.setAttribute("aria-valuetext", words.degrees.replace("{angle}", String(state.turn)));
      draw();
      if (told === `${state.playing} ${state.mistake}` && say.dataset.told) return;
      say.dataset.told = "yes";
      play.textContent = state.playing ? words.pause : words.play;
      fault.textContent = state.mistake ? words.right : words.fault;
      fault.setAttribute("aria-pressed", String(state.mistake));
      const text = state.mistake && movement.fault ? `${words.fault}: ${movement.fault.words}` : "";
      say.textContent = text;
      svg.setAttribute("aria-label", words.picture.replace("{name}", text ? `${name}. ${text}` : name));
      run();
    };

    let ticking = 0;
    let last = 0;
    let visible = true;
    const run = () => {
      if (!state.playing || !visible || ticking !== 0) return;
      last = 0;
      document.dispatchEvent(new CustomEvent(BEGINS, { detail: root }));
      ticking = requestAnimationFrame(tick);
    };
    /** @param {number} now */
    const tick = (now) => {
      ticking = 0;
      if (!state.playing || !visible) return;
      if (last === 0) last = now;
      if (now - last >= FRAME_MS) {
        set({ seconds: share ? share() * whole : (state.seconds + (now - last) / 1000) % whole });
        last = now;
      }
      ticking = requestAnimationFrame(tick);
    };

    // Dragging turns the person.
    /** @type {{ x: number, turn: number } | null} */
    let held = null;
    frame.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || small) return;
      held = { x: event.clientX, turn: state.turn };
      frame.setPointerCapture(event.pointerId);
    });
    frame.addEventListener("pointermove", (event) => {
      if (held !== null) set({ turn: Math.round(held.turn - (event.clientX - held.x) * DEGREES_PER_PIXEL) });
    });
    for (const end of ["pointerup", "pointercancel"]) frame.addEventListener(end, () => (held = null));

    const legend = small ? [] : model.get("legend").map((/** @type {[string, string, string]} */ [tone, plain, latin]) => h("li", {}, swatch(tone), h("details", {}, h("summary", {}, `${tone === "main" ? words.main : words.helper}: ${plain}`), latin)));
    const root = h("section", { lang: LANG, class: `rm rm-figure-player${small ? " rm-figure-small" : ""}`, "aria-label": words.drawing.replace("{name}", name) });
    if (small) fill(root, frame);
    else fill(
      root,
      h("h3", {}, name),
      frame,
      say,
      h("div", { class: "rm-row" }, moves && !calm && play, best, movement.fault !== undefined && fault),
      h("div", { class: "rm-figure-sliders" }, moves && field(words.place, place), field(words.turn, turn)),
      legend.length > 0 && h("ul", { class: "rm-figure-legend" }, ...legend),
    );
    el.append(root);
    const unguard = guardKeys(root);
    const press = new PressGuard(root);
    // Out of sight it rests, so that a page of many figures stays quick.
    const watch = new IntersectionObserver(([entry]) => {
      visible = entry.isIntersecting;
      run();
    });
    watch.observe(frame);
    /** @param {Event} event */
    const give = (event) => {
      if (state.playing && /** @type {CustomEvent} */ (event).detail !== root) set({ playing: false });
    };
    document.addEventListener(BEGINS, give);
    set({});
    return () => {
      document.removeEventListener(BEGINS, give);
      cancelAnimationFrame(ticking);
      watch.disconnect();
      unguard();
      press.close();
      root.remove();
    };
  },
};

/** @param {Record<string, string>} attributes */
function canvas(attributes) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const name in attributes) svg.setAttribute(name, attributes[name]);
  return svg;
}

/** A spot of a tone's colour. @param {string} tone */
function swatch(tone) {
  const svg = canvas({ class: "rm-figure rm-figure-swatch", viewBox: "0 0 16 16", "aria-hidden": "true" });
  svg.innerHTML = `<circle class="f-${tone}" cx="8" cy="8" r="7"/>`;
  return svg;
}
