/**
 * The claims of a lesson, one at a time: first what the learner thinks and how sure, then what
 * studies found, at the end how often the two agreed.
 *
 * @typedef {{ short: string, text: string, url: string }} Source
 * @typedef {object} Claim
 * @property {string} id
 * @property {string} text
 * @property {string} kind
 * @property {string} sign
 * @property {string} word
 * @property {string} meaning
 * @property {string} saying What somebody says who sees it as the studies do.
 * @property {string} evidence
 * @property {string} rests What the verdict rests on.
 * @property {Source[]} sources
 * @typedef {{ saying: string, sure: string }} Said
 */
import { button, choicesOf, CONTENT, fill, h, pills } from "../base/dom.js";
import { Frame } from "../base/frame.js";
import { claims as words } from "../words/lesson.js";

/** So many opinions make a count worth a look. */
const FEW = 3;

/** @param {Record<string, string>} all @param {string} value */
const label = (all, value) => (all[value] ?? "").toLowerCase();

export class ClaimsView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, words.title);
    this.root.classList.add("rm-claims");
    /** @type {Claim[]} */
    this.claims = model.get("claims");
    /** @type {Map<string, Said>} what was said here, until the kernel tells of it */
    this.own = new Map();
    const open = this.claims.findIndex(({ id }) => this.said(id) === null);
    this.undo.push(this.watch("kept", () => this.follow()));
    if (open === -1 && this.claims.length > 0) this.summary(false);
    else this.open(Math.max(0, open), false);
  }

  /** What this learner said of a claim, here or in another copy. @param {string} id @returns {Said | null} */
  said(id) {
    const waiting = this.outbox.waiting().find((entry) => entry.id === `claim:${id}`);
    return /** @type {Said | null} */ (waiting?.body ?? this.own.get(id) ?? this.model.get("kept")[id] ?? null);
  }

  /** @param {import("../base/outbox.js").Entry} entry */
  concerns({ id }) {
    return (this.claims ?? []).some((claim) => id === `claim:${claim.id}`);
  }

  /** It is not worth a word that an opinion was stored. */
  settled() {
    return "";
  }

  /** Another copy has told something: show it, but never under the learner's hand. */
  follow() {
    this.own.clear();
    const claim = this.claims[this.at ?? -1];
    if (claim !== undefined && this.asking && this.said(claim.id) !== null) this.open(this.at ?? 0, false);
  }

  /** @param {number} index @param {boolean} focus */
  open(index, focus) {
    this.at = index;
    const claim = this.claims[index];
    const said = this.said(claim.id);
    this.asking = said === null;
    const title = h("h4", { ...CONTENT, class: "rm-claim", tabindex: "-1" }, claim.text);
    fill(
      this.body,
      h("p", { class: "rm-hint rm-place-of" }, words.place(index + 1, this.claims.length), this.dots(index)),
      title,
      said === null ? this.question(claim, index) : this.evidence(claim, said),
      this.steps(index),
    );
    if (focus) title.focus();
  }

  /** A dot for each claim: said or not. @param {number} at */
  dots(at) {
    const dots = this.claims.map(({ id }, index) =>
      h("span", { class: `rm-dot${this.said(id) === null ? "" : " rm-said"}${index === at ? " rm-at" : ""}` }),
    );
    return h("span", { class: "rm-dots", "aria-hidden": "true" }, ...dots);
  }

  /** @param {Claim} claim @param {number} index */
  question(claim, index) {
    let saying = "";
    let sure = "";
    const hint = h("span", { class: "rm-hint", role: "status" });
    const show = () => {
      if (saying === "" || sure === "") {
        hint.textContent = words.first;
        return;
      }
      this.outbox.keep(`claim:${claim.id}`, "claim", { claim: claim.id, saying, sure });
      this.own.set(claim.id, { saying, sure });
      this.open(index, false);
      /** @type {HTMLElement | null} */ (this.body.querySelector(".rm-verdict h4"))?.focus();
    };
    return h(
      "div",
      {},
      pills(words.lead, choicesOf(words.verdicts), (value) => (saying = value)),
      pills(words.sure, choicesOf(words.certainty), (value) => (sure = value)),
      h("div", { class: "rm-row" }, button(words.show, show, { class: "rm-button rm-primary" }), hint),
    );
  }

  /** @param {Claim} claim @param {Said} said */
  evidence(claim, said) {
    const hit = said.saying === claim.saying;
    const links = claim.sources.map(({ short, text, url }) =>
      url === "" ? h("span", { title: text }, short) : h("a", { href: url, title: text, target: "_blank", rel: "noopener noreferrer" }, short),
    );
    return h(
      "section",
      { class: `rm-panel rm-verdict ${hit ? "rm-right" : "rm-other"}`, "aria-label": claim.word },
      h("h4", { tabindex: "-1", class: "rm-badge" }, h("span", { "aria-hidden": "true" }, `${claim.sign} `), claim.word),
      h("p", {}, claim.meaning),
      h("p", {}, words.yours(label(words.verdicts, said.saying), label(words.certainty, said.sure)), " ", hit ? words.hit : words.miss),
      h("p", CONTENT, claim.evidence),
      h("p", { class: "rm-hint" }, claim.rests),
      links.length > 0 && h("p", { class: "rm-hint" }, words.sources, ...links.flatMap((link, n) => (n === 0 ? [link] : [", ", link]))),
    );
  }

  /** @param {number} index */
  steps(index) {
    const last = index === this.claims.length - 1;
    const some = this.claims.filter(({ id }) => this.said(id) !== null).length >= FEW;
    return h(
      "div",
      { class: "rm-row" },
      index > 0 && button(words.back, () => this.open(index - 1, true)),
      !last && button(words.next, () => this.open(index + 1, true)),
      some && this.said(this.claims[index].id) !== null && button(words.all, () => this.summary(true)),
    );
  }

  /** How often the learner saw it as the studies do, and whether being sure told anything. @param {boolean} focus */
  summary(focus) {
    this.at = undefined;
    this.asking = false;
    const all = this.claims.flatMap((claim) => {
      const said = this.said(claim.id);
      return said === null ? [] : [{ ...said, right: said.saying === claim.saying }];
    });
    const sure = all.filter((one) => one.sure === "sure");
    const hits = (/** @type {{ right: boolean }[]} */ some) => some.filter(({ right }) => right).length;
    const lead = h("p", { class: "rm-score", tabindex: "-1" }, words.score(hits(all), all.length));
    fill(
      this.body,
      lead,
      h("p", {}, sure.length > 0 && `${words.calibration(hits(sure), sure.length)} `, words.humble),
      button(words.again, () => this.open(0, true)),
    );
    if (focus) lead.focus();
  }
}
