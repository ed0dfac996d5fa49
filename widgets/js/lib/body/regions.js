/**
 * The regions of the body drawing: their ids, outlines and names, and which one lies next to which.
 */
import { SHAPES } from "./shapes.js";
import { bodyWords } from "../words/index.js";

/**
 * @typedef {"front" | "back"} View
 * @typedef {{ id: string, path: string }} Region
 * @typedef {{ x: number, y: number }} Point
 */

/** @type {Record<View, Region[]>} */
export const REGIONS = { front: topDown(SHAPES.front), back: topDown(SHAPES.back) };

/** The part of the drawing that each view shows, as an SVG view box. @type {Record<View, string>} */
export const VIEW_BOXES = { front: "0 -0.5 34 94", back: "37 -0.5 34 94" };

/** Keyboard and screen reader go through the body from head to foot. @param {Record<string, string>} shapes */
function topDown(shapes) {
  return Object.entries(shapes)
    .map(([id, path]) => ({ id, path }))
    .sort((a, b) => topOf(a.path) - topOf(b.path));
}

/** The height of a region's first point. @param {string} path */
function topOf(path) {
  return Number(/^M[-\d.]+,([-\d.]+)/.exec(path)?.[1]);
}

/** @param {string} id @returns {View | null} */
export function viewOf(id) {
  if (REGIONS.front.some((region) => region.id === id)) return "front";
  return REGIONS.back.some((region) => region.id === id) ? "back" : null;
}

/** The name that a learner reads, such as "Lower calf (soleus), left". @param {string} id */
export function regionName(id) {
  const [, base = id, side = ""] = /^(.*?)(?:-(left|right))?$/.exec(id) ?? [];
  const name = bodyWords.regions[base] ?? base;
  if (side === "left") return `${name}, ${bodyWords.left}`;
  return side === "right" ? `${name}, ${bodyWords.right}` : name;
}

/** Direction of each arrow key; y grows downwards. @type {Record<string, Point>} */
const ARROWS = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

/** @param {string} key */
export const isArrow = (key) => key in ARROWS;

/**
 * The region that an arrow key leads to: near, and more ahead than aside.
 * @param {string} key
 * @param {string} from
 * @param {Map<string, Point>} centres
 * @returns {string | null} null at the edge
 */
export function neighbour(key, from, centres) {
  const direction = ARROWS[key];
  const start = centres.get(from);
  if (direction === undefined || start === undefined) return null;
  let best = null;
  let bestCost = Infinity;
  for (const [id, { x, y }] of centres) {
    const ahead = (x - start.x) * direction.x + (y - start.y) * direction.y;
    const aside = Math.abs((x - start.x) * direction.y) + Math.abs((y - start.y) * direction.x);
    const cost = ahead + 2 * aside;
    if (id !== from && ahead > 0.2 && ahead >= aside / 2 && cost < bestCost) {
      best = id;
      bestCost = cost;
    }
  }
  return best;
}
