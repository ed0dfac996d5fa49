/**
 * How many trials of a test count today. The results file knows most of them; this page and this
 * browser know those that it has not heard of yet, and those that have just been taken away.
 */
import { localDay } from "../base/clock.js";

/** One account for every view of a widget. @type {WeakMap<import("../base/outbox.js").Outbox, Trials>} */
const accounts = new WeakMap();

/** @param {import("../base/outbox.js").Outbox} outbox @param {string} test */
export function trialsOf(outbox, test) {
  const account = accounts.get(outbox) ?? new Trials(outbox, test);
  accounts.set(outbox, account);
  return account;
}

export class Trials {
  /** @param {import("../base/outbox.js").Outbox} outbox @param {string} test */
  constructor(outbox, test) {
    this.outbox = outbox;
    this.test = test;
    /** @type {Map<string, { side: string, day: string }>} trials of this page */
    this.own = new Map();
    /** @type {Set<string>} results that were discarded or deleted here */
    this.gone = new Set();
  }

  /** @param {string} id @param {string} side @param {Date} [moment] */
  add(id, side, moment = new Date()) {
    this.own.set(id, { side, day: localDay(moment) });
    this.gone.delete(id);
  }

  /** It does not count any more, whatever the results file still says. @param {string} id */
  drop(id) {
    this.gone.add(id);
  }

  /** @param {string} id */
  restore(id) {
    this.gone.delete(id);
  }

  /**
   * Trials of a side today.
   * @param {Record<string, string[]>} stored Ids by side, as the results file has them for today.
   * @param {string} side
   */
  count(stored, side) {
    const today = localDay();
    const ids = new Set(stored[side] ?? []);
    const gone = new Set(this.gone);
    for (const [id, own] of this.own) if (own.side === side && own.day === today) ids.add(id);
    for (const { kind, body } of this.outbox.waiting()) {
      const { id, test, side: its, recorded_at, discarded, result, deleted } = /** @type {any} */ (body);
      if (kind === "delete" && deleted) gone.add(result);
      if (kind !== "result" || test !== this.test) continue;
      if (discarded) gone.add(id);
      else if (its === side && localDay(new Date(recorded_at)) === today) ids.add(id);
    }
    for (const { entry } of this.outbox.refused()) if (entry.kind === "result") gone.add(entry.id);
    return [...ids].filter((id) => !gone.has(id)).length;
  }
}
