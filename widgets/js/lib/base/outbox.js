/**
 * What a learner did and the kernel has not yet stored.
 *
 * An entry is written to the browser's storage first, then sent, and leaves only
 * when the kernel has acknowledged that very revision. It is sent again every few
 * seconds and whenever a widget is made, so it outlives a busy kernel, a closed
 * page, a killed kernel and a restart. The kernel ignores what it already has.
 *
 * @typedef {{ id: string, rev: number, kind: string, body: unknown, owner?: string }} Entry
 * @typedef {(entry: Entry) => void} Send
 */

const RESEND_MS = 4000;
const PREFIX = "running-muscles";
/** The owner while the kernel cannot open the results file. */
export const NOBODY = "unnamed";

export class Outbox {
  /**
   * @param {object} options
   * @param {string} options.owner Id of the results file: shared computers keep people apart by it.
   * @param {string[]} options.kinds Which kinds of entry this widget's kernel side understands.
   * @param {Send} options.send
   * @param {Storage | null} [options.storage]
   */
  constructor({ owner, kinds, send, storage = browserStorage() }) {
    this.owner = owner;
    this.kinds = new Set(kinds);
    /** @type {Send} every entry says whose it is, so that nothing returns after its owner erased all */
    this.send = (entry) => send({ ...entry, owner: this.owner });
    this.storage = storage;
    /** @type {Map<string, Entry>} entries that the browser refused to keep */
    this.memory = new Map();
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
    /** @type {Map<string, string>} why the kernel could not store an entry, by id */
    this.problems = new Map();
  }

  get prefix() {
    return `${PREFIX}:outbox:${this.owner}:`;
  }

  /**
   * The results file is another one now. What waited for a file without a name goes to it;
   * what waited for a file that its owner erased goes with that file.
   * @param {string} owner
   */
  belongTo(owner) {
    if (owner === this.owner) return;
    const entries = this.waiting();
    for (const entry of entries) this.storage?.removeItem(this.prefix + entry.id);
    const adopted = this.owner === NOBODY ? entries : [];
    this.memory.clear();
    this.problems.clear();
    this.owner = owner;
    for (const entry of adopted) this.put(entry);
    this.flush();
    this.#changed();
  }

  /** Keep an entry and send it. A later revision of the same id takes the place of an earlier one.
   * @param {Entry} entry */
  put(entry) {
    const text = JSON.stringify(entry);
    try {
      if (this.storage === null) throw new Error("no storage");
      this.storage.setItem(this.prefix + entry.id, text);
      this.memory.delete(entry.id);
    } catch {
      this.memory.set(entry.id, entry);
    }
    this.problems.delete(entry.id);
    this.send(entry);
    this.#watch();
    this.#changed();
  }

  /** Entries that still wait, oldest revision first. @returns {Entry[]} */
  waiting() {
    /** @type {Map<string, Entry>} */
    const found = new Map();
    if (this.storage !== null) {
      for (let index = 0; index < this.storage.length; index += 1) {
        const key = this.storage.key(index);
        if (key === null || !key.startsWith(this.prefix)) continue;
        const entry = parse(this.storage.getItem(key));
        if (entry !== null && this.kinds.has(entry.kind)) found.set(entry.id, entry);
      }
    }
    for (const [id, entry] of this.memory) found.set(id, entry);
    return [...found.values()].sort((a, b) => a.rev - b.rev);
  }

  /** True when an entry is held only by this page and would go with it. */
  get fragile() {
    return this.memory.size > 0;
  }

  /** Send all that waits. */
  flush() {
    const entries = this.waiting();
    for (const entry of entries) this.send(entry);
    if (entries.length > 0) this.#watch();
  }

  /** The kernel has stored this revision. @param {string} id @param {number} rev */
  acknowledge(id, rev) {
    const held = this.memory.get(id) ?? parse(this.storage?.getItem(this.prefix + id) ?? null);
    if (held !== null && held.rev <= rev) {
      this.memory.delete(id);
      this.storage?.removeItem(this.prefix + id);
    }
    this.problems.delete(id);
    this.#changed();
  }

  /** The kernel could not store it now; it stays. @param {string} id @param {string} sentence */
  refuse(id, sentence) {
    this.problems.set(id, sentence);
    this.#changed();
  }

  /** @param {() => void} listener @returns {() => void} */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  #watch() {
    if (this.timer !== undefined) return;
    this.timer = setInterval(() => {
      const entries = this.waiting();
      if (entries.length === 0) this.stop();
      for (const entry of entries) this.send(entry);
      this.#changed();
    }, RESEND_MS);
  }

  #changed() {
    for (const listener of this.listeners) listener();
  }
}

/** @returns {Storage | null} */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // a browser may forbid even asking
  }
}

/** @param {string | null} text @returns {Entry | null} */
function parse(text) {
  if (text === null) return null;
  try {
    const entry = JSON.parse(text);
    const whole = typeof entry.id === "string" && typeof entry.rev === "number" && typeof entry.kind === "string";
    return whole ? entry : null;
  } catch {
    return null;
  }
}

/** A random id that also works on plain http, where `crypto.randomUUID` is missing. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
