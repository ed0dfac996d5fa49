/** The learner's own day and time, which the machine of the kernel may not share. */

/** The learner's date, such as `2026-11-27`. @param {Date} [moment] */
export function localDay(moment = new Date()) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** What every message tells about the learner's clock. @param {Date} [moment] */
export function learnersClock(moment = new Date()) {
  return { today: localDay(moment), utc_offset_minutes: -moment.getTimezoneOffset() };
}

/**
 * Call when the learner's day may have changed: at midnight, and when the page is looked at again.
 * @param {() => void} react @returns {() => void} undo
 */
export function onNewDay(react) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const look = () => {
    clearTimeout(timer);
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    timer = setTimeout(look, midnight.getTime() - now.getTime() + 1000);
    react();
  };
  const seen = () => document.visibilityState === "visible" && look();
  document.addEventListener("visibilitychange", seen);
  look();
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
  };
}
