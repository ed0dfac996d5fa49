/** How much time of an exam is left, reckoned from moments alone: no tick is counted. */

export const SOON_MS = 5 * 60_000;

/**
 * @typedef {{ opens: string, closes: string, minutes: number, begun: string }} Exam moments in ISO 8601, "" without
 * @typedef {{ phase: "before" | "open" | "soon" | "up" | "free", left: number, end: number }} Standing
 *   `left` in milliseconds to the end, before the exam to its beginning; `end` is that moment.
 * @param {Exam} exam @param {number} now
 * @returns {Standing}
 */
export function standing({ opens, closes, minutes, begun }, now) {
  const first = Date.parse(opens);
  if (now < first) return { phase: "before", left: first - now, end: first };
  const ends = [Date.parse(closes), minutes > 0 ? Date.parse(begun) + minutes * 60_000 : NaN].filter((moment) => !Number.isNaN(moment));
  if (ends.length === 0) return { phase: "free", left: Infinity, end: Infinity };
  const end = Math.min(...ends);
  const left = end - now;
  if (left <= 0) return { phase: "up", left: 0, end };
  return { phase: left <= SOON_MS ? "soon" : "open", left, end };
}

/** A span as it is read: whole minutes, rounded up; the last five with their seconds. @param {number} ms */
export function span(ms) {
  const seconds = Math.ceil(ms / 1000);
  if (ms <= SOON_MS) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const whole = Math.ceil(seconds / 60);
  const [days, hours, minutes] = [Math.floor(whole / 1440), Math.floor(whole / 60) % 24, whole % 60];
  if (days > 0) return `${days} ${days === 1 ? "day" : "days"} ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min`;
}
