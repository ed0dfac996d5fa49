/**
 * Bones as shaded triangles. Points are shared by their triangles, so that the shade can be softened
 * over the edges. All of it runs for every picture, so that numbers lie in typed arrays.
 *
 * @typedef {import("./space.js").Point} Point
 * @typedef {import("./space.js").View} View
 * @typedef {{ points: Float32Array, triangles: Uint16Array, edges: Int32Array }} Solid Edges: two points, and the triangles on both sides (-1 for none).
 * @typedef {{ corners: Float32Array, depth: number, shade: number }} Facet Corners: x and y, three times.
 * @typedef {{ facets: Facet[], rim: number[] }} Seen Rim: lines where the bone ends against what is behind it, x and y of both ends.
 */
import { project } from "./space.js";

/** Where the light comes from, on the screen: right, up, towards the viewer. */
const LIGHT = [0.36, 0.62, 0.7];
const DARKEST = 0.32;
/** Facets grow by this many pixels, so that no paper shows between them. */
const OVERLAP = 0.45;

/** @param {import("./stride.js").Bone} bone @returns {Solid} */
export function solid({ points, triangles }) {
  /** @type {Map<string, number[]>} */
  const edges = new Map();
  for (let at = 0; at < triangles.length; at += 3) {
    for (const [from, to] of [[0, 1], [1, 2], [2, 0]]) {
      const ends = [triangles[at + from], triangles[at + to]].sort((a, b) => a - b);
      const known = edges.get(ends.join());
      if (known === undefined) edges.set(ends.join(), [...ends, at / 3, -1]);
      else known[3] = at / 3;
    }
  }
  return { points: Float32Array.from(points), triangles: Uint16Array.from(triangles), edges: Int32Array.from([...edges.values()].flat()) };
}

/**
 * What the viewer sees of a bone.
 * @param {Solid} bone @param {(point: Point) => Point} place Into the world; keeps straight lines straight.
 * @param {View} view @param {boolean} mirror Whether `place` mirrors, which turns every triangle inside out.
 * @returns {Seen}
 */
export function look({ points, triangles, edges }, place, view, mirror) {
  const seen = seenPoints(points, place, view);
  const out = mirror ? -1 : 1;
  const count = triangles.length / 3;
  const front = new Uint8Array(count);
  const normals = new Float32Array(seen.length);
  for (let at = 0; at < count; at += 1) {
    const [a, b, c] = [triangles[at * 3] * 3, triangles[at * 3 + 1] * 3, triangles[at * 3 + 2] * 3];
    const ux = seen[b] - seen[a];
    const uy = seen[a + 1] - seen[b + 1];
    const uz = seen[b + 2] - seen[a + 2];
    const vx = seen[c] - seen[a];
    const vy = seen[a + 1] - seen[c + 1];
    const vz = seen[c + 2] - seen[a + 2];
    const nx = (uy * vz - uz * vy) * out;
    const ny = (uz * vx - ux * vz) * out;
    const nz = (ux * vy - uy * vx) * out;
    front[at] = nz > 0 ? 1 : 0;
    for (const corner of [a, b, c]) {
      normals[corner] += nx;
      normals[corner + 1] += ny;
      normals[corner + 2] += nz;
    }
  }
  const shades = softShades(normals);
  /** @type {Facet[]} */
  const facets = [];
  for (let at = 0; at < count; at += 1) if (front[at]) facets.push(facet(seen, shades, triangles, at * 3));
  /** @type {number[]} */
  const rim = [];
  for (let at = 0; at < edges.length; at += 4) {
    const [a, b, one, other] = [edges[at] * 3, edges[at + 1] * 3, edges[at + 2], edges[at + 3]];
    if (front[one] !== (other === -1 ? 0 : front[other])) rim.push(seen[a], seen[a + 1], seen[b], seen[b + 1]);
  }
  return { facets, rim };
}

/** Where a place puts its origin and one step along each axis says where it puts every point. @param {Float32Array} points @param {(point: Point) => Point} place @param {View} view */
function seenPoints(points, place, view) {
  const [home, ...steps] = /** @type {Point[]} */ ([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]]).map((point) => project(place(point), view));
  const axes = steps.map((step) => step.map((value, at) => value - home[at]));
  const seen = new Float32Array(points.length);
  for (let at = 0; at < points.length; at += 3) {
    for (let axis = 0; axis < 3; axis += 1) {
      seen[at + axis] = home[axis] + points[at] * axes[0][axis] + points[at + 1] * axes[1][axis] + points[at + 2] * axes[2][axis];
    }
  }
  return seen;
}

/** @param {Float32Array} seen @param {Float32Array} shades @param {Uint16Array} triangles @param {number} at @returns {Facet} */
function facet(seen, shades, triangles, at) {
  const [a, b, c] = [triangles[at], triangles[at + 1], triangles[at + 2]];
  const corners = new Float32Array([seen[a * 3], seen[a * 3 + 1], seen[b * 3], seen[b * 3 + 1], seen[c * 3], seen[c * 3 + 1]]);
  const x = (corners[0] + corners[2] + corners[4]) / 3;
  const y = (corners[1] + corners[3] + corners[5]) / 3;
  for (let corner = 0; corner < 6; corner += 2) {
    const [dx, dy] = [corners[corner] - x, corners[corner + 1] - y];
    const more = OVERLAP / (Math.sqrt(dx * dx + dy * dy) || 1);
    corners[corner] += dx * more;
    corners[corner + 1] += dy * more;
  }
  return { corners, depth: (seen[a * 3 + 2] + seen[b * 3 + 2] + seen[c * 3 + 2]) / 3, shade: (shades[a] + shades[b] + shades[c]) / 3 };
}

/** How light each point is, from 0 to 1. @param {Float32Array} normals */
function softShades(normals) {
  const shades = new Float32Array(normals.length / 3);
  for (let at = 0; at < shades.length; at += 1) {
    const [x, y, z] = [normals[at * 3], normals[at * 3 + 1], normals[at * 3 + 2]];
    const lit = (x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2]) / (Math.sqrt(x * x + y * y + z * z) || 1);
    shades[at] = Math.min(Math.max(DARKEST + (1 - DARKEST) * lit, 0), 1);
  }
  return shades;
}
