/**
 * What a learner wishes for, and the checks that spare a way to the kernel.
 *
 * @typedef {{ start: string, weeks: number, minutes: number, runs: string[], goals: string[], equipment: string[], pain: string[], in_a_row: boolean, conditions: string[] }} Wishes
 * @typedef {{ value: string, label: string }} Choice
 * @typedef {{ goals: Choice[], pain: Choice[], conditions: Choice[], equipment: string[], days: string[], weeks: [number, number], minutes: [number, number] }} Choices
 */
import { planWords as say } from "../words/index.js";

const DAY_MS = 86_400_000;
const FURTHEST_DAYS = 366;

/** What is wrong with when the plan begins, in words; empty when nothing is. @param {Wishes} wishes @param {Date} now */
export function problemOf({ start, weeks }, now) {
  const begins = /^\d{4}-\d{2}-\d{2}$/.test(start) ? Date.parse(start) : Number.NaN;
  if (Number.isNaN(begins)) return say.badStart;
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  if (begins + weeks * 7 * DAY_MS <= today) return say.overStart;
  return begins > today + FURTHEST_DAYS * DAY_MS ? say.farStart : "";
}

/**
 * Which week of a plan is now; the first before it starts, the last after it ends.
 * @param {string} start Monday of the first week @param {number} weeks @param {Date} now
 */
export function weekNow(start, weeks, now) {
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  const passed = Math.floor((today - Date.parse(start)) / DAY_MS / 7);
  return Math.min(Math.max(passed, 0), weeks - 1);
}
