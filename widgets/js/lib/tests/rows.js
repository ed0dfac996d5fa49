/** Results in a table, each of which can be corrected, deleted and brought back where it stands. */
import { button, field, fill, h } from "../base/dom.js";
import { typed } from "../base/number_box.js";
import { readNumber } from "../base/numbers.js";
import { sideName } from "./panel.js";
import { logWords as say, words } from "../words/index.js";
import { digits } from "../words/say.js";

/** Units that are counted, so that no part of one makes sense. */
const WHOLE = new Set(["reps", "bpm", "steps/min", "m", "sets"]);
/** An observation is words; its number means nothing. */
const OBSERVED = "level";
const MOST = 100_000;

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name What was tested.
 * @property {string} side
 * @property {number} value
 * @property {string} unit
 * @property {string} text The value as people read it.
 * @property {string} when
 * @property {number | null} effort
 * @property {string} note
 * @property {number | null} [most] The largest value that the protocol allows.
 *
 * @typedef {{ name: string, cell: (row: Row) => string }} Column
 */

/** The columns that a table may have. @type {Record<"when" | "test" | "side" | "value" | "effort" | "note", Column>} */
export const COLUMNS = {
  when: { name: words.results.when, cell: (row) => row.when },
  test: { name: words.results.test, cell: (row) => [row.name, sideName(row.side)].filter(Boolean).join(", ") },
  side: { name: words.results.side, cell: (row) => sideName(row.side) },
  value: { name: words.results.value, cell: (row) => row.text },
  effort: { name: words.results.effort, cell: (row) => (row.effort === null ? "–" : String(row.effort)) },
  note: { name: words.results.note, cell: (row) => row.note },
};

export class ResultRows {
  /**
   * @param {object} options
   * @param {import("../base/outbox.js").Outbox} options.outbox
   * @param {(words: string) => void} options.announce
   * @param {Column[]} options.columns
   * @param {(id: string, deleted: boolean) => void} [options.ondelete] A result went, or came back.
   */
  constructor({ outbox, announce, columns, ondelete = () => {} }) {
    this.outbox = outbox;
    this.announce = announce;
    this.columns = columns;
    this.ondelete = ondelete;
    this.editing = "";
    this.drawn = "";
    /** @type {Row[]} */
    this.rows = [];
    this.notice = h("div", { class: "rm-row", role: "status" });
    this.table = h("div", { class: "rm-log" });
    this.root = h("div", {}, this.notice, this.table);
  }

  /** Rows as they will be once the kernel has kept what waits. @template {Row} R @param {R[]} stored @returns {R[]} */
  expected(stored) {
    /** @type {Map<string, any>} */
    const edits = new Map();
    const gone = new Set();
    for (const { id, kind, body } of this.outbox.waiting()) {
      const { result, discarded, ...rest } = /** @type {any} */ (body);
      if (kind === "edit") edits.set(result, rest);
      if (kind === "delete" && rest.deleted) gone.add(result);
      if (kind === "result" && discarded) gone.add(id);
    }
    return stored
      .filter((row) => !gone.has(row.id))
      .map((row) => {
        const edit = edits.get(row.id);
        return edit?.value === undefined ? { ...row, ...edit } : { ...row, ...edit, text: valueText(edit.value, row.unit) };
      });
  }

  /** @param {Row[]} rows as expected */
  show(rows) {
    this.rows = rows;
    // A form in use stays as it is; it is drawn again when it closes.
    if (this.editing !== "" && this.table.querySelector("form") !== null) return;
    // Drawn again only when something changed: whoever stands on a button keeps standing there.
    const drawn = JSON.stringify([rows, this.editing]);
    if (drawn === this.drawn && this.table.childElementCount > 0) return;
    this.drawn = drawn;
    const heads = [...this.columns.map(({ name }) => name), words.results.change];
    fill(
      this.table,
      rows.length > 0 &&
        h(
          "table",
          { class: "rm-table rm-log-table" },
          h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, name)))),
          h("tbody", {}, ...rows.map((row) => this.#line(row))),
        ),
    );
  }

  /** @param {Row} row */
  #line(row) {
    const full = `${COLUMNS.test.cell(row)}, ${row.text}, ${row.when}`;
    if (this.editing === row.id) {
      const wide = String(this.columns.length + 1);
      return h("tr", {}, h("td", { colspan: wide }, h("strong", {}, full), this.#form(row)));
    }
    const buttons = h(
      "div",
      { class: "rm-log-buttons" },
      button(say.edit, () => this.#edit(row.id), { "aria-label": say.editOf(full) }),
      button(say.delete, () => this.#remove(row, full), { "aria-label": say.deleteOf(full) }),
    );
    return h(
      "tr",
      { "data-id": row.id },
      ...this.columns.map(({ name, cell }) => h("td", { "data-label": name }, cell(row))),
      h("td", { "data-label": words.results.change }, buttons),
    );
  }

  /** @param {Row} row */
  #form(row) {
    const levels = ["", ...Array.from({ length: 11 }, (_, level) => String(level))];
    const effort = h(
      "select",
      {},
      ...levels.map((level) => h("option", { value: level, selected: level === String(row.effort ?? "") }, level === "" ? say.noEffort : level)),
    );
    const note = h("textarea", { rows: "2", maxlength: "500" }, row.note);
    const value = row.unit === OBSERVED ? null : h("input", { type: "text", inputmode: "decimal", autocomplete: "off", value: typed(row.value) });
    const problem = h("p", { class: "rm-problem", role: "alert" });
    /** @param {Event} event */
    const save = (event) => {
      event.preventDefault();
      const number = value === null ? row.value : sound(value.value, row);
      if (number === null) {
        problem.textContent = (WHOLE.has(row.unit) ? say.badWhole : say.badValue)(row.most ?? MOST);
        value?.focus();
        return;
      }
      const changed = number === row.value ? {} : { value: number };
      const body = { result: row.id, effort: effort.value === "" ? null : Number(effort.value), note: note.value.trim(), ...changed };
      this.outbox.keep(`edit:${row.id}`, "edit", body);
      this.#close(row.id);
      this.announce(say.saved);
    };
    return h(
      "form",
      { onsubmit: save },
      value !== null && field(say.valueIn(say.units[row.unit] ?? row.unit), value),
      problem,
      field(say.effort, effort),
      field(say.note, note),
      h(
        "div",
        { class: "rm-row" },
        h("button", { type: "submit", class: "rm-button rm-primary" }, say.save),
        button(say.cancel, () => this.#close(row.id)),
      ),
    );
  }

  /** @param {string} id */
  #edit(id) {
    this.#close("");
    this.editing = id;
    this.show(this.rows);
    /** @type {HTMLElement | null} */ (this.table.querySelector("form input, form select"))?.focus();
  }

  /** @param {string} id Where the focus goes. */
  #close(id) {
    this.editing = "";
    this.table.replaceChildren();
    this.show(this.expected(this.rows));
    /** @type {HTMLElement | null} */ (this.table.querySelector(`[data-id="${id}"] button`))?.focus();
  }

  /** @param {Row} row @param {string} name */
  #remove(row, name) {
    this.#mark(row, true);
    const undo = button(say.undo, () => {
      this.#mark(row, false);
      fill(this.notice, say.restored(name));
      this.table.querySelector("button")?.focus();
    });
    fill(this.notice, h("span", {}, say.deleted(name)), undo);
    undo.focus();
  }

  /** @param {Row} row @param {boolean} deleted */
  #mark(row, deleted) {
    this.ondelete(row.id, deleted);
    this.outbox.keep(`delete:${row.id}`, "delete", { result: row.id, deleted });
  }
}

/** A corrected value, or null when it cannot be. @param {string} text @param {Row} row */
function sound(text, { unit, most }) {
  const { number } = readNumber(text);
  if (number === null || number < 0 || number > (most ?? MOST)) return null;
  return WHOLE.has(unit) && !Number.isInteger(number) ? null : number;
}

/** A value that the kernel has not kept yet, and so not said in its own words. @param {number} value @param {string} unit */
export function valueText(value, unit) {
  const values = /** @type {Record<string, ((n: number) => string) | undefined>} */ (say.values);
  return values[unit]?.(value) ?? `${digits(value)} ${unit}`;
}
