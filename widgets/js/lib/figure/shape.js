/**
 * The drawn person, part by part. The tables, rows of ellipsoids in the axes of each segment, come
 * with the skeleton (`movement/shape.py`). Z grows outward, so that one table serves both sides.
 *
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {[segment: string, at: Vector, r: number | Vector]} Node
 * @typedef {{ cloth: string, rows: Node[][], extra?: number, when?: string }} Layer `extra`: thickness of the cloth
 * @typedef {{ name: string, layers: Layer[] }} Part
 * @typedef {object} Shape
 * @property {Part[]} middle
 * @property {Part[]} limbs of one side
 * @property {Record<string, Node[]>} rows on which zones of muscles lie
 * @property {{ of: [string, string], joint: Node, through: Node[], cloth: string, extra: number }[]} joints
 *   where two parts meet without a seam
 */

const MIDDLE = ["pelvis", "abdomen", "thorax", "head"];

/** Names a row's segments for one side. @param {Node[]} row @param {string} side @returns {Node[]} */
export const sided = (row, side) =>
  row.map(([segment, [x, y, z], r]) => (MIDDLE.includes(segment) ? [segment, [x, y, side === "r" ? z : -z], r] : [`${segment}_${side}`, [x, y, z], r]));

/** All parts of the body. @param {Shape} shape @param {{ bare?: boolean, fists?: string }} how @returns {Part[]} */
export function parts({ middle, limbs }, { bare, fists = "" }) {
  const sides = ["r", "l"].flatMap((side) => {
    const worn = [bare ? "bare" : "shod", fists.includes(side) ? "fist" : "open"];
    return limbs.map(({ name, layers }) => ({
      name: `${name}_${side}`,
      layers: layers
        .filter(({ when }) => when === undefined || worn.includes(when))
        .map((layer) => ({ ...layer, rows: layer.rows.map((row) => sided(row, side)) })),
    }));
  });
  return [...middle, ...sides];
}

/** The skull, and what grows on it. */
export const SKULL = { segment: "head", at: /** @type {Vector} */ ([0.004, 0.189, 0]), r: /** @type {Vector} */ ([0.1, 0.116, 0.081]) };
/** @type {Node} */
export const BUN = ["head", [-0.112, 0.232, 0], 0.036];
