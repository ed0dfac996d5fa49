/** Results below a test: the latest and the best, the earlier ones to correct, and what they mean. */
import { fill, h } from "../base/dom.js";
import { aboutPanel, readingPanel, tiles } from "./panel.js";
import { COLUMNS, ResultRows } from "./rows.js";
import { words } from "../words/index.js";

const RECENT = [COLUMNS.when, COLUMNS.value, COLUMNS.effort];
const RECENT_SIDED = [COLUMNS.when, COLUMNS.side, COLUMNS.value, COLUMNS.effort];

export class Results {
  /**
   * @param {object} options
   * @param {any} options.model
   * @param {import("../base/outbox.js").Outbox} options.outbox
   * @param {import("./trials.js").Trials} options.trials
   * @param {import("./assessment.js").Task["results"]} options.own Results in the family's own way.
   * @param {(words: string) => void} options.announce
   */
  constructor({ model, outbox, trials, own, announce }) {
    this.model = model;
    this.outbox = outbox;
    this.own = own;
    /** @type {import("./panel.js").Protocol} */
    this.protocol = model.get("protocol");
    this.drawn = "";
    /** @type {import("./rows.js").Row[]} */
    this.kept = [];
    this.rows = new ResultRows({
      outbox,
      announce,
      columns: this.protocol.sides.length > 0 ? RECENT_SIDED : RECENT,
      ondelete: (id, deleted) => (deleted ? trials.drop(id) : trials.restore(id)),
    });
    this.latest = h("div", {});
    this.recent = h("details", { class: "rm-details", ontoggle: () => this.showRows() }, h("summary", {}, words.results.recent), this.rows.root);
    this.meaning = h("div", {});
    this.root = h(
      "section",
      { class: "rm-results", "aria-label": words.results.title },
      h("h4", {}, words.results.title),
      this.latest,
      this.recent,
      this.meaning,
    );
  }

  show() {
    const history = this.model.get("history");
    const { protocol } = this;
    /** @type {import("./rows.js").Row[]} */
    const stored = history.recent.map((/** @type {any} */ each) => ({ ...each, name: protocol.name, most: protocol.max_value }));
    this.kept = this.rows.expected(stored);
    const here = new Set(this.kept.map(({ id }) => id));
    const known = new Set(stored.map(({ id }) => id));
    // What was taken away a moment ago is no latest and no best, whatever the kernel still shows.
    const still = (/** @type {{ id: string }} */ { id }) => here.has(id) || !known.has(id);
    const shown = { ...history, latest: history.latest.filter(still), best: history.best.filter(still) };
    // Drawn again only when something changed: whoever stands on a control keeps standing there.
    const drawn = JSON.stringify([shown, this.kept, this.model.get("reading"), this.model.get("about")]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const any = this.kept.length > 0;
    fill(this.latest, any ? (this.own?.({ history: shown, protocol }) ?? tiles(shown)) : h("p", { class: "rm-hint" }, words.results.none));
    this.showRows();
    this.recent.hidden = stored.length === 0 && this.rows.notice.childElementCount === 0;
    this.showMeaning(any);
  }

  /** Drawn when they are looked at. */
  showRows() {
    if (this.recent.open) this.rows.show(this.kept);
  }

  /** @param {boolean} any There are results. */
  showMeaning(any) {
    /** @type {import("./panel.js").Sentence[]} */
    const reading = any ? this.model.get("reading") : [];
    const opened = this.meaning.querySelector("details.rm-about[open]") !== null;
    const aboutYou = aboutPanel(this.model.get("about"), (chosen) => this.outbox.keep("about", "about", chosen));
    aboutYou.classList.add("rm-about");
    aboutYou.toggleAttribute("open", opened);
    fill(this.meaning, reading.length > 0 && readingPanel(reading), this.protocol.scored && aboutYou);
  }
}
