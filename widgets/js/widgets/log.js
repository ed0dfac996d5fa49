/** Every result of every test: look, correct, delete and bring back, take a copy. */
import { asking } from "../lib/base/ask.js";
import { button, field, fill, h } from "../lib/base/dom.js";
import { lookAfterFigures } from "../lib/base/figure_keys.js";
import { filesPanel } from "../lib/own/files.js";
import { Frame, widget } from "../lib/base/frame.js";
import { COLUMNS, ResultRows } from "../lib/tests/rows.js";
import { logWords as words } from "../lib/words/index.js";

const AT_ONCE = 30;

/** @typedef {import("../lib/tests/rows.js").Row & { test: string }} Row */

class LogView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, words.title);
    // Its chart stands below it.
    lookAfterFigures();
    this.most = AT_ONCE;
    this.drawn = "";
    const line = asking(model, link.kernel);
    this.filter = h("div", {});
    this.rest = h("div", {});
    this.rows = new ResultRows({
      outbox: this.outbox,
      announce: (text) => this.say(text),
      columns: [COLUMNS.when, COLUMNS.test, COLUMNS.value, COLUMNS.effort, COLUMNS.note],
    });
    const files = h("details", { class: "rm-details" }, h("summary", {}, words.files), filesPanel({ ask: line.ask, kernel: link.kernel }));
    fill(this.body, this.filter, this.rows.root, this.rest, files);
    this.undo.push(line.close, this.watch("rows", () => this.show()), this.outbox.onChange(() => this.show()));
    this.show();
  }

  show() {
    /** @type {Row[]} */
    const rows = this.rows.expected(this.model.get("rows"));
    const tests = new Map(rows.map((row) => [row.test, row.name]));
    const chosen = tests.has(this.model.get("chosen")) ? this.model.get("chosen") : "";
    const shown = rows.filter((row) => chosen === "" || row.test === chosen);
    this.rows.show(shown.slice(0, this.most));
    // Drawn again only when something changed: whoever stands on a control keeps standing there.
    const drawn = JSON.stringify([[...tests], chosen, shown.length, this.most]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const held = this.filter.contains(this.root.ownerDocument.activeElement);
    const select = h(
      "select",
      { onchange: () => this.choose(select.value) },
      ...[["", words.all], ...tests].map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
    );
    fill(this.filter, tests.size > 0 && field(words.filter, select, tests.size > 1 && chosen === "" ? words.chartHint : ""));
    if (held) select.focus();
    fill(
      this.rest,
      shown.length === 0 && h("p", { class: "rm-hint" }, words.none),
      shown.length > this.most &&
        button(words.more(shown.length - this.most), () => {
          this.most = Infinity;
          this.show();
        }),
    );
  }

  /** @param {string} test */
  choose(test) {
    this.model.set("chosen", test);
    this.kernel.saveChanges();
    this.most = AT_ONCE;
    this.show();
  }
}

export default widget(["screening", "edit", "delete"], (model, el, link) => new LogView(model, el, link));
