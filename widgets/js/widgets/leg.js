/** A runner of two bone legs whose muscles show how long they are: play it, hold it, turn it. */
import { Figure } from "../lib/body/leg/figure.js";
import { Curve } from "../lib/body/leg/curve.js";
import { Player } from "../lib/body/leg/player.js";
import { legend, muscleRows, sources, table } from "../lib/body/leg/words.js";
import { lengthAt, mixed, phase } from "../lib/body/leg/stride.js";
import { Announcer, button, field, fill, guardKeys, h, list } from "../lib/base/dom.js";
import { PressGuard } from "../lib/base/press.js";
import { stampOf } from "../lib/base/stopwatch.js";
import { LANG } from "../lib/words/catalogue.js";
import { legWords as words } from "../lib/words/index.js";

const STEP = 2;
const SIDES = /** @type {const} */ ([["side", 0], ["front", 90], ["rear", -90]]);

class LegView {
  /** @param {any} model @param {HTMLElement} el */
  constructor(model, el) {
    /** @type {import("../lib/body/leg/stride.js").Stride} */
    this.stride = model.get("stride");
    /** @type {import("../lib/body/leg/stride.js").Muscle[]} */
    this.muscles = model.get("muscles");
    this.speed = model.get("speed");
    this.percent = 0;
    this.chosen = "";
    this.calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.announcer = new Announcer();
    this.figure = new Figure(this.stride, this.muscles, (degrees) => this.look(degrees));
    this.curve = new Curve(this.stride, this.muscles, (percent) => this.hold(percent));
    this.player = new Player((percent) => this.show(percent), () => mixed(this.stride, this.stride.seconds, this.speed));
    /** @param {Record<string, unknown>} range @param {(value: number) => void} react */
    const slider = (range, react) => {
      const input = h("input", { type: "range", class: "rm-leg-slider", ...range });
      input.addEventListener("input", () => react(Number(input.value)));
      return input;
    };
    this.moment = slider({ min: 0, max: 99, step: 1, value: 0 }, (percent) => this.hold(percent));
    this.pace = slider({ min: this.stride.speeds[0], max: this.stride.speeds.at(-1), step: 0.1, value: this.speed }, (speed) => this.setSpeed(speed));
    this.turn = slider({ min: -180, max: 180, step: 5, value: 0 }, (degrees) => this.look(degrees));
    this.now = h("p", { class: "rm-leg-now-words" });
    this.paceNote = h("p", { class: "rm-hint" });
    this.rowBox = h("div", { class: "rm-leg-muscles", role: "group", "aria-label": words.muscles });
    this.peaks = h("div", { class: "rm-leg-peaks" });
    this.playButton = button(words.play, (event) => this.playOrPause(event), { class: "rm-button rm-primary rm-leg-play" });
    this.slowButton = button(words.slow, () => this.slow(!this.player.slow), { class: "rm-button rm-leg-slow", "aria-pressed": "true" });
    this.buttons = h(
      "div",
      { class: "rm-row rm-centre" },
      !this.calm && this.playButton,
      !this.calm && this.slowButton,
      button("‹", () => this.hold(this.percent - STEP), { class: "rm-button rm-leg-step", "aria-label": words.back }),
      button("›", () => this.hold(this.percent + STEP), { class: "rm-button rm-leg-step", "aria-label": words.on }),
    );
    this.views = h(
      "div",
      { class: "rm-row", role: "group", "aria-label": words.view },
      ...SIDES.map(([name, degrees]) => button(words[name], () => this.look(degrees), { "data-turn": degrees })),
    );
    this.tableBox = h("div", {});
    /** @type {ReturnType<typeof muscleRows>} */
    this.rows = [];
    this.root = h("section", { lang: LANG, class: "rm rm-leg", "aria-label": model.get("title") });
    fill(
      this.root,
      h("h3", { class: "rm-title" }, model.get("title")),
      h(
        "div",
        { class: "rm-leg-sides" },
        h(
          "div",
          { class: "rm-leg-left" },
          this.figure.root,
          this.now,
          field(words.moment, this.moment),
          this.buttons,
          h("div", { class: "rm-leg-settings" }, h("div", {}, field(words.speed, this.pace), this.paceNote), h("div", {}, field(words.turn, this.turn, words.dragHint), this.views)),
        ),
        h("div", { class: "rm-leg-right" }, this.rowBox, this.peaks, h("p", { class: "rm-label" }, words.chart), this.curve.root, legend(this.muscles)),
      ),
      h("p", { class: "rm-note" }, h("strong", {}, words.limits)),
      h("details", { class: "rm-details" }, h("summary", {}, words.measuredTitle), list(model.get("notes")), sources(model.get("sources"))),
      h("details", { class: "rm-details" }, h("summary", {}, words.table), this.tableBox),
      this.announcer.element,
    );
    el.append(this.root);
    this.unguard = guardKeys(this.root);
    this.press = new PressGuard(this.root);
    this.setSpeed(this.speed);
    this.look(0);
  }

  close() {
    this.player.pause();
    this.figure.close();
    this.curve.close();
    this.unguard();
    this.press.close();
    this.root.remove();
  }

  /** @param {Event} event */
  playOrPause(event) {
    if (this.player.playing) this.player.pause();
    else this.player.play(this.percent, stampOf(event));
    this.playButton.textContent = this.player.playing ? words.pause : words.play;
  }

  /** @param {boolean} slow */
  slow(slow) {
    this.player.slow = slow;
    this.slowButton.setAttribute("aria-pressed", String(slow));
  }

  /** Stop at a moment. @param {number} percent */
  hold(percent) {
    this.player.pause();
    this.playButton.textContent = words.play;
    this.show(((Math.round(percent) % 100) + 100) % 100);
  }

  /** @param {number} percent */
  show(percent) {
    this.percent = percent;
    const whole = Math.floor(percent) % 100;
    const where = words.moved(whole, phase(this.stride, percent, this.speed));
    this.figure.show({ percent, speed: this.speed, chosen: this.chosen });
    this.curve.move(percent);
    this.moment.value = String(whole);
    this.moment.setAttribute("aria-valuetext", where);
    this.now.textContent = where;
    for (const row of this.rows) row.show(percent, this.speed);
    const lengths = this.muscles.map((muscle) => words.lengthOf(muscle.name, lengthAt(this.stride, muscle.paths.find(({ main }) => main) ?? muscle.paths[0], this.speed, percent)));
    this.figure.canvas.setAttribute("aria-label", words.figure(where, lengths.join(", ")));
  }

  /** @param {number} speed */
  setSpeed(speed) {
    this.speed = speed;
    const { speeds } = this.stride;
    const above = speeds.findIndex((each) => each >= speed - 1e-9);
    const measured = Math.abs(speeds[above] - speed) < 1e-9;
    this.pace.setAttribute("aria-valuetext", words.paced(speed));
    this.paceNote.textContent = `${words.paced(speed)}. ${measured ? words.measured : words.mixed(speeds[above - 1], speeds[above])}`;
    fill(this.tableBox, table(this.stride, this.muscles, speed));
    this.choose(this.chosen);
  }

  /** Show one muscle, or all alike. @param {string} muscle */
  choose(muscle) {
    this.chosen = muscle;
    this.rows = muscleRows(this.stride, this.muscles, muscle, (picked) => {
      this.choose(picked === this.chosen ? "" : picked);
      /** @type {HTMLElement | null} */ (this.rowBox.querySelector(`[data-muscle="${picked}"]`))?.focus();
    });
    fill(this.rowBox, ...this.rows.map(({ root }) => root));
    fill(this.peaks, ...this.rows.filter(({ name }) => muscle === "" ? this.muscles.length === 1 || name === this.muscles[0].muscle : name === muscle).flatMap(({ peaks }) => peaks(this.speed, (percent) => this.hold(percent))));
    this.curve.show({ speed: this.speed, chosen: muscle });
    this.show(this.percent);
  }

  /** @param {number} degrees */
  look(degrees) {
    this.turn.value = String(degrees);
    this.turn.setAttribute("aria-valuetext", words.degrees(degrees));
    for (const view of this.views.querySelectorAll("button")) view.setAttribute("aria-pressed", String(Number(view.dataset.turn) === degrees));
    this.figure.show({ turn: degrees });
  }
}

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    const view = new LegView(model, el);
    return () => view.close();
  },
};
