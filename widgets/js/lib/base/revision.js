/**
 * One counter of revisions for every kind of entry. It starts from the clock, so that revisions
 * of two browsers compare, and never goes back, also when the clock is put back.
 */
import { browserStorage } from "./storage.js";

const KEY = "running-muscles:revision";
let last = 0;

/**
 * A revision later than every earlier one of this browser, and later than `known`.
 * @param {number} [known] The latest revision that the kernel side has told.
 * @param {Storage | null} [storage]
 */
export function nextRevision(known = 0, storage = browserStorage()) {
  last = Math.max(Date.now(), last + 1, read(storage) + 1);
  try {
    storage?.setItem(KEY, String(last));
  } catch {
    // A full storage: the counter of this page still goes on.
  }
  return Math.max(last, known + 1);
}

/** @param {Storage | null} storage */
function read(storage) {
  try {
    const kept = Number(storage?.getItem(KEY) ?? 0);
    return Number.isSafeInteger(kept) ? kept : 0;
  } catch {
    return 0;
  }
}
