/** A mechanism to move: sliders, a drawing and one sentence that answers. It works without a kernel. */
import { Announcer, button, field, fill, guardKeys, h } from "../lib/base/dom.js";
import { svg } from "../lib/base/drawing.js";
import { PressGuard } from "../lib/base/press.js";
import { drawingOf, placeOf } from "../lib/mechanism/frames.js";
import { LANG } from "../lib/words/catalogue.js";
import { mechanismWords as words } from "../lib/words/mechanism.js";

class MechanismView {
  /** @param {any} model @param {HTMLElement} el */
  constructor(model, el) {
    /** @type {import("../lib/mechanism/frames.js").Scene} */
    this.scene = model.get("scene");
    /** @type {import("../lib/mechanism/frames.js").Slider[]} */
    this.sliders = model.get("sliders");
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.beats = !this.calm;
    this.announcer = new Announcer();
    this.picture = h("figure", { class: "rm-mechanism-picture" });
    this.answer = h("p", { class: "rm-mechanism-answer" });
    this.inputs = this.sliders.map((slider) => this.input(slider));
    this.stops = this.sliders.map(() => h("p", { class: "rm-mechanism-stop", "aria-hidden": "true" }));
    this.beatButton = button("", () => this.beat(!this.beats), { class: "rm-button rm-mechanism-beat" });
    const beating = this.scene.frames.some(({ beat }) => beat);
    /** @type {{ name: string, positions: number[] }[]} */
    const presets = model.get("presets");
    this.root = h(
      "section",
      { lang: LANG, class: "rm rm-mechanism", "aria-label": model.get("title") },
      h("h3", { class: "rm-title" }, model.get("title")),
      this.picture,
      this.answer,
      h("div", { class: "rm-mechanism-sliders" }, ...this.inputs.map((input, at) => h("div", {}, field(this.sliders[at].label, input), this.stops[at]))),
      h(
        "div",
        { class: "rm-row" },
        beating && !this.calm && this.beatButton,
        ...presets.map(({ name, positions }) => button(name, () => this.jump(positions))),
        presets.length > 0 && h("span", { class: "rm-hint" }, words.examples),
      ),
      h("p", { class: "rm-hint" }, model.get("note")),
      table(model.get("table")),
      h("details", { class: "rm-details" }, h("summary", {}, words.basis), h("p", {}, model.get("more")), sources(model.get("sources"))),
      this.announcer.element,
    );
    el.append(this.root);
    this.unguard = guardKeys(this.root);
    this.press = new PressGuard(this.root);
    this.show();
    this.beat(this.beats);
  }

  close() {
    this.unguard();
    this.press.close();
    this.root.remove();
  }

  /** @param {import("../lib/mechanism/frames.js").Slider} slider */
  input({ stops, start }) {
    const input = h("input", { type: "range", class: "rm-mechanism-slider", min: 0, max: stops.length - 1, step: 1, value: start });
    input.addEventListener("input", () => this.move());
    return input;
  }

  /** @param {number[]} positions */
  jump(positions) {
    for (const [at, input] of this.inputs.entries()) input.value = String(positions[at]);
    this.move();
  }

  move() {
    this.show();
    this.announcer.say(this.answer.textContent ?? "");
  }

  show() {
    const positions = this.inputs.map(({ value }) => Number(value));
    const frame = this.scene.frames[placeOf(this.sliders, positions)];
    fill(this.picture, svg(drawingOf(this.scene, frame), () => true));
    this.answer.textContent = frame.sentence;
    for (const [at, input] of this.inputs.entries()) {
      const stop = this.sliders[at].stops[positions[at]];
      input.setAttribute("aria-valuetext", stop);
      this.stops[at].textContent = stop;
    }
    this.picture.style.setProperty("--rm-beat", `${frame.beat?.seconds ?? 0}s`);
    this.picture.style.setProperty("--rm-squeeze", String(frame.beat?.squeeze ?? 1));
  }

  /** @param {boolean} beats */
  beat(beats) {
    this.beats = beats;
    this.picture.classList.toggle("rm-mechanism-beating", beats);
    this.beatButton.textContent = beats ? words.still : words.beat;
  }
}

/** @param {{ columns: string[], rows: string[][] }} table */
function table({ columns, rows }) {
  return h(
    "details",
    { class: "rm-details" },
    h("summary", {}, words.table),
    h(
      "div",
      // Words of some languages are longer than a phone is wide: it scrolls, by keys too.
      { class: "rm-mechanism-table", tabindex: "0", role: "group", "aria-label": words.table },
      h(
        "table",
        { class: "rm-table" },
        h("thead", {}, h("tr", {}, ...columns.map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, ...rows.map(([name, ...cells]) => h("tr", {}, h("th", { scope: "row" }, name), ...cells.map((cell) => h("td", {}, cell))))),
      ),
    ),
  );
}

/** @param {{ text: string, url: string }[]} cited */
function sources(cited) {
  if (cited.length === 0) return null;
  const linked = cited.flatMap(({ text, url }, at) => [at > 0 && ", ", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text]);
  return h("p", { class: "rm-hint" }, words.sources, ...linked);
}

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    const view = new MechanismView(model, el);
    return () => view.close();
  },
};
