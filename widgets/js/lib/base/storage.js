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
