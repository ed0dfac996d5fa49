/** What the widgets of this browser still hold back: see `lib/base/outbox.js` of the widgets. */
import { heldByPage } from "../../js/lib/base/storage.js";

const WAITING = "running-muscles:outbox:";
const REFUSED = "running-muscles:refused:";

/**
 * @param {Storage | null} storage
 * @param {Map<string, unknown>} [page]
 * @returns {{ waiting: number, refused: number, fragile: boolean }} `fragile`: some of it would go with the page
 */
export function heldBack(storage, page = heldByPage()) {
  const keys = new Set(page.keys());
  for (let at = 0; storage !== null && at < storage.length; at += 1) keys.add(storage.key(at) ?? "");
  const count = (/** @type {string} */ prefix) => [...keys].filter((key) => key.startsWith(prefix)).length;
  return { waiting: count(WAITING), refused: count(REFUSED), fragile: [...page.keys()].some((key) => key.startsWith(WAITING)) };
}
