/** The browser's storage, which may be missing, forbidden or full. */

/** @returns {Storage | null} */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // a browser may forbid even asking
  }
}

/**
 * Every stored value whose key begins with a prefix, by the rest of its key; damaged ones are
 * passed over.
 * @param {Storage | null} storage @param {string} prefix @returns {Map<string, any>}
 */
export function storedUnder(storage, prefix) {
  const found = new Map();
  for (let index = 0; storage !== null && index < storage.length; index += 1) {
    const key = storage.key(index);
    if (key === null || !key.startsWith(prefix)) continue;
    const value = parse(storage.getItem(key));
    if (value !== null) found.set(key.slice(prefix.length), value);
  }
  return found;
}

/** What browsers would not keep, by the same keys, for every widget of the page. The course door counts it too. */
const HELD_BY_PAGE = Symbol.for("running-muscles:held-by-page");

/** @returns {Map<string, any>} */
export function heldByPage() {
  const page = /** @type {Record<symbol, Map<string, any>>} */ (/** @type {unknown} */ (globalThis));
  return (page[HELD_BY_PAGE] ??= new Map());
}

/** Keeps values under keys: in the browser, or, where it will not, in the page as long as it is open. */
export class Keeping {
  /** @param {Storage | null} storage @param {Map<string, any>} [page] */
  constructor(storage, page = heldByPage()) {
    this.storage = storage;
    this.page = page;
  }

  /** @param {string} key @param {unknown} value */
  set(key, value) {
    if (store(this.storage, key, value)) this.page.delete(key);
    else this.page.set(key, value);
  }

  /** @param {string} key @returns {any} null when there is nothing sound */
  get(key) {
    return this.page.get(key) ?? parse(this.storage?.getItem(key) ?? null);
  }

  /** @param {string} key @returns {boolean} whether there was something */
  remove(key) {
    const had = this.page.delete(key) || this.storage?.getItem(key) != null;
    this.storage?.removeItem(key);
    return had;
  }

  /** Every sound value whose key begins with a prefix, by the rest of its key. @param {string} prefix */
  under(prefix) {
    const found = storedUnder(this.storage, prefix);
    for (const [key, value] of this.page) if (key.startsWith(prefix)) found.set(key.slice(prefix.length), value);
    return found;
  }

  /** Whether it would go with the page. @param {string} key */
  isFragile(key) {
    return this.page.has(key);
  }
}

/** @param {Storage | null} storage @param {string} key @param {unknown} value @returns {boolean} whether it is kept */
export function store(storage, key, value) {
  try {
    if (storage === null) return false;
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** @param {string | null} text @returns {any} null when there is nothing sound */
export function parse(text) {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
