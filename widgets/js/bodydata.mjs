/**
 * Write the outlines of the body drawing, for the front end and for the Python side, and the table
 * of its regions.
 *
 * The outlines come from body-muscles. Its front view files several of them under the wrong
 * muscle: parts of the straight belly muscle count as serratus and obliques there, the sartorius
 * as an adductor, the inner vastus too. A course on anatomy cannot teach that, so the table
 * below says which outline belongs to which region. Run `node bodydata.mjs` after a change.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { BACK_MUSCLES, FRONT_MUSCLES } from "body-muscles";

/** @typedef {[number, number]} Point @typedef {Point[]} Outline */

const NOTICE =
  "Outlines: body-muscles 1.0.0, Copyright 2024 Ivan Vulović, Apache License 2.0, https://github.com/vulovix/body-muscles. Regrouped, and rounded to a hundredth.";
const HERE = path.dirname(fileURLToPath(import.meta.url));
export const FILES = {
  script: path.join(HERE, "lib/body/shapes.js"),
  json: path.join(HERE, "../running_muscles/tables/body.json"),
  table: path.join(HERE, "../../data/body_regions.csv"),
};
const VIEWS = { front: FRONT_MUSCLES, back: BACK_MUSCLES };

/** Outline of the package (region without side, and its number there) -> our region. */
const MOVED = {
  "serratus-anterior.0": "abs-upper",
  "obliques.0": "abs-upper",
  "obliques.1": "abs-upper",
  "serratus-anterior.3": "obliques",
  "abs-upper.0": "obliques",
  "hip-flexor.1": "adductors", // short adductors
  "adductors.0": "hip-flexor", // sartorius
  "quads.1": "hip-flexor", // tensor fasciae latae
  "adductors.1": "quads", // vastus medialis
  "tibialis-anterior.0": "calf-inner", // calf behind the shin bone
  "shoulder-side.1": "shoulder-front",
  "shoulder-front.0": "traps-front",
  "shoulder-front.1": "traps-front",
  "biceps.0": "forearm",
};
/** One outline spans shoulder and shoulder blade: from which points on it is cut in two. */
const CUT = { "lats-upper.0": { region: "deltoid-rear", from: 0, to: 4 } };
const GAP = 0.3;

/** @param {string} outline an SVG path of moves, lines and curves @returns {Outline[]} curves become lines */
function polygons(outline) {
  const tokens = outline.match(/[a-z]|-?\d*\.?\d+(?:e-?\d+)?/gi) ?? [];
  /** How many numbers a command takes; the last two are where it leads. */
  const sizes = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4 };
  /** @type {Outline[]} */
  const found = [];
  let command = "";
  let at = /** @type {Point} */ ([0, 0]);
  for (let index = 0; index < tokens.length; ) {
    if (/[a-z]/i.test(tokens[index])) command = tokens[index++];
    const kind = command.toLowerCase();
    if (kind === "z") {
      at = found.at(-1)[0];
      continue;
    }
    if (!(kind in sizes)) throw new Error(`The drawing uses the path command "${command}", which bodydata.mjs does not know.`);
    const numbers = tokens.slice(index, index + sizes[kind]).map(Number);
    index += sizes[kind];
    const [x, y] = command === kind ? at : [0, 0];
    if (kind === "h") at = [x + numbers[0], at[1]];
    else if (kind === "v") at = [at[0], y + numbers[0]];
    else at = [x + numbers.at(-2), y + numbers.at(-1)];
    if (kind === "m") {
      found.push([]);
      command = command === "m" ? "l" : "L";
    }
    found.at(-1).push(at);
  }
  return found;
}

/** @param {Outline} outline @param {{ from: number, to: number }} cut @returns {[Outline, Outline]} */
function cutInTwo(outline, { from, to }) {
  const outer = outline.slice(from, to + 1);
  const inner = [...outline.slice(to), ...outline.slice(0, from + 1)];
  const side = Math.sign(inner[1][0] - inner[0][0]);
  const shifted = inner.map(([x, y], index) => /** @type {Point} */ ([index === 0 || index === inner.length - 1 ? x + side * GAP : x, y]));
  return [outer, shifted];
}

/** @param {Outline} outline */
const written = (outline) => `M${outline.map((point) => point.map((value) => Number(value.toFixed(2))).join(",")).join(" ")}z`;

/** @returns {Record<string, Record<string, string>>} view -> region -> path */
export function shapes() {
  return Object.fromEntries(
    Object.entries(VIEWS).map(([view, muscles]) => {
      /** @type {Record<string, string>} */
      const regions = {};
      const add = (/** @type {string} */ region, /** @type {Outline} */ outline) => (regions[region] = (regions[region] ?? "") + written(outline));
      for (const { id, path: drawn } of muscles) {
        const [, base, side = ""] = /^(.*?)(-left|-right)?$/.exec(id);
        polygons(drawn).forEach((outline, index) => {
          const name = `${base}.${index}`;
          if (name in CUT) {
            const [outer, inner] = cutInTwo(outline, CUT[name]);
            add(CUT[name].region + side, outer);
            add(id, inner);
          } else add((MOVED[name] ?? base) + side, outline);
        });
      }
      return [view, regions];
    }),
  );
}

export function scriptText() {
  return `/*! ${NOTICE} */\n// Written by bodydata.mjs.\n/** View -> region -> SVG path. @type {Record<"front" | "back", Record<string, string>>} */\nexport const SHAPES = ${JSON.stringify(shapes(), null, 1)};\n`;
}

export async function jsonText() {
  const { VIEW_BOXES } = await import("./lib/body/regions.js");
  const views = Object.entries(shapes()).map(([view, regions]) => [view, { viewBox: VIEW_BOXES[view], regions }]);
  return `${JSON.stringify({ notice: NOTICE, ...Object.fromEntries(views) }, null, 1)}\n`;
}

/** The table from which the Python side has the names of the regions. */
export async function tableText() {
  const { REGIONS, regionName } = await import("./lib/body/regions.js");
  const rows = Object.entries(REGIONS).flatMap(([view, regions]) => regions.map(({ id }) => [id, view, quoted(regionName(id))]));
  return [["region", "view", "name"], ...rows].map((row) => `${row.join(",")}\n`).join("");
}

/** A cell of a CSV file. @param {string} cell */
const quoted = (cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(FILES.script, scriptText());
  await writeFile(FILES.json, await jsonText());
  await writeFile(FILES.table, await tableText());
}
