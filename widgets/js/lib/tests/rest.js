/** The rest between two trials: how much of it is left. */
import { h } from "../base/dom.js";
import { Stopwatch } from "../base/stopwatch.js";
import { words } from "../words/index.js";

export class Rest {
  /** @param {number} seconds */
  constructor(seconds) {
    this.seconds = seconds;
    /** @type {Stopwatch | null} */
    this.watch = null;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
  }

  /** A trial has just ended. */
  begin() {
    this.watch = new Stopwatch(performance.now());
  }

  /** A line that says it as long as it lasts; empty before the first trial. @param {() => unknown} rested Called when it is over. */
  line(rested) {
    const line = h("p", { class: "rm-hint" });
    this.hide();
    const { watch } = this;
    if (watch === null) return line;
    const paint = () => {
      const left = Math.ceil(this.seconds - watch.secondsAt(performance.now()));
      line.textContent = left > 0 ? words.ready.rest(left) : words.ready.rested;
      if (left > 0) return;
      this.hide();
      rested();
    };
    this.timer = setInterval(paint, 500);
    paint();
    return line;
  }

  /** Nobody sees it now; the rest itself goes on. */
  hide() {
    clearInterval(this.timer);
  }
}
