/**
 * Read a number as people write it: `12.5`, `12,5`, `1 234.5`, `1,234.5`, `−3`.
 * `1,234` alone may mean two different numbers, so it is given back as a question.
 *
 * @typedef {{ number: number, why: "" } | { number: null, why: "empty" | "unclear" | "wrong" }} Reading
 */
const DIGITS = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const UNCLEAR = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const GROUPS = [
  { shape: /^[+-]?\d{1,3}(,\d{3})+\.\d*$|^[+-]?\d{1,3}(,\d{3}){2,}$/, group: /,/g, point: "." },
  { shape: /^[+-]?\d{1,3}(\.\d{3})+,\d*$|^[+-]?\d{1,3}(\.\d{3}){2,}$/, group: /\./g, point: "," },
  { shape: /^[+-]?(\d+,\d*|,\d+)$/, group: /(?!)/, point: "," },
];
const SPACED = /^([+-]?\d{1,3})((?: \d{3})+)(?=$|[.,])/;
// A double holds this many digits exactly; nobody's answer has more.
const LARGEST = 1e15;

/** @param {string} text @returns {Reading} */
export function readNumber(text) {
  let tidy = text.trim().replace(/[\u2212\u2013]/g, "-").replace(/[\s\u00a0\u2009\u202f]/g, " ");
  tidy = tidy.replace(/^([+-]) /, "$1").replace(SPACED, (_, first, rest) => first + rest.replaceAll(" ", ""));
  if (tidy === "") return { number: null, why: "empty" };
  if (UNCLEAR.test(tidy)) return { number: null, why: "unclear" };
  for (const { shape, group, point } of GROUPS) {
    if (shape.test(tidy)) tidy = tidy.replace(group, "").replace(point, ".");
  }
  if (!DIGITS.test(tidy)) return { number: null, why: "wrong" };
  const number = Number(tidy);
  return Math.abs(number) < LARGEST ? { number: number === 0 ? 0 : number, why: "" } : { number: null, why: "wrong" };
}

/** @param {string} text */
export function countWords(text) {
  const tidy = text.trim();
  return tidy === "" ? 0 : tidy.split(/\s+/u).length;
}
