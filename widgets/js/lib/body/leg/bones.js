/**
 * Bones as shaded triangles. Points are shared by their triangles, so that the shade can be softened
 * over the edges.
 *
 * @typedef {import("./space.js").Point} Point
 * @typedef {import("./space.js").View} View
 * @typedef {{ points: Point[], triangles: [number, number, number][] }} Solid
 * @typedef {{ x: Float32Array, y: Float32Array, depth: number, shade: number }} Facet
 */
import { project } from "./space.js";

/** Where the light comes from, on the screen: right, up, towards the viewer. */
const LIGHT = [0.36, 0.62, 0.7];
/** Facets grow by this many pixels, so that no paper shows between them. */
const OVERLAP = 0.45;

/** @param {import("./stride.js").Bone} bone @returns {Solid} */
export function solid({ points, triangles }) {
  return {
    points: Array.from({ length: points.length / 3 }, (_, at) => /** @type {Point} */ (points.slice(at * 3, at * 3 + 3))),
    triangles: Array.from({ length: triangles.length / 3 }, (_, at) => /** @type {[number, number, number]} */ (triangles.slice(at * 3, at * 3 + 3))),
  };
}

/**
 * The facets that the viewer sees.
 * @param {Solid} bone @param {(point: Point) => Point} place Into the world. @param {View} view
 * @param {boolean} mirror Whether `place` mirrors, which turns every triangle inside out.
 * @returns {Facet[]}
 */
export function facets(bone, place, view, mirror) {
  const seen = bone.points.map((point) => project(place(point), view));
  const shades = softShades(bone, seen, mirror);
  /** @type {Facet[]} */
  const found = [];
  for (const [a, b, c] of bone.triangles) {
    const [p, q, r] = [seen[a], seen[b], seen[c]];
    const area = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
    if ((mirror ? area <= 0 : area >= 0)) continue; // its back
    const [mx, my] = [(p[0] + q[0] + r[0]) / 3, (p[1] + q[1] + r[1]) / 3];
    const grown = [p, q, r].map(([x, y]) => {
      const far = Math.hypot(x - mx, y - my) || 1;
      return [x + ((x - mx) / far) * OVERLAP, y + ((y - my) / far) * OVERLAP];
    });
    found.push({
      x: Float32Array.from(grown, ([x]) => x),
      y: Float32Array.from(grown, ([, y]) => y),
      depth: (p[2] + q[2] + r[2]) / 3,
      shade: (shades[a] + shades[b] + shades[c]) / 3,
    });
  }
  return found;
}

/** How light each point is, from 0 to 1. @param {Solid} bone @param {Point[]} seen @param {boolean} mirror */
function softShades({ triangles }, seen, mirror) {
  const normals = seen.map(() => [0, 0, 0]);
  const out = mirror ? -1 : 1;
  for (const [a, b, c] of triangles) {
    const [p, q, r] = [seen[a], seen[b], seen[c]];
    const [ux, uy, uz, vx, vy, vz] = [q[0] - p[0], p[1] - q[1], q[2] - p[2], r[0] - p[0], p[1] - r[1], r[2] - p[2]];
    const normal = [(uy * vz - uz * vy) * out, (uz * vx - ux * vz) * out, (ux * vy - uy * vx) * out];
    for (const corner of [a, b, c]) for (const axis of [0, 1, 2]) normals[corner][axis] += normal[axis];
  }
  return normals.map(([x, y, z]) => {
    const size = Math.hypot(x, y, z) || 1;
    const lit = (x * LIGHT[0] + y * LIGHT[1] + z * LIGHT[2]) / size;
    return Math.min(Math.max(0.32 + 0.68 * lit, 0), 1);
  });
}
