/** What the widgets of this browser still hold back: see `lib/base/outbox.js` of the widgets. */

const WAITING = "running-muscles:outbox:";
const REFUSED = "running-muscles:refused:";

/**
 * @param {Storage | null} storage
 * @returns {{ waiting: number, refused: number }}
 */
export function heldBack(storage) {
  const counted = { waiting: 0, refused: 0 };
  for (let at = 0; storage !== null && at < storage.length; at += 1) {
    const key = storage.key(at) ?? "";
    if (key.startsWith(WAITING)) counted.waiting += 1;
    if (key.startsWith(REFUSED)) counted.refused += 1;
  }
  return counted;
}

/** @returns {Storage | null} */
export function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null; // a browser may forbid even asking
  }
}
