/**
 * One way to press. A press is the main button of a mouse or pen, a finger, Space, Enter, or a
 * bare click by assistive software. It counts once, and it counts when it begins, because clocks
 * stop with it.
 */
import { stampOf } from "./stopwatch.js";

/** So long after the page has turned, the same press again is a slip and not a wish. */
const SLIP_MS = 500;
/** So long before the page turned, a press may have been one of a row. */
const ROW_MS = 3000;
/** Two touches closer than this are at the same place. */
const SAME_PLACE_PX = 48;
/** So many are remembered. */
const PLACES = 8;
const TYPING = "input, select, textarea, [contenteditable]:not([contenteditable=false]), [role=textbox]";
const CONTROL = `button, a[href], summary, [role=button], [role=menuitem], [role=tab], ${TYPING}`;
const DIALOG = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";

/** @typedef {{ x: number, y: number, at: number }} Place */

/** @param {EventTarget | null} target @param {string} selector */
const within = (target, selector) => target instanceof Element && target.closest(selector) !== null;

/** Space or Enter by itself: with a modifier it belongs to the notebook. @param {KeyboardEvent} event */
export function isPressKey({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  return (key === " " || key === "Enter") && !ctrlKey && !metaKey && !altKey && !shiftKey;
}

/** The main button or a finger; a click with Ctrl opens a menu. @param {PointerEvent} event */
export function isMainPointer({ button, ctrlKey, pointerType }) {
  return button === 0 && !(ctrlKey && pointerType === "mouse");
}

/**
 * Call at the beginning of every press of an element.
 * @param {HTMLElement} element
 * @param {(event: Event) => void} react
 * @param {{ everywhere?: boolean }} [where] With `everywhere`, keys count wherever the focus is,
 *   even on a dialog that has come up, but not on another control and not where someone types.
 * @returns {() => void} undo
 */
export function onPress(element, react, { everywhere = false } = {}) {
  // The click at the end of a press that has counted is not another one.
  let begun = false;

  /** @param {EventTarget | null} target */
  const isOurs = (target) => {
    if (target instanceof Node && element.contains(target)) return true;
    if (!everywhere || within(target, TYPING)) return false;
    const place = target instanceof Element ? target.closest(".rm") : null;
    if (place !== null && !place.contains(element)) return false;
    return within(target, DIALOG) || !within(target, CONTROL);
  };
  /** @param {Event} event */
  const count = (event) => {
    event.preventDefault();
    event.stopPropagation();
    react(event);
  };
  /** @param {PointerEvent} event */
  const down = (event) => {
    if (event.button !== 0) return; // no click comes after it
    begun = true;
    if (isMainPointer(event)) count(event);
  };
  /** @param {MouseEvent} event */
  const click = (event) => {
    if (begun) event.preventDefault();
    else count(event);
    begun = false;
  };
  /** @param {PointerEvent} event */
  const end = (event) => {
    const clickComes = event.type === "pointerup" && event.target instanceof Node && element.contains(event.target);
    if (!clickComes) begun = false;
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if ((event.key !== " " && event.key !== "Enter") || !isOurs(event.target)) return;
    if (!isPressKey(event)) {
      // The browser would make a click of it, which would look like one by assistive software.
      if (event.target === element) event.preventDefault();
    } else if (event.type === "keydown" && !event.repeat) count(event);
    else event.preventDefault(); // a held key is one press, and its end is no click
  };

  const keys = everywhere ? document : element;
  element.addEventListener("pointerdown", down);
  element.addEventListener("click", click);
  for (const kind of ["pointerup", "pointercancel"]) document.addEventListener(kind, /** @type {EventListener} */ (end), true);
  for (const kind of ["keydown", "keyup"]) keys.addEventListener(kind, /** @type {EventListener} */ (key), true);
  return () => {
    element.removeEventListener("pointerdown", down);
    element.removeEventListener("click", click);
    for (const kind of ["pointerup", "pointercancel"]) document.removeEventListener(kind, /** @type {EventListener} */ (end), true);
    for (const kind of ["keydown", "keyup"]) keys.removeEventListener(kind, /** @type {EventListener} */ (key), true);
  };
}

/**
 * Keep slips away from a widget: a held key, a Space that would scroll the page, and the second
 * half of a double press on what has just taken the place of what was pressed.
 */
export class PressGuard {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.until = -Infinity;
    this.strict = false;
    this.keys = false;
    /** @type {Place[]} where somebody has pressed of late */
    this.places = [];
    /** @type {Place[]} where they pressed before the page turned */
    this.before = [];
    /** @type {Element | null} */
    this.focus = null;
    this.pointer = (/** @type {Event} */ event) => this.#pointer(/** @type {MouseEvent} */ (event));
    this.key = (/** @type {Event} */ event) => this.#key(/** @type {KeyboardEvent} */ (event));
    for (const kind of ["pointerdown", "click"]) root.addEventListener(kind, this.pointer, true);
    document.addEventListener("keydown", this.key, true);
  }

  /**
   * The widget shows something else now. Call after it has given the focus.
   * @param {object} [how]
   * @param {boolean} [how.strict] Any press at the same place is a slip, not only a double one:
   *   whoever was pressing for a clock may press once more before they notice that it has ended.
   * @param {boolean} [how.keys] Keys are slips too.
   */
  turned({ strict = false, keys = true } = {}) {
    this.until = performance.now() + SLIP_MS;
    this.strict = strict;
    this.keys = keys;
    // One hand taps for the clock while the other presses what ends it.
    this.before = strict ? this.places.filter(({ at }) => at > performance.now() - ROW_MS) : this.places.slice(-1);
    this.focus = document.activeElement;
  }

  close() {
    for (const kind of ["pointerdown", "click"]) this.root.removeEventListener(kind, this.pointer, true);
    document.removeEventListener("keydown", this.key, true);
  }

  /** @param {MouseEvent} event */
  #pointer(event) {
    const bare = event.type === "click" && event.detail === 0; // assistive software, or a key
    if (bare) return;
    const here = { x: event.clientX, y: event.clientY, at: stampOf(event) };
    const same = this.before.some(({ x, y }) => Math.hypot(here.x - x, here.y - y) <= SAME_PLACE_PX);
    const hasty = stampOf(event) < this.until && same;
    const double = event.detail > 1 || (event instanceof PointerEvent && event.pointerType === "touch");
    if (hasty && (this.strict || double)) swallow(event);
    else if (event.type === "pointerdown") this.places = [...this.places.slice(1 - PLACES), here];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!isPressKey(event)) return;
    const inside = event.target instanceof Node && this.root.contains(event.target);
    const onControl = within(event.target, CONTROL);
    const hasty = this.keys && stampOf(event) < this.until;
    if (inside) {
      if (event.repeat && !within(event.target, TYPING)) swallow(event);
      else if (hasty && event.target === this.focus) swallow(event);
      else if (event.key === " " && !onControl) event.preventDefault(); // it would scroll the page
    } else if (hasty && this.strict && (within(event.target, DIALOG) || !onControl)) swallow(event);
  }
}

/** @param {Event} event */
function swallow(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
