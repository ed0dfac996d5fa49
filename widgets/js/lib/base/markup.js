/**
 * The little Markdown that questions use, as DOM nodes: paragraphs, `- ` lists,
 * **bold**, *italic*, `code`, and a backslash before a mark that is meant as itself.
 * Text never becomes HTML, so that nothing in it can run.
 *
 * @typedef {{ tag: "strong" | "em" | "code", text: string } | { tag: "", text: string }} Span
 * @typedef {{ tag: "p", lines: [string] } | { tag: "ul", lines: string[] }} Block
 */
import { h } from "./dom.js";

const MARKS = /\\([\\`*_-])|`([^`]+)`|\*\*(?=\S)(.+?)(?<=\S)\*\*|\*(?=\S)([^*]+?)(?<=\S)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]+?)(?<=\S)_(?![\p{L}\p{N}])/gu;
const ITEM = /^\s*[-*]\s+/;

/** Split a line into spans of one style. @param {string} text @returns {Span[]} */
export function spans(text) {
  /** @type {Span[]} */
  const found = [];
  /** @param {string} plain */
  const add = (plain) => {
    const last = found.at(-1);
    if (plain === "") return;
    if (last !== undefined && last.tag === "") last.text += plain;
    else found.push({ tag: "", text: plain });
  };
  let end = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, literal, code, strong, star, underscore] = match;
    add(text.slice(end, match.index));
    end = match.index + whole.length;
    if (literal !== undefined) add(literal);
    else if (code !== undefined) found.push({ tag: "code", text: code });
    else if (strong !== undefined) found.push({ tag: "strong", text: strong });
    else found.push({ tag: "em", text: star ?? underscore });
  }
  add(text.slice(end));
  return found;
}

/** Split a text into paragraphs and lists. @param {string} text @returns {Block[]} */
export function blocks(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== "")
    .map((part) => {
      const lines = part.split("\n");
      if (lines.every((line) => ITEM.test(line))) return { tag: "ul", lines: lines.map((line) => line.replace(ITEM, "")) };
      return { tag: "p", lines: [lines.map((line) => line.trim()).join(" ")] };
    });
}

/** @param {string} text @returns {(Node | string)[]} */
export function inline(text) {
  return spans(text.replace(/\s*\n\s*/g, " ").trim()).map((span) => (span.tag === "" ? span.text : h(span.tag, {}, span.text)));
}

/** @param {string} text @returns {HTMLElement[]} */
export function paragraphs(text) {
  return blocks(text).map((block) =>
    block.tag === "p"
      ? h("p", {}, ...inline(block.lines[0]))
      : h("ul", { class: "rm-list" }, ...block.lines.map((line) => h("li", {}, ...inline(line)))),
  );
}
