/** Length over one stride: a curve a muscle, coloured and as thick as in the figure, with the moment as a line. */
import { h } from "../../base/dom.js";
import { legWords as words } from "../../words/index.js";
import { css, lengthColour, palette } from "./colours.js";
import { curve, extremes, isActive, lengthAt, mixed, phase } from "./stride.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 210;
const EDGE = { left: 44, right: 12, top: 22, bottom: 36 };
/** Curves show at least this much about standing, so that small changes look small. */
const LEAST = 0.06;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {string} [text] */
function draw(tag, attributes, text) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}

export class Curve {
  /** @param {import("./stride.js").Stride} stride @param {import("./stride.js").Muscle[]} muscles @param {(percent: number) => void} onpick */
  constructor(stride, muscles, onpick) {
    this.stride = stride;
    this.muscles = muscles.map((muscle) => ({ ...muscle, path: muscle.paths.find(({ main }) => main) ?? muscle.paths[0] }));
    this.svg = draw("svg", { class: "rm-leg-curve", role: "img" });
    this.root = h("div", { class: "rm-leg-chart" });
    this.root.append(this.svg);
    this.width = 0;
    this.speed = stride.speeds[0];
    this.percent = 0;
    this.chosen = "";
    /** The range of lengths shown. */
    this.low = 1 - LEAST;
    this.high = 1 + LEAST;
    this.svg.addEventListener("pointerdown", (event) => {
      const box = this.svg.getBoundingClientRect();
      const at = (/** @type {PointerEvent} */ (event).clientX - box.left - EDGE.left) / (this.width - EDGE.left - EDGE.right);
      onpick(Math.round(Math.min(Math.max(at, 0), 0.99) * 100));
    });
    this.observer = new ResizeObserver(() => {
      this.width = this.root.clientWidth;
      this.show({});
    });
    this.observer.observe(this.root);
    this.themes = new MutationObserver(() => this.show({}));
    this.themes.observe(document.body, { attributes: true });
  }

  close() {
    this.observer.disconnect();
    this.themes.disconnect();
  }

  /** Draw it all. @param {{ speed?: number, chosen?: string }} change */
  show(change) {
    Object.assign(this, change);
    if (this.width === 0) return;
    const { stride, speed } = this;
    this.curves = this.muscles.map((muscle) => ({ muscle, points: curve(stride, muscle.path, speed), ...extremes(stride, muscle.path, speed) }));
    const lengths = this.curves.flatMap(({ points }) => points.map(({ length }) => length));
    this.low = Math.min(1 - LEAST, ...lengths) - 0.015;
    this.high = Math.max(1 + LEAST, ...lengths) + 0.022;
    this.colours = palette(this.root);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${HEIGHT}`);
    this.svg.setAttribute(
      "aria-label",
      words.chartOf(this.curves.map(({ muscle, longest }) => `${muscle.name}: ${words.longest(longest.length, longest.percent, phase(stride, longest.percent, speed))}`).join(". ")),
    );
    this.svg.replaceChildren(...this.frame());
    const order = [...this.curves].sort((a, b) => Number(a.muscle.muscle === this.chosen) - Number(b.muscle.muscle === this.chosen));
    for (const each of order) this.svg.append(this.line(each));
    this.cursor = draw("g", {});
    this.svg.append(this.cursor);
    this.move(this.percent);
  }

  /** @param {number} percent */
  x(percent) {
    return EDGE.left + (percent / 100) * (this.width - EDGE.left - EDGE.right);
  }

  /** @param {number} length */
  y(length) {
    return EDGE.top + ((this.high - length) / (this.high - this.low)) * (HEIGHT - EDGE.top - EDGE.bottom);
  }

  /** Foot contact, standing and the axes. */
  frame() {
    const contact = mixed(this.stride, this.stride.contact, this.speed);
    const [left, right, bottom] = [EDGE.left, this.width - EDGE.right, HEIGHT - EDGE.bottom];
    const step = this.high - this.low > 0.2 ? 0.1 : 0.05;
    const parts = [
      draw("rect", { class: "rm-leg-contact", x: left, y: EDGE.top, width: this.x(contact) - left, height: bottom - EDGE.top }),
      draw("text", { class: "rm-leg-tick", x: (left + this.x(contact)) / 2, y: EDGE.top - 7, "text-anchor": "middle" }, words.contact),
    ];
    for (let level = Math.ceil(this.low / step) * step; level < this.high; level += step) {
      const standing = Math.abs(level - 1) < 1e-6;
      parts.push(
        draw("line", { class: standing ? "rm-leg-standing" : "rm-leg-grid", x1: left, x2: right, y1: this.y(level), y2: this.y(level) }),
        draw("text", { class: "rm-leg-tick", x: left - 6, y: this.y(level) + 4, "text-anchor": "end" }, `${Math.round(level * 100)} %`),
      );
    }
    for (let percent = 0; percent <= 100; percent += 20) {
      parts.push(draw("text", { class: "rm-leg-tick", x: this.x(percent), y: bottom + 15, "text-anchor": percent === 100 ? "end" : "middle" }, String(percent)));
    }
    parts.push(draw("text", { class: "rm-leg-tick", x: (left + right) / 2, y: HEIGHT - 4, "text-anchor": "middle" }, words.axis));
    return parts;
  }

  /** @param {NonNullable<Curve["curves"]>[number]} curve */
  line({ muscle, points, longest, shortest }) {
    const quiet = this.chosen !== "" && this.chosen !== muscle.muscle;
    const group = draw("g", { class: quiet ? "rm-leg-quiet" : "" });
    const smooth = (/** @type {number} */ more, /** @type {(at: number) => string} */ style) =>
      points.slice(1).map((to, at) => {
        const from = points[at];
        const on = isActive(muscle, (from.percent + to.percent) / 2) === true;
        const attributes = { x1: this.x(from.percent), y1: this.y(from.length), x2: this.x(to.percent), y2: this.y(to.length) };
        return draw("line", { ...attributes, "stroke-width": (on ? 6 : 2.4) + more, stroke: style((from.length + to.length) / 2), "stroke-linecap": "round" });
      });
    const colours = /** @type {import("./colours.js").Palette} */ (this.colours);
    group.append(...smooth(1.6, () => css(colours.edge)), ...smooth(0, (length) => css(lengthColour(colours, length))));
    if (!quiet) {
      for (const [point, up] of /** @type {const} */ ([[longest, true], [shortest, false]])) {
        const [x, y] = [this.x(point.percent), this.y(point.length) + (up ? -6 : 6)];
        const tip = up ? 9 : -9;
        group.append(draw("path", { class: "rm-leg-peak", d: `M${x} ${y}l-5 ${-tip}h10z` }));
      }
    }
    return group;
  }

  /** Move the line that stands for now. @param {number} percent */
  move(percent) {
    this.percent = percent;
    if (this.cursor === undefined || this.colours === undefined) return;
    const x = this.x(percent);
    this.cursor.replaceChildren(
      draw("line", { class: "rm-leg-now", x1: x, x2: x, y1: EDGE.top, y2: HEIGHT - EDGE.bottom }),
      ...this.muscles
        .filter(({ muscle }) => this.chosen === "" || this.chosen === muscle)
        .map(({ path }) => {
          const length = lengthAt(this.stride, path, this.speed, percent);
          return draw("circle", { class: "rm-leg-dot", cx: x, cy: this.y(length), r: 5.5, fill: css(lengthColour(/** @type {import("./colours.js").Palette} */ (this.colours), length)) });
        }),
    );
  }
}
