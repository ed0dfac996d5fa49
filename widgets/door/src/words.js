/** Every word that the door shows, in the language that it was told to speak. */
import { say } from "../../js/lib/words/say.js";

const english = /** @type {const} */ ({
  bar: {
    name: "This lesson",
    previous: "Previous lesson: {title}",
    next: "Next lesson: {title}",
    noPrevious: "No lesson before this one",
    noNext: "No lesson after this one",
    step: "Step {step} of {steps}",
    stepShort: "{step}/{steps}",
    showCode: "Show code",
    hideCode: "Hide code",
    code: "Code",
    keepMine: "Keep mine",
  },
  /** What the bar says of the kernel, by state. */
  says: {
    opening: "Waking up …",
    waking: "Waking up …",
    changed: "This lesson was changed.",
    programs: "Other programs lie beside it.",
    foreign: "This needs a Python kernel.",
    gone: "The course has stopped.",
    restarted: "The course was restarted.",
    stuck: "A part did not wake up.",
    newer: "A newer lesson is out.",
    away: "No connection. What you do waits here.",
  },
  /** A button where the reader can do something about it. */
  asks: {
    changed: "Run it",
    programs: "Run it",
    foreign: "Run it",
    gone: "Bring it back",
    restarted: "Bring it back",
    stuck: "Try again",
    newer: "Take it",
  },
  /** Why a lesson is not run by itself, or what to do: read under the pointer, and aloud. */
  why: {
    changed: "Somebody has changed its code, or it is of another edition. Run it if you know where it comes from. “Show code” shows what it runs.",
    programs: "The lesson would use what lies beside it. Run it if you know where this folder comes from.",
    foreign: "Choose Kernel › Change Kernel and take Python 3, then run it.",
    gone: "What you did is kept. One press starts everything again.",
    restarted: "What you did is kept. One press starts everything again.",
    stuck: "The page says what is missing, where that part should be.",
    newer: "You changed this lesson, so it is as you left it. Take the newer one, and yours stays beside it under its own name.",
  },
  /** Where the learner's results are. */
  kept: {
    saved: "All saved",
    beside: "Yours is kept: {name}",
    waiting: "{count} waiting",
    waitingWhy: "Kept in this browser. It will be saved by itself when the lesson is awake.",
    fragileWhy: "This browser keeps no copy. Leave this page open until it is saved.",
    refused: "{count} not saved",
    refusedWhy: "The page says why, where you did it.",
  },
});

/** @typedef {import("../../js/lib/words/catalogue.js").Catalogue} Catalogue */

/** @param {Catalogue} catalogue */
export const wordsIn = (catalogue) => ({ lang: catalogue.lang, ...say(english, catalogue) });
/** @type {Catalogue} */
const ENGLISH = { lang: "en", words: {} };

/** The words now; the bar reads them each time it is drawn. */
export let words = wordsIn(ENGLISH);

/** @param {Record<string, Catalogue>} catalogues by language @param {string} tag Such as `de_DE`. */
export function speak(catalogues, tag) {
  words = wordsIn(catalogues[tag.slice(0, 2).toLowerCase()] ?? ENGLISH);
}
