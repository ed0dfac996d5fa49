/**
 * What a learner did and the kernel has not yet stored.
 *
 * An entry is written to the browser's storage first, then sent, and leaves only when the kernel
 * has acknowledged that very revision, or has refused it for good. It is sent again, after pauses
 * that grow, and whenever a widget is made, so it outlives a busy kernel, a closed page, a killed
 * kernel and a restart. The kernel ignores what it already has. What is refused for good is kept
 * apart, with the reason, until the learner has read it.
 *
 * @typedef {{ id: string, rev: number, kind: string, body: unknown, owner?: string, today?: string, utc_offset_minutes?: number }} Entry
 * @typedef {{ entry: Entry, sentence: string }} Refused
 * @typedef {(entry: Entry) => void} Send
 */
import { learnersClock } from "./clock.js";
import { nextRevision } from "./revision.js";
import { Keeping, browserStorage } from "./storage.js";

const FIRST_PAUSE_MS = 4000;
const LONGEST_PAUSE_MS = 60_000;
/** A kernel that says nothing may be busy for long: the pauses grow to this share of the wait. */
const SHARE_OF_WAIT = 1 / 8;
const PREFIX = "running-muscles";
/** The owner while the kernel cannot open the results file. */
export const NOBODY = "unnamed";

export class Outbox {
  /**
   * @param {object} options
   * @param {string} options.owner Id of the results file: shared computers keep people apart by it.
   * @param {string[]} options.kinds Which kinds of entry this widget's kernel side understands.
   * @param {Send} options.send
   * @param {() => number} [options.known] The latest revision that the kernel side has told.
   * @param {Storage | null} [options.storage]
   * @param {Map<string, any>} [options.page] Where the page holds what the storage does not.
   */
  constructor({ owner, kinds, send, known = () => 0, storage = browserStorage(), page }) {
    this.owner = owner;
    this.kinds = new Set(kinds);
    /** @type {Send} every entry says whose it is, so that nothing returns after its owner erased all */
    this.send = (entry) => send({ ...entry, owner: this.owner });
    this.known = known;
    this.storage = storage;
    this.keeping = new Keeping(storage, page);
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Map<string, string>} why the kernel could not store an entry yet, by id */
    this.problems = new Map();
    /** Rounds of sending in a row that were answered with a refusal for now. */
    this.rounds = 0;
    this.refusedNow = false;
    this.silentSince = 0;
    /** @type {Entry | null} what was acknowledged last */
    this.stored = null;
  }

  get prefix() {
    return `${PREFIX}:outbox:${this.owner}:`;
  }

  get refusedPrefix() {
    return `${PREFIX}:refused:${this.owner}:`;
  }

  /**
   * The results file is another one now. What waited for a file without a name goes to it;
   * what waited for a file that its owner erased goes with that file.
   * @param {string} owner
   */
  belongTo(owner) {
    if (owner === this.owner) return;
    const entries = this.waiting();
    for (const { id } of entries) this.keeping.remove(this.prefix + id);
    for (const { entry } of this.refused()) this.dismiss(entry.id);
    const adopted = this.owner === NOBODY ? entries : [];
    this.problems.clear();
    this.owner = owner;
    for (const entry of adopted) this.put(entry);
    this.flush();
    this.#changed();
  }

  /**
   * Keep what the learner has just done, with a revision of its own.
   * @param {string} id @param {string} kind
   * @param {unknown | ((rev: number) => unknown)} body
   * @param {number} [known] A revision of the same thing that is known from elsewhere.
   * @returns {number} the revision
   */
  keep(id, kind, body, known = 0) {
    const held = this.#held(id)?.rev ?? 0;
    const rev = nextRevision(Math.max(known, held, this.known()), this.storage);
    this.put({ id, rev, kind, body: typeof body === "function" ? body(rev) : body, ...learnersClock() });
    return rev;
  }

  /** Keep an entry and send it. A later revision of the same id takes the place of an earlier one.
   * @param {Entry} entry */
  put(entry) {
    this.keeping.set(this.prefix + entry.id, entry);
    this.problems.delete(entry.id);
    this.dismiss(entry.id);
    this.#watchAfresh();
    this.send(entry);
    this.#changed();
  }

  /** Entries that still wait, oldest revision first. @returns {Entry[]} */
  waiting() {
    return [...this.keeping.under(this.prefix).values()]
      .filter((entry) => isEntry(entry) && this.kinds.has(entry.kind))
      .sort((a, b) => a.rev - b.rev);
  }

  /** Entries that will never be stored, oldest first. @returns {Refused[]} */
  refused() {
    return [...this.keeping.under(this.refusedPrefix).values()]
      .filter(({ entry, sentence }) => isEntry(entry) && typeof sentence === "string" && this.kinds.has(entry.kind))
      .sort((a, b) => a.entry.rev - b.entry.rev);
  }

  /** The learner has read why it is not kept. @param {string} id */
  dismiss(id) {
    if (this.keeping.remove(this.refusedPrefix + id)) this.#changed();
  }

  /** True when an entry is held only by this page and would go with it. */
  get fragile() {
    return this.waiting().some(({ id }) => this.keeping.isFragile(this.prefix + id));
  }

  /** Send all that waits. */
  flush() {
    const entries = this.waiting();
    if (entries.length > 0) this.#watchAfresh();
    for (const entry of entries) this.send(entry);
  }

  /** The kernel has stored this revision. @param {string} id @param {number} rev */
  acknowledge(id, rev) {
    const held = this.#held(id);
    if (held !== null && held.rev <= rev) {
      this.#forget(id);
      this.stored = held;
      this.problems.delete(id);
    }
    this.rounds = 0;
    this.refusedNow = false;
    this.#changed();
  }

  /**
   * The kernel has not stored it: it stays and is tried again, or, refused for good, is laid aside.
   * @param {string} id @param {string} sentence @param {boolean} [forGood] @param {number} [rev] the revision that was refused
   */
  refuse(id, sentence, forGood = false, rev = Infinity) {
    const held = this.#held(id);
    if (held === null || held.rev > rev) return; // a request, or one that a later revision has replaced
    if (!forGood) {
      this.problems.set(id, sentence);
      this.refusedNow = true;
    } else {
      this.#forget(id);
      this.problems.delete(id);
      this.keeping.set(this.refusedPrefix + id, { entry: held, sentence });
    }
    this.#changed();
  }

  /** @param {() => void} listener @returns {() => void} */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** @param {string} id @returns {Entry | null} */
  #held(id) {
    const entry = this.keeping.get(this.prefix + id);
    return isEntry(entry) ? entry : null;
  }

  /** @param {string} id */
  #forget(id) {
    this.keeping.remove(this.prefix + id);
  }

  #watchAfresh() {
    this.stop();
    this.rounds = 0;
    this.refusedNow = false;
    this.silentSince = performance.now();
    this.timer = setTimeout(() => this.#again(), FIRST_PAUSE_MS);
  }

  #again() {
    this.timer = undefined;
    const entries = this.waiting();
    this.rounds = this.refusedNow ? this.rounds + 1 : 0;
    this.refusedNow = false;
    for (const entry of entries) this.send(entry);
    if (entries.length > 0) this.timer = setTimeout(() => this.#again(), this.#pause());
    this.#changed();
  }

  #pause() {
    const silent = (performance.now() - this.silentSince) * SHARE_OF_WAIT;
    const refused = FIRST_PAUSE_MS * 2 ** this.rounds;
    return Math.min(LONGEST_PAUSE_MS, Math.max(refused, silent));
  }

  #changed() {
    for (const listener of [...this.listeners]) listener();
  }
}

/** @param {any} entry */
function isEntry(entry) {
  return typeof entry?.id === "string" && typeof entry.rev === "number" && typeof entry.kind === "string";
}

/** A random id that also works on plain http, where `crypto.randomUUID` is missing. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
