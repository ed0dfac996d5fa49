/**
 * The body from the front and from the back. Regions can be marked, named and picked,
 * by mouse, finger or keyboard. A mark is a colour and a pattern, never a colour alone.
 *
 * @typedef {import("./regions.js").View} View
 * @typedef {"primary" | "secondary" | "first" | "tested" | "untested" | "right" | "wrong"} Tone
 * @typedef {{ tone: Tone, label?: string }} Highlight
 * @typedef {object} MapState
 * @property {View | "both"} view
 * @property {Record<string, Highlight>} highlights by region id
 * @property {string[]} selected region ids
 * @property {Record<string, string>} names by region id, in place of the usual ones
 * @property {((id: string) => boolean) | null} pickable which regions can be picked; null for all
 * @property {((id: string, event: Event) => void) | null} onpick null for a picture only
 * @property {boolean} disabled regions keep their names, but picking is over
 */
import { button, fill, h, uniqueId } from "../base/dom.js";
import { isPressKey } from "../base/press.js";
import { REGIONS, VIEW_BOXES, isArrow, neighbour, regionName } from "./regions.js";
import { bodyWords } from "../words/index.js";

export { REGIONS, regionName, viewOf } from "./regions.js";

const SVG = "http://www.w3.org/2000/svg";
/** @type {View[]} */
const VIEWS = ["front", "back"];

/** Strokes of each tone's pattern in a 2 by 2 cell; a tone without strokes is a plain colour. @type {Record<Tone, string>} */
const PATTERNS = {
  primary: "",
  secondary: "M0 2 2 0M-.5 .5 .5 -.5M1.5 2.5 2.5 1.5",
  first: "M0 0 2 2M0 2 2 0",
  tested: "M0 1H2",
  untested: "M1 .9V1.1",
  right: "",
  wrong: "M0 0 2 2M0 2 2 0",
};

/** @param {string} tag @param {Record<string, string>} attributes @param {...Node} children */
function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Patterns of one map, so that several maps in a page do not share ids. @param {string} prefix */
function patterns(prefix) {
  const drawn = Object.entries(PATTERNS).filter(([, strokes]) => strokes !== "");
  return svg(
    "defs",
    {},
    ...drawn.map(([tone, strokes]) =>
      svg(
        "pattern",
        { id: `${prefix}-${tone}`, width: "2", height: "2", patternUnits: "userSpaceOnUse", patternTransform: "scale(0.6)" },
        svg("path", { class: "rm-body-strokes", d: strokes }),
      ),
    ),
  );
}

/** A small square in a tone, for a legend. @param {Tone} tone */
export function swatch(tone) {
  const prefix = uniqueId("swatch");
  const square = "M0 0H4V4H0Z";
  const children = [patterns(prefix), svg("path", { class: "rm-body-fill", d: square })];
  if (PATTERNS[tone] !== "") children.push(svg("path", { fill: `url(#${prefix}-${tone})`, d: square }));
  return svg("svg", { class: `rm-body-swatch rm-tone-${tone}`, viewBox: "0 0 4 4", "aria-hidden": "true" }, ...children);
}

/**
 * @param {Partial<MapState>} start
 * @returns {{ root: HTMLElement, set: (change: Partial<MapState>) => void, focus: () => void }}
 */
export function bodyMap(start) {
  /** @type {MapState} */
  const state = { view: "both", highlights: {}, selected: [], names: {}, pickable: null, onpick: null, disabled: false, ...start };
  const prefix = uniqueId("body");
  const root = h("div", { class: "rm-body" });
  const figures = h("div", { class: "rm-body-figures" });
  const shown = h("p", { class: "rm-body-name", "aria-hidden": "true" });
  /** @type {Map<string, SVGGElement>} */
  const parts = new Map();
  /** @type {Partial<Record<View, Element>>} */
  const tops = {};
  /** @type {Record<View, string>} which region the Tab key reaches */
  const stops = { front: "", back: "" };
  /** @type {View} what a narrow page shows of the two */
  let side = "front";

  /** @param {string} id */
  const canPick = (id) => state.onpick !== null && (state.pickable === null || state.pickable(id));
  /** @param {string} id */
  const nameOf = (id) => {
    const name = state.names[id] ?? regionName(id);
    const label = state.highlights[id]?.label;
    return label ? `${name}: ${label}` : name;
  };
  const rest = () => {
    shown.textContent = state.selected.length > 0 ? state.selected.map(nameOf).join(" · ") : state.onpick ? bodyWords.hint : "";
  };

  /** @param {View} view */
  const draw = (view) => {
    const label = view === "front" ? bodyWords.frontOf : bodyWords.backOf;
    const body = svg("svg", { class: "rm-body-svg", viewBox: VIEW_BOXES[view] }, patterns(`${prefix}-${view}`));
    body.setAttribute("role", state.onpick ? "group" : "img");
    const marked = REGIONS[view].filter(({ id }) => state.highlights[id]).map(({ id }) => nameOf(id));
    body.setAttribute("aria-label", state.onpick || marked.length === 0 ? label : `${label}. ${marked.join(". ")}`);
    // Outlines of chosen and focused regions lie above the neighbours.
    const ring = svg("path", { class: "rm-body-ring" });
    tops[view] = svg("g", { "aria-hidden": "true" });
    for (const { id, path } of REGIONS[view]) {
      const part = /** @type {SVGGElement} */ (svg("g", { "data-region": id }, svg("path", { class: "rm-body-fill", d: path })));
      part.append(svg("path", { class: "rm-body-pattern", d: path }), svg("path", { class: "rm-body-line", d: path }));
      parts.set(id, part);
      body.append(part);
      part.addEventListener("pointerenter", () => (shown.textContent = canPick(id) ? nameOf(id) : ""));
      part.addEventListener("pointerleave", rest);
      if (!canPick(id)) continue;
      part.setAttribute("role", "button");
      part.addEventListener("focus", () => {
        move(view, id);
        if (part.matches(":focus-visible")) ring.setAttribute("d", path);
        shown.textContent = nameOf(id);
      });
      part.addEventListener("blur", () => {
        ring.removeAttribute("d");
        rest();
      });
      part.addEventListener("click", (event) => pick(id, event));
      part.addEventListener("keydown", (event) => press(view, id, event));
    }
    body.append(tops[view], ring);
    const pickable = REGIONS[view].map(({ id }) => id).filter(canPick);
    const chosen = pickable.find((id) => state.selected.includes(id));
    stops[view] = chosen ?? pickable.find((id) => state.highlights[id]) ?? pickable[0] ?? "";
    return h("div", { class: `rm-body-view rm-body-${view}` }, body, h("p", { class: "rm-body-caption", "aria-hidden": "true" }, bodyWords[view]));
  };

  /** @param {View} view @param {string} id */
  const move = (view, id) => {
    parts.get(stops[view])?.setAttribute("tabindex", "-1");
    stops[view] = id;
    parts.get(id)?.setAttribute("tabindex", "0");
  };

  /** @param {string} id @param {Event} event */
  const pick = (id, event) => {
    if (!state.disabled) state.onpick?.(id, event);
  };

  /** @param {View} view @param {string} id @param {KeyboardEvent} event */
  const press = (view, id, event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      if (isPressKey(event) && !event.repeat) pick(id, event);
    } else if (isArrow(event.key)) {
      event.preventDefault();
      const next = neighbour(event.key, id, centres(view));
      if (next !== null) parts.get(next)?.focus();
    }
  };

  /** @param {View} view */
  const centres = (view) => {
    const pickable = REGIONS[view].filter((region) => canPick(region.id));
    return new Map(
      pickable.map((region) => {
        const box = /** @type {SVGGElement} */ (parts.get(region.id)).getBBox();
        return [region.id, { x: box.x + box.width / 2, y: box.y + box.height / 2 }];
      }),
    );
  };

  /** Everything that can change without a new drawing, so that the focus stays where it is. */
  const paint = () => {
    for (const view of VIEWS) {
      const chosen = REGIONS[view].filter(({ id }) => state.selected.includes(id));
      tops[view]?.replaceChildren(...chosen.map(({ path }) => svg("path", { class: "rm-body-chosen", d: path })));
      for (const { id } of REGIONS[view]) {
        const part = parts.get(id);
        if (part === undefined) continue;
        const highlight = state.highlights[id];
        const selected = state.selected.includes(id);
        const classes = ["rm-body-part", highlight && `rm-tone-${highlight.tone}`, canPick(id) && "rm-body-pickable"];
        part.setAttribute("class", classes.filter(Boolean).join(" "));
        const striped = highlight !== undefined && PATTERNS[highlight.tone] !== "";
        part.children[1]?.setAttribute("fill", striped ? `url(#${prefix}-${view}-${highlight.tone})` : "none");
        if (!canPick(id)) continue;
        part.setAttribute("aria-label", nameOf(id));
        part.setAttribute("aria-pressed", String(selected));
        part.setAttribute("aria-disabled", String(state.disabled));
        part.setAttribute("tabindex", id === stops[view] ? "0" : "-1");
      }
    }
    rest();
  };

  const switcher = () => {
    /** @type {HTMLButtonElement[]} */
    const buttons = VIEWS.map((view) => button(bodyWords[view], () => turn(view), { "aria-pressed": String(view === side) }));
    const turn = (/** @type {View} */ view) => {
      side = view;
      root.dataset.side = view;
      buttons.forEach((one, index) => one.setAttribute("aria-pressed", String(VIEWS[index] === view)));
    };
    return h("div", { class: "rm-row rm-body-switch", role: "group", "aria-label": bodyWords.view }, ...buttons);
  };

  const build = () => {
    parts.clear();
    root.dataset.side = side;
    root.classList.toggle("rm-body-both", state.view === "both");
    const views = state.view === "both" ? VIEWS : [state.view];
    fill(figures, ...views.map(draw));
    fill(root, state.view === "both" && switcher(), figures, shown);
    paint();
  };

  if (state.view === "both") side = startingSide(state);
  build();
  return {
    root,
    set(change) {
      const redraw = ["view", "pickable", "onpick"].some((name) => name in change);
      Object.assign(state, change);
      if (redraw) build();
      else paint();
    },
    focus() {
      const view = state.view === "both" ? side : state.view;
      parts.get(stops[view])?.focus();
    },
  };
}

/** The view with more marks opens first where only one fits. @param {MapState} state @returns {View} */
function startingSide(state) {
  const count = (/** @type {View} */ view) =>
    REGIONS[view].filter(({ id }) => state.highlights[id] || state.selected.includes(id)).length;
  return count("back") > count("front") ? "back" : "front";
}
