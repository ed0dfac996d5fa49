/**
 * Answer line by line, each from a list of its own: partners to match, gaps in a text, places on
 * the body. The answer says which choice stands in which row; open rows are not in it.
 *
 * @typedef {{ id: string, text: string }} Line
 * @typedef {{ id: string, name?: string, choices: Line[] }} Row `name`: for those who hear the page.
 */
import { h, fill, uniqueId } from "../base/dom.js";
import { inline, paragraphs } from "../base/markup.js";
import { REGIONS, bodyMap } from "../body/map.js";
import { placeName } from "./hotspot.js";
import * as words from "../words/quiz.js";

const GAP = /\{\{([a-z0-9-]+)\}\}/;

/** A list shows no bold and no italic. @param {string} text */
const plain = (text) => h("p", {}, ...inline(text)).textContent ?? "";

/** @param {Row[]} rows @param {(value: Record<string, string> | null, id: string) => void} change */
function lists(rows, change) {
  const boxes = new Map(rows.map((row) => [row.id, box(row)]));
  const given = () => Object.fromEntries([...boxes].flatMap(([id, { value }]) => (value ? [[id, value]] : [])));

  /** @param {Row} row */
  function box({ id, name, choices }) {
    const options = choices.map((one) => h("option", { value: one.id }, plain(one.text)));
    const select = h("select", { id: uniqueId("row"), "aria-label": name, "data-row": id }, h("option", { value: "" }, words.question.rowOpen), ...options);
    select.addEventListener("change", () => tell(id));
    return select;
  }

  /** @param {string} id */
  const tell = (id) => {
    const all = given();
    change(Object.keys(all).length > 0 ? all : null, id);
  };

  /** @param {string} id */
  const of = (id) => /** @type {HTMLSelectElement} */ (boxes.get(id));
  return {
    of,
    given,
    /** @param {string} id @param {string} choice */
    choose(id, choice) {
      of(id).value = choice;
      tell(id);
    },
    /** @param {any} value */
    set(value) {
      for (const [id, select] of boxes) {
        select.value = value?.[id] ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
    },
  };
}

/** @param {Line[]} rows @param {ReturnType<typeof lists>} all @param {string} labelId */
const table = (rows, all, labelId) =>
  h(
    "div",
    { class: "rm-rows", role: "group", "aria-labelledby": labelId },
    ...rows.map(({ id, text }) => h("div", { class: "rm-line" }, h("label", { for: all.of(id).id, dir: "auto" }, ...inline(text)), all.of(id))),
  );

/** @type {import("./kinds.js").MakeControl} */
export function match({ rows = [], choices = [] }, site) {
  const all = lists(rows.map(({ id }) => ({ id, choices })), (value) => site.change(value, true));
  return { root: table(rows, all, site.labelId), set: all.set };
}

/** @type {import("./kinds.js").MakeControl} */
export function gaps({ text = "", gaps: holes = [] }, site) {
  const rows = holes.map(({ id, options }, index) => ({ id, name: words.question.gap(index + 1), choices: options }));
  const all = lists(rows, (value) => site.change(value, true));
  const root = h("div", { class: "rm-gaps", role: "group", "aria-labelledby": site.labelId, dir: "auto" }, ...paragraphs(text));
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Text | null} */ (walk.nextNode()); node !== null; node = /** @type {Text | null} */ (walk.nextNode())) {
    const found = GAP.exec(node.data);
    if (found === null) continue;
    const rest = node.splitText(found.index);
    rest.deleteData(0, found[0].length);
    rest.before(all.of(found[1]));
  }
  return { root, set: all.set };
}

/** @type {import("./kinds.js").MakeControl} */
export function labels({ rows = [], view = "front" }, site) {
  const names = Object.fromEntries(REGIONS[view].map(({ id }) => [id, placeName(id)]));
  const choices = Object.entries(names).map(([id, text]) => ({ id, text }));
  const hint = h("p", { class: "rm-hint" });
  /** Which label the next click on the body places. */
  let turn = rows[0]?.id;
  const all = lists(rows.map(({ id }) => ({ id, choices })), (value, id) => {
    const place = all.of(id).value;
    site.say(`${plainOf(id)}: ${names[place] ?? words.question.mapNone}`);
    turn = (place && rows.find((row) => !value?.[row.id])?.id) || id;
    paint();
    site.change(value, true);
  });
  const map = bodyMap({ view, names, onpick: (id) => all.choose(turn, id) });
  const list = table(rows, all, site.labelId);
  list.addEventListener("focusin", ({ target }) => {
    turn = /** @type {HTMLElement} */ (target).dataset.row ?? turn;
    paint();
  });

  /** @param {string} id */
  const plainOf = (id) => plain(rows.find((row) => row.id === id)?.text ?? "");

  const paint = () => {
    const given = Object.entries(all.given());
    const told = Object.fromEntries(given.map(([id, place]) => [place, `${names[place]}: ${plainOf(id)}`]));
    map.set({ selected: Object.keys(told), names: { ...names, ...told } });
    fill(hint, words.question.labelHint(plainOf(turn)));
    for (const { id } of rows) all.of(id).parentElement?.classList.toggle("rm-turn", id === turn);
  };
  return {
    root: h("div", { class: "rm-place" }, hint, map.root, list),
    set(value) {
      all.set(value);
      turn = rows.find(({ id }) => !all.of(id).value)?.id ?? rows[0]?.id;
      paint();
    },
  };
}
