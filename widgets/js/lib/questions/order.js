/** Put lines in order: by arrow buttons, or by dragging a handle. */
import { button, fill, h } from "../base/dom.js";
import { inline } from "../base/markup.js";
import * as words from "../words/quiz.js";

/** @type {import("./kinds.js").MakeControl} */
export function order(question, site) {
  const given = (question.items ?? []).map((item) => item.id);
  const rows = new Map((question.items ?? []).map((item) => [item.id, row(item)]));
  const lines = h("ol", { class: "rm-order", "aria-labelledby": site.labelId });
  const note = h("p", { class: "rm-hint" });
  const keep = button(words.question.orderKeep, () => {
    take();
    site.say(words.question.orderTaken);
  });
  let taken = false;

  /** @param {{ id: string, text: string }} item */
  function row(item) {
    const text = h("span", { class: "rm-order-text", dir: "auto" }, ...inline(item.text));
    const name = text.textContent ?? "";
    const up = button("↑", () => step(item.id, -1), { class: "rm-button rm-move", "aria-label": words.question.up(name) });
    const down = button("↓", () => step(item.id, 1), { class: "rm-button rm-move", "aria-label": words.question.down(name) });
    const handle = h("span", { class: "rm-handle", "aria-hidden": "true" }, "⠿");
    const line = h("li", { class: "rm-order-line", "data-id": item.id }, handle, text, up, down);
    handle.addEventListener("pointerdown", (event) => drag(event, item.id));
    return { line, up, down, name, handle };
  }

  const ids = () => [...lines.children].map((line) => /** @type {HTMLElement} */ (line).dataset.id ?? "");
  /** @param {string} id */
  const rowOf = (id) => /** @type {ReturnType<typeof row>} */ (rows.get(id));

  const paint = () => {
    const all = ids();
    all.forEach((id, index) => {
      rowOf(id).up.disabled = index === 0;
      rowOf(id).down.disabled = index === all.length - 1;
    });
    lines.classList.toggle("rm-taken", taken);
    fill(note, taken ? words.question.orderTaken : words.question.orderOpen);
    keep.hidden = taken;
  };

  const take = () => {
    // The button that had the focus is about to go.
    const lose = document.activeElement === keep || keep.contains(document.activeElement);
    taken = true;
    paint();
    if (lose) rowOf(ids()[0]).down.focus();
    site.change(ids(), true);
  };

  /** @param {string} id */
  const tell = (id) => {
    const all = ids();
    site.say(words.question.moved(rowOf(id).name, all.indexOf(id) + 1, all.length));
  };

  /** @param {string} id @param {-1 | 1} by */
  function step(id, by) {
    const { line, up, down } = rowOf(id);
    if (by < 0) line.previousElementSibling?.before(line);
    else line.nextElementSibling?.after(line);
    take();
    const [wanted, other] = by < 0 ? [up, down] : [down, up];
    (wanted.disabled ? other : wanted).focus();
    tell(id);
  }

  /** @param {PointerEvent} down @param {string} id */
  function drag(down, id) {
    if (down.button !== 0) return;
    const { line, handle } = rowOf(id);
    const before = ids().join();
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    line.classList.add("rm-dragged");
    // The others move around the dragged line: moved itself, it would lose the pointer.
    /** @param {PointerEvent} event */
    const move = ({ clientY }) => {
      const all = [...lines.children];
      const place = all.indexOf(line);
      /** @param {Element} other */
      const middle = (other) => other.getBoundingClientRect().top + other.getBoundingClientRect().height / 2;
      const below = all.slice(0, place).filter((other) => clientY < middle(other));
      const above = all.slice(place + 1).filter((other) => clientY > middle(other));
      line.after(...below);
      line.before(...above);
    };
    const stop = () => {
      handle.removeEventListener("pointermove", move);
      for (const end of ENDS) handle.removeEventListener(end, stop);
      line.classList.remove("rm-dragged");
      if (ids().join() === before) return;
      take();
      tell(id);
    };
    handle.addEventListener("pointermove", move);
    for (const end of ENDS) handle.addEventListener(end, stop);
  }

  /** @param {string[]} sequence */
  const lay = (sequence) => {
    fill(lines, ...sequence.map((id) => rowOf(id).line));
    paint();
  };
  lay(given);
  const root = h("div", {}, h("p", { class: "rm-hint" }, words.question.orderHint), lines, h("div", { class: "rm-row" }, note, keep));
  return {
    root,
    set(value) {
      const fits = Array.isArray(value) && [...value].sort().join() === [...given].sort().join();
      taken = fits;
      lay(fits ? value : given);
    },
  };
}

const ENDS = /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"]);
