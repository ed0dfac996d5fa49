/**
 * Write the outlines of the body drawing for the Python side, which draws it in exported
 * lessons and on exercise cards. Rounded to a hundredth: finer than a screen shows.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { REGIONS, VIEW_BOXES, regionName } from "./lib/bodyregions.js";

export const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), "../running_muscles/widgets/body.json");

/** @param {string} outline */
const rounded = (outline) => outline.replace(/-?\d*\.\d+/g, (number) => String(Number(Number(number).toFixed(2))));

export function bodyData() {
  const views = Object.entries(REGIONS).map(([view, regions]) => [
    view,
    {
      viewBox: VIEW_BOXES[view],
      regions: Object.fromEntries(regions.map(({ id, path: outline }) => [id, { name: regionName(id), path: rounded(outline) }])),
    },
  ]);
  const notice = "body-muscles 1.0.0, Copyright 2024 Ivan Vulović, Apache License 2.0, https://github.com/vulovix/body-muscles; rounded";
  return `${JSON.stringify({ notice, ...Object.fromEntries(views) }, null, 1)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(FILE, bodyData());
