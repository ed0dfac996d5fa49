/**
 * The little grammar of a bank's texts, as DOM nodes: paragraphs, lists (`- ` and `1. `),
 * **bold**, *italic*, `code`, links to https addresses, simple mathematics between dollar signs,
 * and a backslash before a mark that is meant as itself. Text never becomes HTML, so that nothing
 * in it can run. Feedback and still pictures read the same grammar in
 * `running_muscles/quiz/markup.py`; `tests/quiz/markup.json` holds both to the same examples.
 *
 * @typedef {string | Element} Part
 * @typedef {{ tag: string, attributes: Record<string, string>, children: Part[] }} Element
 */
import { CONTENT } from "./dom.js";
import { UnknownMath, mathml } from "./mathml.js";

// A mark inside a word or a product (front_plank, x*y*z) is no mark. Words of scripts without
// spaces may stand right beside one.
const WORD = "0-9A-Za-z\\u00c0-\\u024f\\u0370-\\u04ff";
const ADDRESS = String.raw`https://(?:[^\s()<>"]|\([^\s()<>"]*\))+`;
const MARKS = new RegExp(
  [
    String.raw`\\(?<literal>[!-/:-@\[-` + "`{-~])",
    "`(?<code>[^`]+)`",
    String.raw`\$\$(?<shown>[^$]+)\$\$`,
    String.raw`\$(?<formula>(?![ $])(?:\\.|[^$\\])*?(?:\\.|[^$\\ ]))\$(?![0-9])`,
    String.raw`(?<!!)\[(?<name>[^\[\]]+)\]\((?<address>${ADDRESS})\)`,
    String.raw`(?<!!)\[(?<lost>[^\[\]]+)\]\((?:[^\s()]|\([^\s()]*\))+\)`,
    `<(?<bare>${ADDRESS})>`,
    String.raw`\*\*(?=[^ *]|\*[^ *])(?<strong>.+?)(?<=[^ ])\*\*(?!\*)`,
    `(?<![${WORD}])__(?=[^ _])(?<strong2>.+?)(?<=[^ ])__(?![${WORD}_])`,
    String.raw`(?<![${WORD}*])\*(?=[^ *])(?<em>(?:\*\*[^*]+\*\*|[^*])+?)(?<=[^ ])\*(?![${WORD}*])`,
    `(?<![${WORD}_])_(?=[^ _])(?<em2>(?:__[^_]+__|[^_])+?)(?<=[^ ])_(?![${WORD}_])`,
  ].join("|"),
  "gu",
);
const BULLET = /^[ \t]*[-*][ \t]+(?=[^ \t])/;
const NUMBER = /^[ \t]*([0-9]{1,4})[.)][ \t]+(?=[^ \t])/;
// Hebrew, Arabic and their neighbours: such a block finds its own direction.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
// Marks inside marks; what lies deeper stays text.
const DEEPEST = 4;
const MATHML = "http://www.w3.org/1998/Math/MathML";

/** A text as paragraphs and lists. @param {string} text @returns {Element[]} */
export function blockParts(text) {
  /** @type {Element[]} */
  const found = [];
  let kind = "";
  let start = "";
  let held = [""];
  let gap = false;
  const close = () => {
    /** @type {Record<string, string>} */
    const way = RIGHT_TO_LEFT.test(held.join("")) ? { dir: "auto" } : {};
    if (kind === "p") found.push(element("p", lineParts(held[0]), way));
    else if (kind !== "") {
      /** @type {Record<string, string>} */
      const first = start === "" || start === "1" ? {} : { start: String(Number(start)) };
      found.push(element(kind, held.map((one) => element("li", lineParts(one))), { ...way, ...first }));
    }
  };
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim() === "") {
      gap = true;
      continue;
    }
    const bullet = BULLET.exec(line);
    const number = bullet === null ? NUMBER.exec(line) : null;
    const content = line.slice((bullet ?? number)?.[0].length ?? 0);
    // A line of prose that begins with a year or a count is no list.
    const prose = number !== null && number[1] !== "1" && kind === "p" && !gap;
    const item = bullet !== null ? "ul" : number !== null && !prose ? "ol" : "";
    if (item !== "" && item === kind) held.push(content);
    else if (item !== "") {
      close();
      [kind, start, held] = [item, number?.[1] ?? "", [content]];
    } else if (kind !== "" && (!gap || (kind !== "p" && line.startsWith(" ")))) {
      held[held.length - 1] += `\n${line}`;
    } else {
      close();
      [kind, start, held] = ["p", "", [line]];
    }
    gap = false;
  }
  close();
  return found;
}

/** A text of one line, such as an option; lists stay text here. @param {string} text @returns {Part[]} */
export function lineParts(text) {
  return spans(text.replace(/\s*\n\s*/g, " ").trim(), 0, false);
}

/** A text of a bank: content, so it stays English beside translated words. @param {string} text @returns {Node[]} */
export function paragraphs(text) {
  return blockParts(text).map((part) => english(node(part)));
}

/** One line of it. @param {string} text @returns {Node[]} */
export function inline(text) {
  const line = document.createElement("span");
  line.append(...sentence(text));
  return [english(line)];
}

/** A sentence that holds one. @param {string} text @returns {Node[]} */
export const sentence = (text) => lineParts(text).map(node);

/** @param {any} element @returns {HTMLElement} */
const english = (element) => Object.assign(element, CONTENT);

/** @param {string} tag @param {Part[]} children @param {Record<string, string>} [attributes] @returns {Element} */
const element = (tag, children, attributes = {}) => ({ tag, attributes, children });

/** @param {string} text @param {number} depth @param {boolean} linked @returns {Part[]} */
function spans(text, depth, linked) {
  if (depth > DEEPEST) return [text];
  /** @type {Part[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    found.push(text.slice(end, match.index), ...marked(match, depth + 1, linked));
    end = match.index + match[0].length;
  }
  return [...found, text.slice(end)].filter((part) => part !== "");
}

/** One mark with what it holds. @param {RegExpExecArray} match @param {number} depth @param {boolean} linked @returns {Part[]} */
function marked(match, depth, linked) {
  const { literal, code, shown, formula, name, address, lost, bare, strong, strong2, em, em2 } = match.groups ?? {};
  if (literal !== undefined) return [literal];
  if (code !== undefined) return [element("code", [code])];
  if (formula !== undefined || shown !== undefined) return [mathematics(formula ?? shown, shown !== undefined, match[0])];
  // An address that is not https goes nowhere; `quiz check` names it.
  if (lost !== undefined) return spans(lost, depth, linked);
  const target = address ?? bare;
  if (target !== undefined) {
    const label = name === undefined ? [target] : spans(name, depth, true);
    // A link inside a link has nowhere of its own to go.
    return linked ? label : [element("a", label, { href: target, target: "_blank", rel: "noopener noreferrer" })];
  }
  const heavy = strong ?? strong2;
  return [element(heavy === undefined ? "em" : "strong", spans(heavy ?? em ?? em2, depth, linked))];
}

/** @param {string} formula @param {boolean} display @param {string} source @returns {Part} */
function mathematics(formula, display, source) {
  try {
    return mathml(formula, display);
  } catch (error) {
    if (error instanceof UnknownMath) return element("code", [source]);
    throw error;
  }
}

/** @param {Part} part @returns {Node} */
function node(part) {
  if (typeof part === "string") return document.createTextNode(part);
  if (part.tag === "math") return formulaNode(part);
  const made = document.createElement(part.tag);
  for (const [name, value] of Object.entries(part.attributes)) made.setAttribute(name, value);
  if (part.tag === "ul" || part.tag === "ol") made.setAttribute("class", "rm-list");
  made.append(...part.children.map(node));
  return made;
}

/**
 * A formula, drawn in a tree of its own: read as text, MathML falls apart into a line for each sign.
 * Its words on one line stand beside it for names of buttons.
 * @param {Element} math
 */
function formulaNode(math) {
  const host = document.createElement("span");
  host.className = "rm-math";
  host.setAttribute("role", "math");
  host.setAttribute("aria-label", spoken(math));
  host.append(spoken(math));
  host.attachShadow({ mode: "open" }).append(drawn(math));
  return host;
}

/** @param {Element} part @returns {Node} */
function drawn({ tag, attributes, children }) {
  const made = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => (typeof child === "string" ? child : drawn(child))));
  return made;
}

/** What stands between the children of an element when it is written on one line. @type {Record<string, string>} */
const BETWEEN = { mfrac: "/", msup: "^", msub: "_", math: " ", mrow: " " };

/** @param {Part} part @returns {string} */
function spoken(part) {
  if (typeof part === "string") return part;
  const text = part.children.map(spoken).join(BETWEEN[part.tag] ?? "");
  return part.tag === "mrow" ? `(${text})` : part.tag === "msqrt" ? `\u221a${text}` : text;
}
