/** The steps of a lesson: its headings of the second level, and which of them the reader is at. */

const HEADING = /^##\s+(.+?)\s*#*\s*$/m;

/**
 * @typedef {{ cell: number, title: string }} Step
 * @param {{ type: string, source: string }[]} cells
 * @returns {Step[]}
 */
export function stepsOf(cells) {
  return cells.flatMap(({ type, source }, cell) => {
    const title = type === "markdown" ? source.match(HEADING)?.[1] : undefined;
    return title === undefined ? [] : [{ cell, title }];
  });
}

/**
 * Which step the reader has come to, counted from 1. What stands above the first belongs to it.
 * @param {Step[]} steps @param {number} cell The first cell in sight. @param {boolean} atEnd
 */
export function stepAt(steps, cell, atEnd) {
  const come = steps.filter((step) => step.cell <= cell).length;
  return atEnd ? steps.length : Math.min(steps.length, Math.max(1, come));
}
