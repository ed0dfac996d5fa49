/** What tapping shows. */

const pulseWords = {
  button: "Tap on every heartbeat",
  hint: "Find your pulse. Press the big button on every beat. The first press starts the clock. Space and Enter work too.",
  range: "Your taps give a pulse below 30 or above 220. Nearly always that means lost or doubled taps. Count once more, or type in a number. If you feel faint or unwell, stop and get help.",
  text: (/** @type {number} */ n) => `${n} beats a minute`,
  typed: "Your pulse in beats a minute",
  typedHint: "From a watch, or counted by yourself",
  typedBad: "Please give a whole number from 30 to 220.",
};

export const tapWords = {
  pulse: pulseWords,
  steps: {
    button: "Tap on every landing of your right foot",
    hint: "Start to run. After the count-in, press on every landing of your right foot. Or count in your head and type the number in when the time is over.",
    range: "Your taps give fewer than 100 or more than 260 steps a minute. That is not likely for a run. Count once more, or type in how many landings you counted.",
    text: (/** @type {number} */ n) => `${n} steps a minute`,
    typed: "Landings of your right foot in 30 seconds",
    typedHint: "The number is multiplied by four: two feet, and two half minutes.",
    typedBad: "Please give a whole number from 25 to 65.",
  },
  recovery: {
    start: "I have stopped: start",
    lead: "For people who already run or do other hard exercise. Press Start at the very moment you stop. The minute counts from there.",
    coolDown: "Now walk slowly for five more minutes, until you breathe calmly.",
    walk: "Walk slowly",
    next: (/** @type {number} */ n) => `Your pulse was ${n} beats a minute. Count it again when the minute is over.`,
    first: (/** @type {number} */ n) => `the first count (${n} beats a minute)`,
    lost: "The minute went on meanwhile, so this try tells nothing. Do it again after a new effort.",
    now: "The minute is over. Count your pulse again.",
    rose: (/** @type {number} */ first, /** @type {number} */ second) =>
      `First ${first}, then ${second} beats a minute. A pulse that rises while you walk slowly points to a miscount in one of the two. Nothing was recorded. Please do it again after a new effort.`,
    text: (/** @type {number} */ n) => `Your pulse fell by ${n} beats in a minute`,
    back: "Back",
  },
  firstTap: "First tap starts",
  taps: (/** @type {number} */ n) => (n === 1 ? "1 tap" : `${n} taps`),
  go: "Tap",
  over: "Time is over.",
  typeInstead: "Type it in instead",
  tapInstead: "Tap instead",
  use: "Use this number",
  doubt: "This cannot be right yet",
  few: "There were too few taps to go by. Count once more, or type in a number.",
  uneven: "The gaps between your taps were uneven. That is mostly a matter of tapping, so count once more if you like. If your pulse feels uneven to you time after time, tell your doctor.",
  again: "Count again",
  keep: "Keep it",
  enough: "You have a result for today. Come back another day for the next one.",
};
