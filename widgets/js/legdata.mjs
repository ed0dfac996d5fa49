/**
 * Write the soft parts of the runner for the Python side, which draws the still pictures: the same
 * balls as in lib/body/leg/soft.js, at the five moments of the stills. Run `node legdata.mjs` after a change.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { hipVeil, upperBody, veil } from "./lib/body/leg/soft.js";

export const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), "../running_muscles/widgets/body/leg_soft.json");
/** Percents of the stride: landing, mid-contact, leaving the ground, knee bent, reaching forward. */
const MOMENTS = [0, 16, 36, 64, 90];

/** @param {{ at: unknown[], radius: number }} ball */
const flat = ({ at, radius }) => [...at.map((value) => (typeof value === "number" ? Math.round(value) : value)), radius];
/** @param {import("./lib/body/leg/soft.js").Part} part */
const written = ({ name, look, rows }) => ({ name, look, rows: rows.map((row) => row.map(flat)) });

export function text() {
  const upper = Object.fromEntries(MOMENTS.map((percent) => [percent, upperBody(percent, [0, 0, 0]).map(written)]));
  // A ball of the veil names its bone first.
  const legs = veil((body, point) => /** @type {any} */ ([body, ...point])).map(written);
  const seat = written(hipVeil((point) => point));
  return `${JSON.stringify({ upper, legs, seat })}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(FILE, text());
