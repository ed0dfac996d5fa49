/**
 * Small tools for building accessible markup without a framework.
 *
 * @typedef {Node | string | null | undefined | false} Child
 */

/** Of an element that holds content, such as an exercise or a question: it stays English beside translated words. */
export const CONTENT = { lang: "en" };

/** A sentence; content inside of it stands between marks of the kernel side (`translation/content.py`). @param {string} text */
export const withContent = (text) => text.split(/[\u2068\u2069]/).map((part, at) => (at % 2 ? h("span", CONTENT, part) : part));

let serial = 0;

/** An id that is unique in the page. @param {string} name */
export function uniqueId(name) {
  serial += 1;
  return `rm-${name}-${serial}-${Math.random().toString(36).slice(2, 7)}`;
}

/**
 * Make an element. Attributes go in as text, `on…` keys as listeners, booleans as presence.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on") && typeof value === "function") {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  append(element, children);
  return element;
}

/** @param {Element} parent @param {Child[]} children */
function append(parent, children) {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child);
  }
}

/** Replace what an element holds. @param {Element} parent @param {...Child} children */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children);
}

/** @param {string} label @param {(event: Event) => void} onclick @param {Record<string, unknown>} [more] */
export function button(label, onclick, more = {}) {
  return h("button", { type: "button", class: "rm-button", onclick, ...more }, label);
}

/** @param {string[]} items @param {"ul" | "ol"} [tag] */
export function list(items, tag = "ul") {
  return h(tag, { class: "rm-list" }, ...items.map((item) => h("li", {}, item)));
}

/**
 * A labelled form field.
 * @param {string} label @param {HTMLElement} control @param {string} [hint]
 */
export function field(label, control, hint = "") {
  control.id ||= uniqueId("field");
  const hintId = hint ? uniqueId("hint") : "";
  if (hintId) control.setAttribute("aria-describedby", hintId);
  return h(
    "div",
    { class: "rm-field" },
    h("label", { for: control.id }, label),
    control,
    hint && h("span", { id: hintId, class: "rm-hint" }, hint),
  );
}

/**
 * A group of radio buttons with a legend.
 * @param {string} legend
 * @param {{ value: string, label: string }[]} choices
 * @param {(value: string) => void} onpick
 * @param {string | null} [picked]
 */
export function radios(legend, choices, onpick, picked = null) {
  const name = uniqueId("choice");
  return h(
    "fieldset",
    { class: "rm-choices" },
    h("legend", {}, legend),
    ...choices.map(({ value, label }) =>
      h(
        "label",
        { class: "rm-choice" },
        h("input", { type: "radio", name, value, checked: value === picked, onchange: () => onpick(value) }),
        h("span", {}, label),
      ),
    ),
  );
}

/** Choices of a group from their words by value. @param {Record<string, string>} words */
export const choicesOf = (words) => Object.entries(words).map(([value, label]) => ({ value, label }));

/**
 * Radio buttons of a few short words, side by side.
 * @param {Parameters<typeof radios>} choice
 */
export function pills(...choice) {
  const group = radios(...choice);
  group.classList.add("rm-pills");
  return group;
}

/**
 * A polite live region. The same words twice are spoken twice.
 */
export class Announcer {
  constructor() {
    this.element = h("div", { class: "rm-visually-hidden", role: "status", "aria-live": "polite" });
  }

  /** @param {string} words */
  say(words) {
    this.element.textContent = this.element.textContent === words ? `${words}\u00a0` : words;
  }
}

/**
 * Keep keys inside the widget: in JupyterLab's command mode a stray `d d` deletes the cell.
 * Saving the notebook stays possible.
 * @param {HTMLElement | SVGElement} root
 * @returns {() => void} undo
 */
export function guardKeys(root) {
  /** @param {Event} pressed */
  const guard = (pressed) => {
    const event = /** @type {KeyboardEvent} */ (pressed);
    const saving = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
    if (!saving) event.stopPropagation();
  };
  root.addEventListener("keydown", guard);
  return () => root.removeEventListener("keydown", guard);
}
