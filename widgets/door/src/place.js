/**
 * Keeps what the reader looks at where it is, while tools wake up above it.
 *
 * A browser does so by itself in most pages; in a notebook's list of cells it does so only now and
 * then.
 */

/**
 * @typedef {import("@jupyterlab/notebook").NotebookPanel} NotebookPanel
 * @param {NotebookPanel} panel
 * @param {import("./door.js").Door} door Once it is awake, what changes is what the reader does, and that stays in sight by itself.
 */
export function keepPlace(panel, door) {
  const { content } = panel;
  const scroller = content.outerNode ?? content.node;
  const inner = scroller.querySelector(".jp-WindowedPanel-viewport") ?? scroller.firstElementChild;
  if (inner === null) return;
  /** The cell that is held, how far below the upper edge it stood, and how far the list was scrolled. @type {{ node: Element, top: number, scrolled: number } | null} */
  let seen = null;
  /** @param {Element} node */
  const topOf = (node) => node.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const stay = () => {
    if (scroller.clientHeight === 0) return; // behind another tab
    const wakes = door.state === "opening" || door.state === "waking";
    scroller.style.overflowAnchor = wakes ? "none" : ""; // where a browser does move it, both would
    // What did not come from scrolling came from something that grew above.
    if (seen?.node.isConnected) scroller.scrollTop += topOf(seen.node) - seen.top + scroller.scrollTop - seen.scrolled;
    seen = null;
    if (!wakes) return;
    const cells = content.widgets.filter(({ node }) => node.isConnected);
    const used = (/** @type {{ node: Element }} */ { node }) => node.contains(document.activeElement);
    const node = held(cells, ({ node }) => topOf(node), scroller.clientHeight, used)?.node ?? null;
    if (node !== null) seen = { node, top: topOf(node), scrolled: scroller.scrollTop };
  };
  const sizes = new ResizeObserver(stay);
  sizes.observe(inner);
  door.onChange(stay);
  scroller.addEventListener("scroll", stay, { passive: true });
  scroller.addEventListener("focusin", stay);
  panel.disposed.connect(() => {
    sizes.disconnect();
    scroller.removeEventListener("scroll", stay);
    scroller.removeEventListener("focusin", stay);
  });
}

/** A cell begins with some room above its words. */
const ROOM = 32;

/**
 * The cell that stays where it is: what the reader uses; or else the first text that begins in
 * sight, for it is read, and a tool still grows; or else the first tool; or else what fills the sight.
 * @template {{ model: { type: string } }} C
 * @param {C[]} cells From top to bottom.
 * @param {(cell: C) => number} topOf How far below the upper edge a cell begins.
 * @param {number} height Of what is in sight.
 * @param {(cell: C) => boolean} [used] Whether a cell has the focus.
 * @returns {C | null}
 */
export function held(cells, topOf, height, used = () => false) {
  const next = cells.findIndex((cell) => topOf(cell) >= -ROOM);
  const beyond = next === -1 ? cells.length : next;
  const begin = cells.slice(beyond).filter((cell) => topOf(cell) < height);
  const inSight = [...cells.slice(Math.max(beyond - 1, 0), beyond), ...begin];
  return inSight.find(used) ?? begin.find(({ model }) => model.type === "markdown") ?? begin[0] ?? inSight[0] ?? cells[0] ?? null;
}
