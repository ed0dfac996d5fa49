/**
 * Read a number as people write it: `12.5`, `12,5`, `1 234.5`, `1'234.5`, `1e3`, `−3`, `１２`, `١٢`.
 * `1.234` may mean two different numbers: it is read, and the doubt is told so that nobody is
 * taken at a word they did not say. `1,234` alone is given back as a question.
 *
 * @typedef {{ number: number, why: "", doubt: boolean, unit: string }} Read
 * @typedef {{ number: null, why: "empty" | "unclear" | "wrong" }} Unread
 * @typedef {Read | Unread} Reading
 */
const DIGITS = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/;
const UNCLEAR = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const DOUBTFUL = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const GROUPS = [
  { shape: /^[+-]?\d{1,3}(,\d{3})+\.\d*$|^[+-]?\d{1,3}(,\d{3}){2,}$/, group: /,/g, point: "." },
  { shape: /^[+-]?\d{1,3}(\.\d{3})+,\d*$|^[+-]?\d{1,3}(\.\d{3}){2,}$/, group: /\./g, point: "," },
  { shape: /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d{1,3})?$/, group: /(?!)/, point: "," },
];
const SPACED = /^([+-]?\d{1,3})((?:([ '])\d{3})(?:\3\d{3})*)(?=$|[.,])/;
// A double holds this many digits exactly; nobody's answer has more.
const LARGEST = 1e15;
/** Zero of each set of digits that people may type: Arabic, Persian, Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/**
 * @param {string} text
 * @param {object} [about]
 * @param {readonly string[]} [about.units] Units that may stand behind the number.
 * @param {boolean} [about.whole] Only whole numbers are asked for: 2.400 and 2,400 are 2400.
 * @returns {Reading}
 */
export function readNumber(text, { units = [], whole = false } = {}) {
  let tidy = plain(text);
  if (tidy === "") return { number: null, why: "empty" };
  const unit = unitOf(tidy, units);
  tidy = tidy.slice(0, tidy.length - plain(unit).length).trim();
  tidy = tidy.replace(/^([+-]) /, "$1").replace(SPACED, (_, first, rest) => first + rest.replaceAll(/[ ']/g, ""));
  if (whole && (UNCLEAR.test(tidy) || DOUBTFUL.test(tidy))) tidy = tidy.replace(/[.,]/, "");
  if (UNCLEAR.test(tidy)) return { number: null, why: "unclear" };
  const doubt = DOUBTFUL.test(tidy);
  for (const { shape, group, point } of GROUPS) {
    if (shape.test(tidy)) tidy = tidy.replace(group, "").replace(point, ".");
  }
  if (!DIGITS.test(tidy)) return { number: null, why: "wrong" };
  const number = Number(tidy);
  return Math.abs(number) < LARGEST ? { number: number === 0 ? 0 : number, why: "", doubt, unit } : { number: null, why: "wrong" };
}

/** The same number without a point, for those who meant thousands: 1.234 -> "1234". @param {number} number */
export function withoutPoint(number) {
  return String(Math.round(number * 1000));
}

/** One set of digits, one minus, one space. @param {string} text */
function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, digit)
    .replaceAll("\u066b", ".")
    .replaceAll("\u066c", "'")
    .replace(/[\u2212\u2012\u2013]/g, "-")
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^(.*\d)E(?=[+-]?\d)/, "$1e")
    .trim();
}

/** @param {string} character */
function digit(character) {
  const code = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((each) => code >= each && code < each + 10);
  return zero === undefined ? character : String(code - zero);
}

/** The longest unit that stands behind a number; its own if none does. @param {string} tidy @param {readonly string[]} units */
function unitOf(tidy, units) {
  const behind = units.filter((unit) => unit !== "" && tidy.endsWith(plain(unit)) && /[\d.,] ?$/.test(tidy.slice(0, -plain(unit).length)));
  return behind.reduce((best, unit) => (unit.length > best.length ? unit : best), "");
}

/** Scripts without spaces between words: a character with the marks on it counts as a word. */
const SPACELESS = new RegExp(
  "[\\u3041-\\u3096\\u30a1-\\u30fc\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]" +
    "|[\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46][\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]*" +
    "|[\\u0e81-\\u0eb0\\u0eb2\\u0eb3\\u0ebd-\\u0ec6\\u0edc-\\u0edf][\\u0eb1\\u0eb4-\\u0ebc\\u0ec8-\\u0ece]*" +
    "|[\\u1000-\\u102a\\u103f][\\u102b-\\u103e]*|[\\u1780-\\u17b3][\\u17b4-\\u17d3]*",
  "gu",
);
const GAPS = /[\s\u0085\u001c-\u001f\u200b\ufeff\u3000-\u303f\uff01-\uff0f\uff1a-\uff20]+/gu;

/** Words of a text, as `running_muscles/quiz/markup.py` counts them for feedback. @param {string} text */
export function countWords(text) {
  const spaced = text.replace(SPACELESS, " $& ").replace(GAPS, " ").trim();
  return spaced === "" ? 0 : spaced.split(" ").length;
}

/** Whether a text has a script in which each character counts. @param {string} text */
export const countsCharacters = (text) => text.search(SPACELESS) >= 0;
