/**
 * What a learner wishes for, and the checks that spare a way to the kernel.
 *
 * @typedef {{ start: string, weeks: number, minutes: number, runs: string[], goals: string[], equipment: string[], pain: string[], in_a_row: boolean, conditions: string[] }} Wishes
 * @typedef {{ value: string, label: string }} Choice
 * @typedef {{ goals: Choice[], pain: Choice[], conditions: Choice[], equipment: string[], days: string[], weeks: [number, number], minutes: [number, number] }} Choices
 */
import { planWords as say } from "../words/index.js";

const DAY_MS = 86_400_000;

/** What is wrong with the wishes, in words; empty when nothing is. @param {Wishes} wishes @param {Choices} choices */
export function problemOf(wishes, choices) {
  if (!within(wishes.minutes, choices.minutes)) return say.badMinutes(...choices.minutes);
  if (!within(wishes.weeks, choices.weeks)) return say.badWeeks(...choices.weeks);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wishes.start) || Number.isNaN(Date.parse(wishes.start))) return say.badStart;
  return "";
}

/** @param {number} value @param {[number, number]} bounds */
function within(value, [least, most]) {
  return Number.isInteger(value) && value >= least && value <= most;
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
