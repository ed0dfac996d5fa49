/**
 * The moving person for widgets that show one among other things. Its script and skeleton come from
 * the kernel side when a learner first asks for them, once a page; a movement is a few kilobytes.
 *
 * @typedef {(kind: string, body?: unknown) => Promise<Record<string, any>>} Ask
 * @typedef {{ render: (context: { model: { get: (key: string) => any }, el: HTMLElement }) => () => void, skeleton: unknown, known: Record<string, Record<string, any>> }} Player
 * @typedef {object} How
 * @property {boolean} [small] the picture alone, without controls
 * @property {boolean} [posture] held still where the movement ends
 * @property {() => number} [share] where in its loop it is now, 0 to 1, where that is not a matter of its own time
 */
import { button, fill, h } from "./dom.js";
import { movingWords as words } from "../words/moving.js";

const KEY = Symbol.for("running-muscles.figure");
const page = /** @type {Record<symbol, Promise<Player> | undefined>} */ (/** @type {unknown} */ (globalThis));

/** Whether a learner has asked for a moving person on this page before: another one costs next to nothing. */
export const onPage = () => page[KEY] !== undefined;

/** @param {Record<string, any>} answer @returns {Promise<Player>} */
async function load({ script, skeleton }) {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    const { default: figure } = await import(address);
    return { render: figure.render, skeleton, known: {} };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {Ask} ask @param {string} name */
async function fetched(ask, name) {
  const known = await page[KEY]?.then((player) => player.known[name]);
  const first = page[KEY] === undefined;
  const asked = known === undefined ? ask("figure", { name, script: first }) : Promise.resolve(known);
  if (first) {
    const loading = asked.then(load);
    page[KEY] = loading;
    // Whoever asks next tries again.
    loading.catch(() => (page[KEY] = undefined));
  }
  const [player, answer] = await Promise.all([/** @type {Promise<Player>} */ (page[KEY]), asked]);
  player.known[name] = { figure: answer.figure, legend: answer.legend };
  return { player, answer };
}

/**
 * A person who moves, ready to be put somewhere.
 * @param {Ask} ask @param {string} name of the movement @param {How} [how]
 * @returns {Promise<{ root: HTMLElement, close: () => void }>} rejects with a sentence for the learner
 */
export async function moving(ask, name, how = {}) {
  const { player, answer } = await fetched(ask, name);
  const figure = { ...answer.figure, ...how, skeleton: player.skeleton };
  const root = h("div", { class: "rm-moving" });
  const close = player.render({ model: { get: (key) => (key === "figure" ? figure : answer.legend) }, el: root });
  return { root, close };
}

/**
 * A still picture with a button that puts the moving person in its place.
 * @param {Ask} ask @param {string} name @param {Node} still
 */
export function movable(ask, name, still) {
  const problem = h("p", { class: "rm-hint", role: "status" });
  let close = () => {};
  let closed = false;
  const show = button(words.move, async () => {
    if (show.getAttribute("aria-disabled") === "true") return;
    show.setAttribute("aria-disabled", "true");
    problem.textContent = words.fetching;
    try {
      const moved = await moving(ask, name);
      if (closed) moved.close();
      else close = moved.close;
      fill(root, moved.root);
      moved.root.querySelector("button")?.focus();
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message;
      show.removeAttribute("aria-disabled");
    }
  });
  const root = h("div", { class: "rm-movable" }, still, h("div", { class: "rm-row" }, show), problem);
  return {
    root,
    close: () => {
      closed = true;
      close();
    },
  };
}

/** A drawing made beforehand, from the kernel side. @param {string} drawing SVG */
export function drawnStill(drawing) {
  const root = h("div", { class: "rm-figure-still" });
  root.innerHTML = drawing;
  return root;
}

/** Figures of a part that is drawn again and again. @param {Ask} ask */
export function figuresOf(ask) {
  /** @type {(() => void)[]} */
  const shown = [];
  let round = 0;
  return {
    /** Where none can be had, the place stays empty: its words stand beside it. @param {string} name @param {HTMLElement} place */
    show(name, place) {
      const now = round;
      moving(ask, name).then(
        ({ root, close }) => {
          if (now !== round) return close();
          shown.push(close);
          return place.append(root);
        },
        () => {},
      );
    },
    clear() {
      round += 1;
      for (const close of shown.splice(0)) close();
    },
  };
}
