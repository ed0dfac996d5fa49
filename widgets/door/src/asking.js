/**
 * Asks the kernel whether the lesson still lives, while somebody is there to be told.
 *
 * A kernel that another page started anew says so to nobody, and its first words may be lost. So
 * it is asked when the reader comes back, and now and then while they read, scroll and press; a
 * page that is left alone asks nothing, and may be tidied away as before.
 */

/** What a reader does. */
const ACTS = ["pointerdown", "keydown", "scroll"];
const ASK_EVERY_MS = 5000;

/**
 * @param {EventTarget} lesson What holds the lesson.
 * @param {() => void} ask
 * @param {{ page?: EventTarget, now?: () => number }} [around]
 * @returns {() => void} end it
 */
export function askWhileRead(lesson, ask, { page = window, now = () => performance.now() } = {}) {
  let asked = -Infinity;
  const comeBack = () => {
    asked = now();
    ask();
  };
  const act = () => {
    if (now() - asked >= ASK_EVERY_MS) comeBack();
  };
  page.addEventListener("focus", comeBack);
  for (const name of ACTS) lesson.addEventListener(name, act, { capture: true, passive: true });
  return () => {
    page.removeEventListener("focus", comeBack);
    for (const name of ACTS) lesson.removeEventListener(name, act, { capture: true });
  };
}
