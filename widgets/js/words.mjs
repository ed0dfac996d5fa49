/**
 * Tell every sentence of the widgets and of the door, with the file where it stands. A catalogue
 * that remembers what it is asked for hears them all. Printed for `make words`.
 */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const GATHERS = new Set(["index.js", "quiz.js", "shared.js"]);
const LETTERS = /\p{L}{2}/u;

const PLURAL = /one:\s*("[^"]*"),\s*other:\s*("[^"]*")/g;

/** @type {{ domain: string, file: string, text: string, other: string }[]} */
const found = [];
/** @type {Map<string, string>} the form for one -> the form for many, of the file that is read */
let plurals = new Map();
let now = { domain: "", file: "" };

/** @param {string} domain @param {string} file from here @param {() => unknown} speak */
async function listen(domain, file, speak) {
  const source = await readFile(path.join(here, file), "utf8");
  plurals = new Map([...source.matchAll(PLURAL)].map(([, one, other]) => [JSON.parse(one), JSON.parse(other)]));
  now = { domain, file: path.posix.join("widgets/js", file) };
  await speak();
}

const words = new Proxy({}, {
  get: (_, asked) => {
    const text = String(asked);
    if (LETTERS.test(text.replaceAll(/{\w+}/g, ""))) found.push({ ...now, text, other: plurals.get(text) ?? "" });
    return undefined;
  },
});
globalThis.rmCatalogue = { lang: "en", words };

const { wordsIn } = await import("../door/src/words.js");
await listen("door", "../door/src/words.js", () => wordsIn(globalThis.rmCatalogue));
for (const name of (await readdir(path.join(here, "lib/words"))).sort()) {
  // What only gathers others would be taken for their place.
  if (name.endsWith(".js") && !GATHERS.has(name)) await listen("widgets", `lib/words/${name}`, () => import(`./lib/words/${name}`));
}
console.log(JSON.stringify(found));
