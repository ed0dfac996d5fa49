/** The same moment of a run, drawn in two or three ways side by side, or one run in named stops: one slider moves all. */
import { Announcer, button, CONTENT, field, fill, guardKeys, h, list } from "../lib/base/dom.js";
import { PressGuard } from "../lib/base/press.js";
import { FINE, units } from "../lib/figure/camera.js";
import { pointedOut } from "../lib/figure/marks.js";
import { lasts, loopOf, poseAt } from "../lib/figure/motion.js";
import { LANG } from "../lib/words/catalogue.js";
import { compareWords as words } from "../lib/words/compare.js";

const FRAME_MS = 33;
const MARGIN = 0.03;
/** Poses over which the pictures' common frame is laid. */
const LOOKS = 20;
/** One person moves at a time, of whatever widget. */
const BEGINS = "rm-figure-begins";
units.metre *= FINE;

/**
 * @typedef {{ name: string, caption: string, movement: import("../lib/figure/marks.js").Marked }} Shown
 * @typedef {{ share: number, name: string, words: string }} Stop `share` of the slider, 0 to 1
 */

class CompareView {
  /** @param {any} model @param {HTMLElement} el */
  constructor(model, el) {
    /** @type {Shown[]} */
    const shown = model.get("figures");
    this.skeleton = model.get("skeleton");
    /** @type {Stop[]} */
    this.stops = model.get("stops");
    this.figures = shown.map(({ movement }) => ({ movement, moments: loopOf(this.skeleton.angles, movement), svg: canvas() }));
    const [{ movement, moments }] = this.figures;
    /** The slider goes through one step; what is mirrored has another step after it. */
    this.until = movement.mirrored === true ? 0.5 : 1;
    this.seconds = lasts(moments) * model.get("slower");
    this.share = this.stops[model.get("begins")].share * this.until;
    this.now = -1;
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.playing = false;
    this.ticking = 0;
    this.frame = this.common();
    const [x, y, width, height] = this.frame;
    /** What lies beyond the frame, such as the rest of a leg, is cut off by an SVG of its own. */
    this.cut = `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">`;

    this.slider = h("input", { type: "range", min: 0, max: 100, step: 1, class: "rm-compare-slider" });
    this.slider.addEventListener("input", () => this.hold((Number(this.slider.value) / 100) * this.until));
    this.play = button(words.play, () => this.run(!this.playing), { class: "rm-button rm-primary" });
    this.buttons = this.stops.map((stop) => button(stop.name, () => this.hold(stop.share * this.until), { "aria-pressed": "false" }));
    this.told = h("p", { class: "rm-compare-told" });
    this.announcer = new Announcer();
    this.root = h("section", { lang: LANG, class: "rm rm-compare", "aria-label": model.get("title") });
    fill(
      this.root,
      h("h3", { class: "rm-title" }, model.get("title")),
      h("div", { class: "rm-compare-figures" }, ...this.figures.map(({ svg }, place) => {
        const { name, caption } = shown[place];
        svg.setAttribute("aria-label", words.picture(name));
        const said = [shown.length > 1 && h("strong", CONTENT, name), caption && h("span", {}, caption)].filter(Boolean);
        return h("figure", {}, svg, said.length > 0 && h("figcaption", {}, ...said));
      })),
      field(words.slider, this.slider),
      h("div", { class: "rm-row rm-compare-stops", role: "group", "aria-label": words.stops }, ...this.buttons, !this.calm && this.play),
      this.stops.some((stop) => stop.words !== "") && this.told,
      h("p", { class: "rm-compare-differs" }, model.get("differs")),
      h("details", { class: "rm-details" }, h("summary", {}, words.made), list(model.get("notes")), sources(model.get("sources"))),
      this.announcer.element,
    );
    el.append(this.root);
    this.unguard = guardKeys(this.root);
    this.press = new PressGuard(this.root);
    /** @param {Event} event */
    this.give = (event) => {
      if (this.playing && /** @type {CustomEvent} */ (event).detail !== this.root) this.run(false);
    };
    document.addEventListener(BEGINS, this.give);
    this.watch = new IntersectionObserver(([entry]) => !entry.isIntersecting && this.run(false));
    this.watch.observe(this.root);
    this.draw();
  }

  close() {
    this.run(false);
    document.removeEventListener(BEGINS, this.give);
    this.watch.disconnect();
    this.unguard();
    this.press.close();
    this.root.remove();
  }

  /** One frame for all, so that nothing jumps and sizes compare. */
  common() {
    const boxes = this.figures.flatMap(({ movement, moments }) => Array.from({ length: LOOKS }, (_, look) => pointedOut(this.skeleton, poseAt(moments, (look / LOOKS) * lasts(moments)), movement, look / LOOKS).box));
    const [left, top] = [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])) - MARGIN);
    const [right, bottom] = [2, 3].map((side) => Math.max(...boxes.map((box) => box[side])) + MARGIN);
    const frame = [left, top, right - left, bottom - top].map((metres) => Math.round(metres * units.metre));
    for (const { svg } of this.figures) svg.setAttribute("viewBox", frame.join(" "));
    return frame;
  }

  draw() {
    const [x, , width] = this.frame.map((drawn) => drawn / units.metre);
    for (const { movement, moments, svg } of this.figures) {
      const picture = pointedOut(this.skeleton, poseAt(moments, this.share * lasts(moments)), movement, this.share, [x, x + width]);
      svg.innerHTML = `${this.cut}${picture.svg}</svg>`;
    }
    const part = this.part();
    this.slider.value = String(Math.round(part * 100));
    const near = nearest(this.stops, part);
    this.slider.setAttribute("aria-valuetext", words.at(this.stops[near].name, Math.round(part * 100)));
    if (near === this.now) return;
    this.now = near;
    this.buttons.forEach((each, place) => each.setAttribute("aria-pressed", String(place === near)));
    const { name, words: said } = this.stops[near];
    if (said === "") return;
    fill(this.told, h("strong", {}, `${name}. `), said);
    if (!this.playing) this.announcer.say(`${name}. ${said}`);
  }

  /** Where the slider stands, 0 to 1. */
  part() {
    const part = (this.share % this.until) / this.until;
    return part === 0 && this.share > 0 && !this.playing ? 1 : part;
  }

  /** Stop at a moment. @param {number} share of the loop */
  hold(share) {
    this.run(false);
    this.share = share;
    this.draw();
  }

  /** @param {boolean} playing */
  run(playing) {
    if (playing === this.playing) return;
    this.playing = playing;
    this.play.textContent = playing ? words.pause : words.play;
    cancelAnimationFrame(this.ticking);
    if (!playing) return;
    document.dispatchEvent(new CustomEvent(BEGINS, { detail: this.root }));
    let last = 0;
    /** @param {number} now */
    const tick = (now) => {
      if (!this.playing) return;
      if (last === 0) last = now;
      if (now - last >= FRAME_MS) {
        this.share = (this.share + (now - last) / 1000 / this.seconds) % 1;
        last = now;
        this.draw();
      }
      this.ticking = requestAnimationFrame(tick);
    };
    this.ticking = requestAnimationFrame(tick);
  }
}

/** Round the loop: after the last stop comes the first one of the next step. @param {Stop[]} stops @param {number} part */
function nearest(stops, part) {
  const away = stops.map(({ share }) => Math.min(Math.abs(part - share), 1 - Math.abs(part - share)));
  return away.indexOf(Math.min(...away));
}

function canvas() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "rm-figure");
  svg.setAttribute("role", "img");
  return svg;
}

/** @param {{ text: string, url: string }[]} found */
function sources(found) {
  return found.length > 0 && h("p", { class: "rm-hint" }, ...found.flatMap(({ text, url }, place) => [place > 0 && "; ", h("a", { href: url, target: "_blank", rel: "noopener" }, text)]));
}

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    const view = new CompareView(model, el);
    return () => view.close();
  },
};
