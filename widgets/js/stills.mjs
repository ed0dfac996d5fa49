/** Draw every movement once, for pages without a script. Run `node stills.mjs` after a change of the drawing or the poses. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { pointedOut } from "./lib/figure/marks.js";
import { lasts, loopOf } from "./lib/figure/motion.js";
import { sideBySide, stillOf } from "./lib/figure/still.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const FILE = path.join(HERE, "../../data/stills.json");

const STYLE = path.join(HERE, "../running_muscles/widgets/body/person.css");

/** A picture of a lesson's comparison stands on a floor and points out what it is about. @param {any} skeleton @param {any} movement */
function markedStill(skeleton, movement) {
  const whole = lasts(loopOf(skeleton.angles, movement));
  const { frames, keys, times, still } = movement;
  return sideBySide(still.map((/** @type {number} */ key) => pointedOut(skeleton, frames[keys[key]], movement, times[keys[key]] / whole)));
}

export async function text() {
  const { skeleton, movements } = JSON.parse(await readFile(path.join(HERE, "../../data/poses.json"), "utf8"));
  /** Two movements may look alike: the second names the first. @type {Map<string, string>} */
  const known = new Map();
  const lines = Object.entries(movements).map(([name, movement]) => {
    const { viewBox, svg } = movement.name === undefined ? stillOf(skeleton, movement) : markedStill(skeleton, movement);
    const picture = JSON.stringify([viewBox, svg.replaceAll('"', "'")]);
    const same = known.get(picture);
    known.set(picture, same ?? name);
    return ` ${JSON.stringify(name)}: ${same === undefined ? picture : JSON.stringify(same)}`;
  });
  const style = JSON.stringify(await readFile(STYLE, "utf8"));
  return `{\n"style": ${style},\n"pictures": {\n${lines.join(",\n")}\n}}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(FILE, await text());
