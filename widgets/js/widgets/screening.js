/** The health questions by themselves; answered once, they open every test. */
import { button, fill, h, list } from "../lib/base/dom.js";
import { Frame, widget } from "../lib/base/frame.js";
import { healthWords as words, words as common } from "../lib/words/index.js";

class ScreeningView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, words.title);
    this.asking = false;
    this.undo.push(
      this.watch("screening", () => {
        if (!this.asking || this.outcome() !== "") this.open();
      }),
    );
    this.open();
  }

  open() {
    if (this.outcome() === "") this.questions();
    else this.showOutcome(false);
  }

  questions() {
    this.asking = true;
    this.askHealth(() => this.showOutcome(true));
  }

  /** @param {boolean} focus */
  showOutcome(focus) {
    this.asking = false;
    const outcome = /** @type {import("../lib/base/screening.js").Outcome} */ (this.outcome());
    const lead = h("p", { class: "rm-note", tabindex: "-1" }, words[outcome]);
    fill(
      this.body,
      lead,
      h("p", {}, words.how),
      h("h4", {}, common.screening.stopTitle),
      list(this.model.get("screening").stop_rules),
      button(words.again, () => {
        this.questions();
        this.body.querySelector("input")?.focus();
      }),
    );
    if (focus) lead.focus();
  }
}

export default widget(["screening"], (model, el, link) => new ScreeningView(model, el, link));
