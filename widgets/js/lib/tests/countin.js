/** How long a learner wants between Start and the clock: time to get down to the floor. */
import { field, h } from "../base/dom.js";
import { browserStorage } from "../base/storage.js";
import { words } from "../words/index.js";

const KEY = "running-muscles:count-in";
const CHOICES = [5, 8, 10, 15, 20];

/** Seconds; a test without a count-in keeps none. @param {number} usual The protocol's own. */
export function countInSeconds(usual) {
  if (usual === 0) return 0;
  const chosen = Number(read());
  return CHOICES.includes(chosen) ? chosen : usual;
}

/** @param {number} usual @returns {HTMLElement | null} */
export function countInField(usual) {
  if (usual === 0) return null;
  const now = countInSeconds(usual);
  const choices = [...new Set([...CHOICES, usual])].sort((a, b) => a - b);
  const select = h(
    "select",
    { onchange: () => keep(select.value) },
    ...choices.map((each) => h("option", { value: each, selected: each === now }, words.ready.countInSeconds(each))),
  );
  return field(words.ready.countIn, select);
}

function read() {
  try {
    return browserStorage()?.getItem(KEY) ?? chosenHere;
  } catch {
    return chosenHere;
  }
}

/** Where the browser keeps nothing, this page remembers. */
let chosenHere = "";

/** @param {string} seconds */
function keep(seconds) {
  chosenHere = seconds;
  try {
    browserStorage()?.setItem(KEY, seconds);
  } catch {
    // The page remembers.
  }
}
