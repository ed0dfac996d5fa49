/** Every result of every test: look, correct, delete and bring back, take a copy. */
import { asking } from "../lib/base/ask.js";
import { button, field, fill, h } from "../lib/base/dom.js";
import { filesPanel } from "../lib/own/files.js";
import { Frame, widget } from "../lib/base/frame.js";
import { sideName } from "../lib/tests/panel.js";
import { logWords as words, words as common } from "../lib/words/index.js";

const AT_ONCE = 30;

/** @typedef {{ id: string, test: string, name: string, side: string, text: string, when: string, effort: number | null, note: string }} Row */

class LogView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/outbox.js").Outbox} outbox */
  constructor(model, el, outbox) {
    super(model, el, outbox, words.title);
    this.editing = "";
    this.most = AT_ONCE;
    this.drawn = "";
    const line = asking(model);
    this.filter = h("div", {});
    this.notice = h("div", { class: "rm-row", role: "status" });
    this.table = h("div", { class: "rm-log" });
    const files = h("details", { class: "rm-details" }, h("summary", {}, words.files), filesPanel({ ask: line.ask }));
    fill(this.body, this.filter, this.notice, this.table, files);
    this.undo.push(line.close, this.watch("rows", () => this.show()), outbox.onChange(() => this.show()));
    this.show();
  }

  /** Rows as they will be once the kernel has kept what waits. @returns {Row[]} */
  rows() {
    /** @type {Map<string, any>} */
    const edits = new Map();
    const deleted = new Set();
    for (const { kind, body } of this.outbox.waiting()) {
      const { result, ...rest } = /** @type {any} */ (body);
      if (kind === "edit") edits.set(result, rest);
      if (kind === "delete" && rest.deleted) deleted.add(result);
    }
    /** @type {Row[]} */
    const stored = this.model.get("rows");
    return stored.filter((row) => !deleted.has(row.id)).map((row) => ({ ...row, ...edits.get(row.id) }));
  }

  show() {
    // A form in use stays as it is; it is drawn again when it closes.
    if (this.editing !== "" && this.table.querySelector("form") !== null) return;
    const rows = this.rows();
    // Drawn again only when something changed: whoever stands on a button keeps standing there.
    const drawn = JSON.stringify([rows, this.model.get("chosen"), this.most, this.editing]);
    if (drawn === this.drawn && this.table.childElementCount > 0) return;
    this.drawn = drawn;
    const tests = new Map(rows.map((row) => [row.test, row.name]));
    const chosen = tests.has(this.model.get("chosen")) ? this.model.get("chosen") : "";
    const held = this.filter.contains(this.root.ownerDocument.activeElement);
    const select = h(
      "select",
      { onchange: () => this.choose(select.value) },
      ...[["", words.all], ...tests].map(([value, label]) => h("option", { value, selected: value === chosen }, label)),
    );
    fill(this.filter, tests.size > 0 && field(words.filter, select, tests.size > 1 && chosen === "" ? words.chartHint : ""));
    if (held) select.focus();
    const shown = rows.filter((row) => chosen === "" || row.test === chosen);
    fill(
      this.table,
      shown.length === 0 ? h("p", { class: "rm-hint" }, words.none) : this.list(shown),
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
    this.model.save_changes();
    this.most = AT_ONCE;
    this.show();
  }

  /** @param {Row[]} rows */
  list(rows) {
    const { when, value, effort } = common.results;
    const heads = [when, words.test, value, effort, words.note, words.change];
    return h(
      "table",
      { class: "rm-table rm-log-table" },
      h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...rows.slice(0, this.most).map((row) => this.line(row))),
    );
  }

  /** @param {Row} row */
  line(row) {
    const name = [row.name, sideName(row.side)].filter(Boolean).join(", ");
    const full = `${name}, ${row.text}, ${row.when}`;
    const { when, value, effort } = common.results;
    /** @param {string} label @param {...import("../lib/base/dom.js").Child} content */
    const cell = (label, ...content) => h("td", { "data-label": label }, ...content);
    if (this.editing === row.id) {
      return h("tr", {}, h("td", { colspan: "6" }, h("strong", {}, full), this.form(row)));
    }
    return h(
      "tr",
      { "data-id": row.id },
      cell(when, row.when),
      cell(words.test, name),
      cell(value, row.text),
      cell(effort, row.effort === null ? "–" : String(row.effort)),
      h("td", { "data-label": words.note, class: "rm-log-note", dir: "auto" }, row.note),
      cell(
        words.change,
        h(
          "div",
          { class: "rm-log-buttons" },
          button(words.edit, () => this.edit(row.id), { "aria-label": words.editOf(full) }),
          button(words.delete, () => this.remove(row, full), { "aria-label": words.deleteOf(full) }),
        ),
      ),
    );
  }

  /** @param {Row} row */
  form(row) {
    const levels = Array.from({ length: 11 }, (_, level) => String(level));
    const effort = h(
      "select",
      {},
      ...["", ...levels].map((level) =>
        h("option", { value: level, selected: level === String(row.effort ?? "") }, level === "" ? words.noEffort : level),
      ),
    );
    const note = h("textarea", { rows: "2", maxlength: "500" }, row.note);
    /** @param {Event} event */
    const save = (event) => {
      event.preventDefault();
      const body = { result: row.id, effort: effort.value === "" ? null : Number(effort.value), note: note.value.trim() };
      this.outbox.put({ id: `edit:${row.id}`, rev: Date.now(), kind: "edit", body });
      this.closeForm(row.id);
      this.say(words.saved);
    };
    return h(
      "form",
      { onsubmit: save },
      field(words.effort, effort),
      field(words.note, note),
      h(
        "div",
        { class: "rm-row" },
        h("button", { type: "submit", class: "rm-button rm-primary" }, words.save),
        button(words.cancel, () => this.closeForm(row.id)),
      ),
    );
  }

  /** @param {string} id */
  edit(id) {
    this.closeForm("");
    this.editing = id;
    this.show();
    this.table.querySelector("select")?.focus();
  }

  /** @param {string} id Where the focus goes. */
  closeForm(id) {
    this.editing = "";
    this.table.replaceChildren();
    this.show();
    /** @type {HTMLElement | null} */ (this.table.querySelector(`[data-id="${id}"] button`))?.focus();
  }

  /** @param {Row} row @param {string} name */
  remove(row, name) {
    this.mark(row, true);
    const undo = button(words.undo, () => {
      this.mark(row, false);
      fill(this.notice, words.restored(name));
      this.table.querySelector("button")?.focus();
    });
    fill(this.notice, h("span", {}, words.deleted(name)), undo);
    undo.focus();
  }

  /** @param {Row} row @param {boolean} deleted */
  mark(row, deleted) {
    this.outbox.put({ id: `delete:${row.id}`, rev: Date.now(), kind: "delete", body: { result: row.id, deleted } });
    this.show();
  }
}

export default widget(["screening", "edit", "delete"], (model, el, outbox) => new LogView(model, el, outbox));
