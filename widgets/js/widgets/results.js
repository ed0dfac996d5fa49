/** The results file: where it is, a copy out, a copy in, or all of it away. */
import { asking } from "../lib/base/ask.js";
import { fill, h } from "../lib/base/dom.js";
import { filesPanel } from "../lib/own/files.js";
import { Frame, widget } from "../lib/base/frame.js";
import { fileWords as words } from "../lib/words/index.js";

class ResultsView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, words.title);
    const line = asking(model, link.kernel);
    const about = h("div", {});
    const show = () => {
      const left = model.get("left");
      const leaving = /** @type {Record<string, ((n: number) => string) | undefined>} */ (words.leaving)[model.get("lasts")];
      const warning = left > 0 && leaving !== undefined && leaving(left);
      fill(
        about,
        h("p", {}, words.holds(model.get("count"))),
        h("p", { class: "rm-hint" }, words.place, " ", h("code", {}, model.get("place"))),
        h("p", { class: "rm-problem", role: "status" }, warning || ""),
      );
    };
    fill(this.body, about, filesPanel({ ask: line.ask, kernel: link.kernel, count: () => model.get("count") }));
    show();
    this.undo.push(line.close, this.watch("count", show), ...["place", "lasts", "left"].map((name) => this.watch(name, show)));
  }
}

export default widget(["screening"], (model, el, link) => new ResultsView(model, el, link));
