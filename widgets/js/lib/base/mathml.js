/**
 * Simple mathematics in questions: `\frac{1}{f}` as MathML, which browsers draw by themselves.
 * The same few rules as in `running_muscles/quiz/mathml.py`, with the same names.
 *
 * @typedef {import("./markup.js").Part} Part
 */
import names from "../../../running_muscles/quiz/mathml.json" with { type: "json" };

// What a question's text needs is flat; deeper than this is a slip, or somebody trying things.
const DEEPEST = 12;
const TOKEN = /\\[A-Za-z]+|\\[^A-Za-z]|[0-9]+(?:\.[0-9]+)?|[ \t\n]+|[^ \t\n]/gu;
const RELATIONS = "+-*/=<>()[]|,;:!.";
const FRACTIONS = ["frac", "dfrac", "tfrac"];
const WORDS = ["text", "textrm", "mathrm", "operatorname"];
const FENCES = ["(", ")", "[", "]", "|"];

/** A formula uses something that is not drawn here. */
export class UnknownMath extends Error {}

/** @param {string} formula What stands between the dollar signs. @param {boolean} [display] @returns {Part} */
export function mathml(formula, display = false) {
  const reader = new Reader(formula);
  const inside = reader.row();
  if (reader.left()) throw new UnknownMath(reader.take());
  return element("math", inside, display ? { display: "block" } : {});
}

/** @param {string} tag @param {Part[]} children @param {Record<string, string>} [attributes] @returns {Part} */
const element = (tag, children, attributes = {}) => ({ tag, attributes, children });

/** @param {Record<string, string>} table @param {string} name */
const named = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

class Reader {
  /** @param {string} formula */
  constructor(formula) {
    /** @type {string[]} */
    this.tokens = formula.match(TOKEN) ?? [];
    this.at = 0;
    this.depth = 0;
  }

  left() {
    return this.at < this.tokens.length;
  }

  take() {
    if (!this.left()) throw new UnknownMath("end");
    return this.tokens[this.at++];
  }

  /** The next token that is no space, without taking it; empty at the end. */
  next() {
    while (this.left() && this.tokens[this.at].trim() === "") this.at += 1;
    return this.left() ? this.tokens[this.at] : "";
  }

  /** Take a token that has to come. @param {string} token */
  expect(token) {
    if (this.next() !== token) throw new UnknownMath(token);
    this.take();
  }

  /** The elements up to a closing brace or the end. @returns {Part[]} */
  row() {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new UnknownMath("{");
    const found = [];
    while (this.next() !== "" && this.next() !== "}") found.push(...this.scripted());
    this.depth -= 1;
    return found;
  }

  /** @returns {Part[]} */
  scripted() {
    const base = ["_", "^"].includes(this.next()) ? element("mrow", []) : this.atom();
    /** @type {Map<string, Part>} */
    const scripts = new Map();
    while (["_", "^", "'"].includes(this.next())) {
      const mark = this.take();
      const place = mark === "'" ? "^" : mark;
      if (scripts.has(place)) throw new UnknownMath(mark);
      scripts.set(place, mark === "'" ? element("mo", ["\u2032"]) : this.argument());
    }
    if (scripts.size === 0) return base === "" ? [] : [base];
    const tag = scripts.size === 2 ? "msubsup" : scripts.has("_") ? "msub" : "msup";
    const parts = ["_", "^"].map((mark) => scripts.get(mark)).filter((part) => part !== undefined);
    return [element(tag, [base, ...parts])];
  }

  /** One element: a group in braces, or a single sign. @returns {Part} */
  argument() {
    if (["", "}", "_", "^"].includes(this.next())) throw new UnknownMath("end");
    return this.atom() || element("mrow", []);
  }

  /** @returns {Part} */
  atom() {
    this.next();
    const token = this.take();
    if (token === "{") {
      const inside = this.row();
      this.expect("}");
      return inside.length === 1 ? inside[0] : element("mrow", inside);
    }
    if (token.startsWith("\\") && token.length > 1) return this.command(token.slice(1));
    if (/^[0-9]/.test(token)) return element("mn", [token]);
    if (token === "~") return element("mspace", [], { width: "0.33em" });
    if (RELATIONS.includes(token)) return element("mo", [token === "-" ? "\u2212" : token]);
    if ("&$#%\\".includes(token)) throw new UnknownMath(token);
    return element(/^\p{L}$/u.test(token) ? "mi" : "mo", [token]);
  }

  /** @param {string} name @returns {Part} */
  command(name) {
    const letter = named(names.letters, name) ?? named(names.functions, name);
    if (letter !== undefined) return element("mi", [letter]);
    const sign = named(names.signs, name);
    if (sign !== undefined) return element("mo", [sign]);
    const width = named(names.spaces, name);
    if (width !== undefined) return element("mspace", [], { width });
    const accent = named(names.accents, name);
    if (accent !== undefined) return element("mover", [this.argument(), element("mo", [accent])], { accent: "true" });
    if (FRACTIONS.includes(name)) return element("mfrac", [this.argument(), this.argument()]);
    if (WORDS.includes(name)) return this.words();
    if (name === "sqrt") return this.root();
    if (name === "left" || name === "right") return this.fence();
    throw new UnknownMath(`\\${name}`);
  }

  /** @returns {Part} */
  words() {
    this.expect("{");
    let text = "";
    while (this.left()) {
      const token = this.take();
      if (token === "}") return element("mtext", [text]);
      if (token === "{") break;
      text += token.startsWith("\\") ? token.slice(1) : token;
    }
    throw new UnknownMath("{");
  }

  /** @returns {Part} */
  root() {
    if (this.next() !== "[") return element("msqrt", [this.argument()]);
    this.take();
    const degree = [];
    while (this.next() !== "" && this.next() !== "]") degree.push(...this.scripted());
    this.expect("]");
    return element("mroot", [this.argument(), element("mrow", degree)]);
  }

  /** @returns {Part} */
  fence() {
    this.next();
    const token = this.take();
    if (token === ".") return "";
    if (token === "\\{" || token === "\\}") return element("mo", [token.slice(1)]);
    if (FENCES.includes(token)) return element("mo", [token]);
    throw new UnknownMath(token);
  }
}
