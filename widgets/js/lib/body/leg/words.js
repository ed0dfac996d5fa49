/** What stands beside the runner in words: the muscles now, their longest and shortest moment, legend and table. */
import { button, CONTENT, h } from "../../base/dom.js";
import { legWords as words } from "../../words/index.js";
import { tone } from "./colours.js";
import { extremes, isActive, lengthAt, phase } from "./stride.js";

/**
 * @typedef {import("./stride.js").Stride} Stride
 * @typedef {import("./stride.js").Muscle} Muscle
 */

/** Percents of standing that the legend names. */
const SCALE = [80, 90, 100, 110, 120];
const TABLE_STEP = 10;

/** @param {Muscle} muscle */
const mainPath = (muscle) => muscle.paths.find(({ main }) => main) ?? muscle.paths[0];

/** A length's colour in the style sheet's own words. @param {number} length */
function mixture(length) {
  const way = tone(length);
  return `color-mix(in srgb, var(--rm-leg-${way < 0 ? "short" : "long"}) ${Math.round(Math.abs(way) * 100)}%, var(--rm-leg-same))`;
}

/**
 * One row a muscle: its name and what it is now. Pressing it brings it out in figure and curve.
 * @param {Stride} stride @param {Muscle[]} muscles @param {string} chosen @param {(muscle: string) => void} onpick
 */
export function muscleRows(stride, muscles, chosen, onpick) {
  return muscles.map((muscle) => {
    const swatch = h("span", { class: "rm-leg-swatch", "aria-hidden": "true" });
    const value = h("span", { class: "rm-leg-value" });
    const state = h("span", { class: "rm-leg-state" });
    const root = h(
      "button",
      { type: "button", class: "rm-leg-muscle", "aria-pressed": String(muscle.muscle === chosen), "data-muscle": muscle.muscle, onclick: () => onpick(muscle.muscle) },
      swatch,
      h("span", { ...CONTENT, class: "rm-leg-name" }, muscle.name),
      value,
      state,
    );
    return {
      name: muscle.muscle,
      root,
      /** @param {number} percent @param {number} speed */
      show(percent, speed) {
        const length = lengthAt(stride, mainPath(muscle), speed, percent);
        const active = isActive(muscle, percent);
        swatch.style.background = mixture(length);
        swatch.classList.toggle("rm-leg-on", active === true);
        value.textContent = words.length(length);
        state.textContent = words.switched(active);
      },
      /** @param {number} speed @param {(percent: number) => void} onjump */
      peaks(speed, onjump) {
        const { longest, shortest } = extremes(stride, mainPath(muscle), speed);
        const jump = (/** @type {(length: number, at: number, phase: string) => string} */ say, /** @type {{ percent: number, length: number }} */ { percent, length }) =>
          button(say(length, percent, phase(stride, percent, speed)), () => onjump(percent), { class: "rm-button rm-leg-peak-button" });
        return [h("p", { ...CONTENT, class: "rm-label" }, muscle.name), jump(words.longest, longest), jump(words.shortest, shortest)];
      },
    };
  });
}

/** What colour and thickness mean: two facts. @param {Muscle[]} muscles */
export function legend(muscles) {
  const unknown = muscles.filter(({ active }) => active === null).map(({ name }) => name);
  return h(
    "div",
    { class: "rm-leg-legend" },
    h("p", {}, words.colour),
    h("div", { class: "rm-leg-scale", "aria-hidden": "true" }, ...SCALE.map((percent) => h("span", { style: `background:${mixture(percent / 100)}` }))),
    h("div", { class: "rm-leg-scale-words" }, ...SCALE.map((percent) => h("span", {}, `${percent} %`))),
    h("p", {}, words.thickness),
    h(
      "div",
      { class: "rm-leg-thickness" },
      h("span", { class: "rm-leg-thin" }),
      h("span", {}, words.off),
      h("span", { class: "rm-leg-thick" }),
      h("span", {}, words.active),
    ),
    h("p", {}, words.two),
    unknown.length > 0 && h("p", { class: "rm-hint" }, `${unknown.join(", ")}: ${words.unknown}.`),
  );
}

/** @param {Stride} stride @param {Muscle[]} muscles @param {number} speed */
export function table(stride, muscles, speed) {
  const moments = Array.from({ length: 100 / TABLE_STEP }, (_, at) => at * TABLE_STEP);
  const head = (/** @type {string[]} */ names, lang = {}) => h("thead", {}, h("tr", {}, ...names.map((name, at) => h("th", { ...(at > 0 && lang), scope: "col" }, name))));
  const row = (/** @type {string} */ name, /** @type {string[]} */ cells, lang = {}) => h("tr", {}, h("th", { ...lang, scope: "row" }, name), ...cells.map((cell) => h("td", {}, cell)));
  return h(
    "div",
    { class: "rm-leg-tables", tabindex: "0", role: "region", "aria-label": words.table },
    h(
      "table",
      { class: "rm-table" },
      h("caption", {}, words.tableCaption(words.paced(speed))),
      head([words.muscle, words.longestHead, words.shortestHead, words.activeHead]),
      h(
        "tbody",
        {},
        ...muscles.map((muscle) => {
          const { longest, shortest } = extremes(stride, mainPath(muscle), speed);
          const said = (/** @type {{ percent: number, length: number }} */ { percent, length }) => words.extreme(length, percent, phase(stride, percent, speed));
          return row(muscle.name, [said(longest), said(shortest), words.spans(muscle.active)], CONTENT);
        }),
      ),
    ),
    h(
      "table",
      { class: "rm-table" },
      head([words.axis, ...muscles.map(({ name }) => name)], CONTENT),
      h("tbody", {}, ...moments.map((percent) => row(words.moved(percent, phase(stride, percent, speed)), muscles.map((muscle) => words.length(lengthAt(stride, mainPath(muscle), speed, percent)))))),
    ),
  );
}

/** @param {{ text: string, url: string }[]} found */
export function sources(found) {
  return h("p", { class: "rm-hint" }, words.sources, ...found.flatMap(({ text, url }, at) => [at > 0 ? ", " : "", h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text)]));
}
