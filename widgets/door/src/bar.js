/** The slim bar above a lesson. It says where the reader is, and never takes the focus. */
import { Widget } from "@lumino/widgets";
import { browserStorage } from "../../js/lib/base/storage.js";
import { askWhileRead } from "./asking.js";
import { settle } from "./language.js";
import { PHONE } from "./narrow.js";
import { numbered } from "./recognise.js";
import { codeCells, sourceOf } from "./run.js";
import { stepAt, stepsOf } from "./steps.js";
import { heldBack } from "./waiting.js";
import { words } from "./words.js";

const PLAIN = "rm-door-plain";
const OURS = "rm-door-ours";
/** Widgets keep and send what the learner does without a word to the page round them. */
const LOOK_EVERY_MS = 1000;

export class Bar extends Widget {
  /**
   * @param {import("./door.js").Door} door
   * @param {(lesson: import("./recognise.js").Lesson) => void} go
   * @param {string} lab JupyterLab's own language.
   */
  constructor(door, go, lab) {
    super({ node: element("section", { class: "rm-door" }) });
    this.lab = lab;
    this.door = door;
    this.panel = door.panel;
    this.previous = button("rm-door-go", "‹", () => door.around.previous && go(door.around.previous));
    this.next = button("rm-door-go", "›", () => door.around.next && go(door.around.next));
    this.lessonName = element("strong", { lang: door.lesson.language ?? "en" });
    this.step = element("span", { class: "rm-door-step" });
    this.heading = element("span", { class: "rm-door-heading" });
    this.says = element("span", { class: "rm-door-says", role: "status", "aria-live": "polite" });
    this.act = button("rm-door-act", "", () => void (door.state === "newer" ? door.take() : door.wake()));
    this.mine = button("rm-door-mine", "", () => door.keepMine());
    this.code = button("rm-door-code", "", () => this.#showCode(!this.codeShown));
    this.done = element("span", { class: "rm-door-done", "aria-hidden": "true" });
    this.code.append(element("span", {}));
    this.lessonName.textContent = numbered(door.lesson);
    const place = element("span", { class: "rm-door-place" });
    place.append(this.lessonName, this.step, this.heading);
    this.node.append(this.previous, place, this.says, this.act, this.mine, this.code, this.next, this.done);
    this.codeShown = false;
    /** @type {import("./steps.js").Step[]} */
    this.steps = [];
    settle(browserStorage(), lab);
    this.#name();
    this.#follow();
    this.#showCode(false);
    door.onChange(() => this.draw());
    this.draw();
  }

  /** Show what is so now. */
  draw() {
    if (this.isDisposed) return;
    settle(browserStorage(), this.lab);
    if (this.node.lang !== words.lang) this.#name();
    const { state } = this.door;
    const says = spoken(words.says, state);
    const asks = spoken(words.asks, state);
    const { waiting, refused, fragile } = heldBack(browserStorage());
    const { beside } = this.door;
    const saved = beside ? words.kept.beside(beside) : words.kept.saved;
    const kept = refused > 0 ? words.kept.refused(refused) : waiting > 0 ? words.kept.waiting(waiting) : saved;
    const keptWhy = refused > 0 ? words.kept.refusedWhy : fragile ? words.kept.fragileWhy : waiting > 0 ? words.kept.waitingWhy : beside && saved;
    const why = spoken(words.why, state);
    put(this.says, says || kept, says ? why : keptWhy);
    put(this.act, asks, why);
    this.act.hidden = asks === "";
    this.mine.hidden = state !== "newer";
    this.node.dataset.state = state;
    for (const [go, to, say] of /** @type {const} */ ([
      [this.previous, this.door.around.previous, words.bar.previous],
      [this.next, this.door.around.next, words.bar.next],
    ])) {
      go.disabled = to === null;
      const name = to === null ? "" : say(to.title);
      if (go.title !== name) go.title = name;
      go.setAttribute("aria-label", name || (go === this.previous ? words.bar.noPrevious : words.bar.noNext));
    }
    if (state === "changed") this.#unfoldOthers();
  }

  /** Name what never changes but with the language. */
  #name() {
    this.node.lang = words.lang;
    this.node.setAttribute("aria-label", words.bar.name);
    /** @type {Element} */ (this.code.firstElementChild).textContent = words.bar.showCode;
    this.mine.textContent = words.bar.keepMine;
    this.code.dataset.short = words.bar.code;
    this.code.setAttribute("aria-label", words.bar.showCode);
    this.code.title = this.codeShown ? words.bar.hideCode : words.bar.showCode;
  }

  /** Follow the reader and what they do, as long as the lesson is open. */
  #follow() {
    const { content } = this.panel;
    const scroller = content.outerNode ?? content.node;
    const read = oncePerFrame(() => this.#read());
    const look = oncePerFrame(() => this.#mark());
    scroller.addEventListener("scroll", read, { passive: true });
    const sizes = new ResizeObserver(read);
    sizes.observe(scroller);
    content.model?.contentChanged.connect(look);
    const makeRoom = () => this.#makeRoom();
    PHONE.addEventListener("change", makeRoom);
    const askNoMore = askWhileRead(this.panel.node, () => this.isVisible && this.door.everLived && void this.door.lookAgain());
    const timer = setInterval(() => this.isVisible && this.draw(), LOOK_EVERY_MS);
    this.disposed.connect(() => {
      clearInterval(timer);
      askNoMore();
      PHONE.removeEventListener("change", makeRoom);
      sizes.disconnect();
      scroller.removeEventListener("scroll", read);
      content.model?.contentChanged.disconnect(look);
    });
    this.#mark();
  }

  /** Mark the course's own code cells, and find the steps. */
  #mark() {
    const { lesson } = this.door;
    for (const cell of codeCells(this.panel)) cell.toggleClass(OURS, lesson.code.includes(sourceOf(cell)));
    this.steps = stepsOf(this.panel.content.widgets.map((cell) => ({ type: cell.model.type, source: sourceOf(cell) })));
    this.#read();
  }

  /** Say which step the reader has come to. */
  #read() {
    const { content } = this.panel;
    const scroller = content.outerNode ?? content.node;
    const top = scroller.getBoundingClientRect().top + scroller.clientHeight / 4;
    const first = content.widgets.findIndex(({ node }) => node.isConnected && node.getBoundingClientRect().bottom > top);
    const atEnd = scroller.scrollTop > 0 && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
    const step = stepAt(this.steps, first, atEnd);
    put(this.step, words.bar.step(step, this.steps.length));
    this.step.dataset.short = words.bar.stepShort(step, this.steps.length);
    put(this.heading, this.steps[step - 1]?.title ?? "");
    this.done.style.inlineSize = `${this.steps.length === 0 ? 0 : (100 * step) / this.steps.length}%`;
  }

  /** @param {boolean} shown */
  #showCode(shown) {
    this.codeShown = shown;
    this.panel.toggleClass(PLAIN, !shown);
    this.code.setAttribute("aria-pressed", String(shown));
    this.code.title = shown ? words.bar.hideCode : words.bar.showCode;
    this.#makeRoom();
  }

  /** A reader on a phone needs the room more than the tools for code. */
  #makeRoom() {
    this.panel.toolbar.setHidden(PHONE.matches && !this.codeShown);
  }

  /** What is not ours stands open, so that nobody runs what they cannot see. */
  #unfoldOthers() {
    for (const cell of codeCells(this.panel)) {
      if (!this.door.lesson.code.includes(sourceOf(cell)) && cell.inputHidden) cell.inputHidden = false;
    }
  }

  /** @param {unknown} message */
  onAfterShow(message) {
    super.onAfterShow(message);
    void this.door.open();
  }

  /** @param {unknown} message */
  onAfterAttach(message) {
    super.onAfterAttach(message);
    if (this.isVisible) void this.door.open();
  }
}

/** What is said of a state, if anything. @param {Record<string, string>} said @param {string} state */
const spoken = (said, state) => said[state] ?? "";

/** @param {string} tag @param {Record<string, string>} attributes */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {string} name @param {string} text @param {() => void} act */
function button(name, text, act) {
  const made = /** @type {HTMLButtonElement} */ (element("button", { class: name, type: "button" }));
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

/** Change only what is new: a live region speaks at each change. @param {HTMLElement} place @param {string} text @param {string} title */
function put(place, text, title = "") {
  if (place.textContent !== text) place.textContent = text;
  if (place.title !== title) place.title = title;
}

/** @param {() => void} act */
function oncePerFrame(act) {
  let asked = 0;
  return () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(act);
  };
}
