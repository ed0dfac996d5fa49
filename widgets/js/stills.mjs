/** Draw every movement once, for pages without a script. Run `node stills.mjs` after a change of the drawing or the poses. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stillOf } from "./lib/figure/still.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
export const FILE = path.join(HERE, "../../data/stills.json");

const STYLE = path.join(HERE, "../running_muscles/widgets/body/person.css");

export async function text() {
  const { skeleton, movements } = JSON.parse(await readFile(path.join(HERE, "../../data/poses.json"), "utf8"));
  /** Two movements may look alike: the second names the first. @type {Map<string, string>} */
  const known = new Map();
  const lines = Object.entries(movements).map(([name, movement]) => {
    const { viewBox, svg } = stillOf(skeleton, movement);
    const picture = JSON.stringify([viewBox, svg.replaceAll('"', "'")]);
    const same = known.get(picture);
    known.set(picture, same ?? name);
    return ` ${JSON.stringify(name)}: ${same === undefined ? picture : JSON.stringify(same)}`;
  });
  const style = JSON.stringify(await readFile(STYLE, "utf8"));
  return `{\n"style": ${style},\n"pictures": {\n${lines.join(",\n")}\n}}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(FILE, await text());
