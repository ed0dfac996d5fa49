/**
 * A labelled box for one number, the same wherever people type one. It is plain text, because a
 * browser's own number box swallows commas and clears itself at a letter: 62,5 became 625.
 *
 * @typedef {object} Limits
 * @property {number} least
 * @property {number} most
 * @property {boolean} [whole] Only whole numbers; 2.400 can then only mean 2400.
 * @property {number | null} [value]
 * @property {string} [hint]
 * @property {string} [bad] What to say of a number outside the limits, or of none.
 *
 * @typedef {{ root: HTMLElement, box: HTMLInputElement, read: () => { number: number | null, empty: boolean, problem: string } }} NumberBox
 */
import { field, h, uniqueId } from "./dom.js";
import { readNumber, withoutPoint } from "./numbers.js";
import { digits } from "../words/say.js";
import * as words from "../words/shared.js";

/** @param {string} label @param {Limits} limits @returns {NumberBox} */
export function numberBox(label, { least, most, whole = false, value = null, hint = "", bad }) {
  const noteId = uniqueId("read");
  const box = h("input", { type: "text", inputmode: whole ? "numeric" : "decimal", autocomplete: "off", value: value === null ? null : typed(value) });
  const note = h("span", { class: "rm-hint rm-read", id: noteId, "aria-live": "polite" });
  const range = bad ?? (whole ? words.number.whole : words.number.range)(least, most);

  const read = () => {
    const { number, why } = readNumber(box.value, { whole });
    if (why === "wrong" || why === "unclear") return { number: null, empty: false, problem: `${label}: ${words.number[why]}` };
    const fits = number !== null && number >= least && number <= most && (!whole || Number.isInteger(number));
    return { number: fits ? number : null, empty: why === "empty", problem: fits ? "" : range };
  };
  box.addEventListener("input", () => {
    note.textContent = "";
    box.removeAttribute("aria-invalid");
  });
  box.addEventListener("change", () => {
    note.textContent = remark(box.value, { whole });
    box.toggleAttribute("aria-invalid", read().problem !== "" && !read().empty);
  });
  const root = field(label, box, hint);
  box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} ${noteId}`.trim());
  root.append(note);
  return { root, box, read };
}

/**
 * What was understood, where it is not written as it was typed.
 * @param {string} text @param {Parameters<typeof readNumber>[1]} [about]
 */
export function remark(text, about) {
  const reading = readNumber(text, about);
  if (reading.why === "empty") return "";
  if (reading.number === null) return words.number[reading.why];
  if (reading.doubt) return words.number.doubt(reading.number, withoutPoint(reading.number));
  return [String(reading.number), digits(reading.number)].includes(text.trim()) ? "" : words.number.read(reading.number);
}

/** A number as its reader would type it: with a decimal comma where that is read back as the same number. @param {number} value */
export function typed(value) {
  const own = digits(value, { maximumFractionDigits: 12 });
  const { number, ...rest } = readNumber(own);
  return number === value && "doubt" in rest && !rest.doubt ? own : String(value);
}
