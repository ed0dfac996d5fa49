/** Results below a test: a card of the latest; folded, what it means and the earlier ones to correct. */
import { fill, h } from "../base/dom.js";
import { bestLine, resultCard, trendFigure } from "./card.js";
import { aboutPanel, readingPanel } from "./panel.js";
import { COLUMNS, ResultRows } from "./rows.js";
import { words } from "../words/index.js";

const COLUMNS_SHOWN = [COLUMNS.when, COLUMNS.value, COLUMNS.effort];
const COLUMNS_SIDED = [COLUMNS.when, COLUMNS.side, COLUMNS.value, COLUMNS.effort];

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
      columns: this.protocol.sides.length > 0 ? COLUMNS_SIDED : COLUMNS_SHOWN,
      ondelete: (id, deleted) => (deleted ? trials.drop(id) : trials.restore(id)),
    });
    this.latest = h("div", {});
    this.best = h("div", {});
    this.meaning = h("div", {});
    // Whom to compare with: in the fold, or by itself while there is nothing to fold.
    this.about = h("div", {});
    this.more = h(
      "details",
      { class: "rm-details rm-more", ontoggle: () => this.showRows() },
      h("summary", {}, words.results.more),
      this.best,
      this.rows.root,
      this.meaning,
    );
    this.root = h(
      "section",
      { class: "rm-results", "aria-label": words.results.title },
      h("h4", {}, words.results.title),
      this.latest,
      this.more,
      this.about,
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
    const keeps = (/** @type {string} */ id) => here.has(id) || !known.has(id);
    const shown = {
      ...history,
      latest: history.latest.filter((/** @type {{ id: string }} */ { id }) => keeps(id)),
      best: history.best.filter((/** @type {{ id: string }} */ { id }) => keeps(id)),
    };
    // Drawn again only when something changed: whoever stands on a control keeps standing there.
    const card = this.model.get("card") ?? {};
    const drawn = JSON.stringify([shown, this.kept, card, this.model.get("reading"), this.model.get("about")]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const any = this.kept.length > 0;
    const own = this.own;
    fill(this.latest, any ? (own ? h("div", { class: "rm-card rm-result" }, own({ history: shown, protocol })) : resultCard(card, shown, keeps)) : h("p", { class: "rm-hint" }, words.results.none));
    fill(this.best, !own && trendFigure(card, keeps), !own && bestLine(shown.best));
    this.showRows();
    this.more.hidden = stored.length === 0 && this.rows.notice.childElementCount === 0;
    fill(this.meaning, any && readingPanel(this.model.get("reading")));
    this.showAbout();
  }

  /** Drawn when they are looked at. */
  showRows() {
    if (this.more.open) this.rows.show(this.kept);
  }

  showAbout() {
    if (!this.protocol.scored) return;
    const opened = this.about.querySelector("details[open]") !== null;
    const panel = aboutPanel(this.model.get("about"), (chosen) => this.outbox.keep("about", "about", chosen));
    panel.toggleAttribute("open", opened);
    fill(this.about, panel);
    const place = this.more.hidden ? this.root : this.more;
    if (this.about.parentElement !== place) place.append(this.about);
  }
}
