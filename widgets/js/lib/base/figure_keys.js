/**
 * Keys for the sliders and buttons of figures. Plotly draws them for a pointer alone; here each can
 * be reached with Tab, says what it is, and does by keys what it does when it is pressed.
 *
 * A checkpoint, which every lesson has, or the log looks after all figures of the page.
 *
 * @typedef {{ active?: number, steps: { label: string }[], currentvalue?: { prefix?: string, suffix?: string } }} Slider
 * @typedef {HTMLElement & { layout?: { sliders?: Slider[], updatemenus?: { active?: number }[] } }} Plot
 */
import { guardKeys } from "./dom.js";

const PLOT = ".js-plotly-plot";
const SLIDER = ".slider-container";
const MENU = ".updatemenu-container";
const BUTTON = ".updatemenu-button";
/** How far plotly keeps the first and the last step from the ends of the rail, px. */
const INSET = 10;
const LOOKED_AFTER = Symbol.for("running-muscles:figure-keys");

/** Steps that a key moves on, given how many there are. @type {Record<string, (steps: number) => number>} */
const MOVES = {
  ArrowRight: () => 1,
  ArrowUp: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: () => -1,
  PageUp: (steps) => Math.ceil(steps / 5),
  PageDown: (steps) => -Math.ceil(steps / 5),
  Home: (steps) => -steps,
  End: (steps) => steps,
};

export function lookAfterFigures() {
  const page = /** @type {any} */ (globalThis);
  if (page[LOOKED_AFTER]) return;
  page[LOOKED_AFTER] = true;
  let planned = false;
  const look = () => {
    planned = false;
    for (const plot of document.querySelectorAll(PLOT)) addKeys(/** @type {Plot} */ (plot));
  };
  // Plotly draws its buttons anew at each press, and figures come and go.
  new MutationObserver(() => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(look);
  }).observe(document.body, { childList: true, subtree: true });
  look();
}

/** @param {Plot} plot */
function addKeys(plot) {
  plot.querySelectorAll(SLIDER).forEach((group, index) => {
    const slider = plot.layout?.sliders?.[index];
    if (slider !== undefined) keysForSlider(plot, /** @type {SVGGElement} */ (group), slider, index);
  });
  plot.querySelectorAll(MENU).forEach((menu, index) => {
    const active = plot.layout?.updatemenus?.[index]?.active ?? 0;
    menu.parentElement?.querySelectorAll(BUTTON).forEach((each, place) => keysForButton(plot, /** @type {SVGGElement} */ (each), place, active));
  });
}

/** @param {Plot} plot @param {SVGGElement} group @param {Slider} slider @param {number} index */
function keysForSlider(plot, group, slider, index) {
  const { steps, active = 0, currentvalue = {} } = slider;
  const prefix = currentvalue.prefix ?? "";
  set(group, {
    tabindex: "0",
    role: "slider",
    "aria-label": prefix.replace(/[:\s]+$/, ""),
    "aria-valuemin": "0",
    "aria-valuemax": String(steps.length - 1),
    "aria-valuenow": String(active),
    "aria-valuetext": `${prefix}${steps[active]?.label ?? ""}${currentvalue.suffix ?? ""}`,
  });
  if (!isNew(group)) return;
  group.addEventListener("keydown", (event) => {
    const move = MOVES[event.key];
    const now = plot.layout?.sliders?.[index];
    if (move === undefined || now === undefined) return;
    event.preventDefault();
    const last = now.steps.length - 1;
    const to = Math.min(last, Math.max(0, (now.active ?? 0) + move(now.steps.length)));
    pressRail(plot, group, last === 0 ? 0 : to / last);
  });
  guardKeys(group);
}

/** Press the rail where a step lies. @param {Plot} plot @param {SVGGElement} group @param {number} part 0 to 1 */
function pressRail(plot, group, part) {
  const rail = group.querySelector(".slider-rail-touch-rect");
  if (rail === null) return;
  const { left, top, width, height } = rail.getBoundingClientRect();
  const at = { bubbles: true, cancelable: true, view: window, clientX: left + INSET + (width - 2 * INSET) * part, clientY: top + height / 2 };
  rail.dispatchEvent(new MouseEvent("mousedown", at));
  plot.dispatchEvent(new MouseEvent("mouseup", at));
}

/** @param {Plot} plot @param {SVGGElement} each @param {number} place @param {number} active */
function keysForButton(plot, each, place, active) {
  set(each, { tabindex: "0", role: "button", "aria-label": each.textContent ?? "", "aria-pressed": String(place === active) });
  if (!isNew(each)) return;
  each.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const all = () => /** @type {NodeListOf<SVGGElement>} */ (plot.querySelectorAll(BUTTON));
    const here = [...all()].indexOf(each);
    each.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
    // The button that was pressed has gone; another stands in its place.
    const again = () => {
      addKeys(plot);
      all()[here]?.focus();
    };
    again();
    requestAnimationFrame(() => each.isConnected || again());
  });
  guardKeys(each);
}

/** @type {WeakSet<Element>} */
const seen = new WeakSet();

/** @param {Element} element */
function isNew(element) {
  if (seen.has(element)) return false;
  seen.add(element);
  return true;
}

/** @param {Element} element @param {Record<string, string>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
