/** Draw a scene on a canvas: far things first, bones with an outline, muscles also where a bone hides them. */
import { blend, css, lengthColour } from "./colours.js";
import { hull, project } from "./space.js";

/**
 * @typedef {import("./colours.js").Palette} Palette
 * @typedef {ReturnType<typeof import("./scene.js").scene>} Scene
 * @typedef {Scene["upper"][number]} SeenPart
 * @typedef {import("./scene.js").Strand} Strand
 * @typedef {import("./scene.js").Knot} Knot
 * @typedef {{ from: Knot, to: Knot, more: number, style: string, depth: number }} Piece
 */

const CORNERS = 24;
const CIRCLE = Array.from({ length: CORNERS }, (_, at) => [Math.cos((at / CORNERS) * 2 * Math.PI), Math.sin((at / CORNERS) * 2 * Math.PI)]);
/** In pixels of the page. */
const OUTLINE = 1.5;
/** Steps of light and shade; more are not seen. */
const SHADES = 20;
/** Muscles lie on their bones: how many pixels nearer their lines are drawn. */
const NEARER = 5;
/** From how far apart, in depth, one leg hides the other. */
const APART_MM = 125;
/** How much of the arm behind the trunk the air takes, from 0 to 1. */
const FAR_HAZE = 0.45;

/** The left leg is half a stride away from what is told: it stands back, from wherever it is seen. @param {{ side: string }} leg */
const hazeOf = ({ side }) => (side === "left" ? 0.5 : 0);

/** How near a part is; the trunk lies behind neck and head, and hair on the head. @param {SeenPart} part */
const reach = ({ name, depth }) => depth + (name === "trunk" ? -1000 : name === "hair" ? 6 : 0);

/** The skin of a part: hulls of neighbouring groups of balls in one path. @param {SeenPart} part */
function skin({ rows }) {
  const path = new Path2D();
  const groups = rows.length === 1 ? [rows[0]] : rows.slice(1).map((row, at) => [...rows[at], ...row]);
  for (const balls of groups) {
    const points = hull(balls.flatMap(({ x, y, radius }) => CIRCLE.map(([cx, cy]) => /** @type {[number, number]} */ ([x + cx * radius, y + cy * radius]))));
    points.forEach(([x, y], at) => (at === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    path.closePath();
  }
  return path;
}

export class Painter {
  /** @param {CanvasRenderingContext2D} pen @param {Palette} colours @param {number} dots Dots of the canvas for a pixel of the page. */
  constructor(pen, colours, dots) {
    this.pen = pen;
    this.colours = colours;
    this.dots = dots;
  }

  /** @param {Scene} scene @param {string} chosen A muscle, or "" for all alike. */
  draw(scene, chosen) {
    const [far, near] = scene.legs;
    const arms = scene.upper.filter(({ name }) => name.startsWith("arm"));
    const middle = scene.upper.filter(({ name }) => !name.startsWith("arm")).sort((a, b) => reach(a) - reach(b));
    for (const arm of arms) if (arm.depth < 0) this.soft(arm, FAR_HAZE);
    // From the side, the flesh of the near leg hides the far one; from the front, bones are seen through it.
    const apart = Math.abs(near.hip - far.hip) > APART_MM * scene.scale;
    this.veils(far);
    if (apart) this.leg(far, chosen);
    for (const part of middle) this.soft(part, 0);
    this.veil(scene.seat, 0);
    this.veils(near);
    if (!apart) this.leg(far, chosen);
    this.bones(scene.hips, [], chosen, 0);
    this.leg(near, chosen);
    for (const arm of arms) if (arm.depth >= 0) this.soft(arm, 0);
  }

  /**
   * The ground: a band with marks that pass by, and a soft shadow below each foot.
   * @param {import("./space.js").View} view @param {number} level @param {{ every: number, gone: number }} marks @param {Scene} scene
   */
  ground(view, level, { every, gone }, scene) {
    const { pen, colours } = this;
    const at = (/** @type {number} */ x, /** @type {number} */ z) => project([x, level, z], view);
    const corners = [at(-660, -190), at(660, -190), at(660, 190), at(-660, 190)];
    pen.fillStyle = css(colours.ground, 0.5);
    pen.beginPath();
    for (const [x, y] of corners) pen.lineTo(x, y);
    pen.closePath();
    pen.fill();
    pen.strokeStyle = css(blend(colours.ground, colours.edge, 0.35), 0.55);
    pen.lineWidth = 1.4 * this.dots;
    pen.beginPath();
    for (let mark = 660 - (gone % every); mark > -660; mark -= every) {
      const [from, to] = [at(mark, -190), at(mark, 190)];
      pen.moveTo(from[0], from[1]);
      pen.lineTo(to[0], to[1]);
    }
    pen.stroke();
    for (const { shadow } of scene.legs) {
      const [x, y] = at(shadow.x, shadow.z);
      const near = Math.max(0, 1 - shadow.above / 420);
      pen.fillStyle = css(colours.edge, 0.1 + 0.22 * near);
      pen.beginPath();
      pen.ellipse(x, y, (70 + 60 * near) * view.scale, (22 + 8 * near) * view.scale, 0, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  /** @param {SeenPart} part @param {number} haze How much of it the air takes, from 0 to 1. */
  soft(part, haze) {
    const { pen, colours } = this;
    const path = skin(part);
    const balls = part.rows.flat();
    const left = Math.min(...balls.map(({ x, radius }) => x - radius));
    const right = Math.max(...balls.map(({ x, radius }) => x + radius));
    const looks = { shirt: [colours.shirt, colours.shirtdark], hair: [colours.hair, colours.hair], skin: [colours.skin, colours.skindark], veil: [colours.skin, colours.skin] };
    const [light, dark] = looks[part.look];
    const fill = pen.createLinearGradient(left, 0, right, 0);
    fill.addColorStop(0, css(blend(dark, colours.paper, haze)));
    fill.addColorStop(0.75, css(blend(light, colours.paper, haze)));
    fill.addColorStop(1, css(blend(light, colours.paper, haze)));
    pen.lineJoin = "round";
    pen.lineWidth = OUTLINE * this.dots;
    pen.strokeStyle = css(blend(colours.edge, colours.paper, 0.25 + haze * 0.6));
    pen.stroke(path);
    pen.fillStyle = fill;
    pen.fill(path);
  }

  /** @param {SeenPart} part @param {number} haze */
  veil(part, haze) {
    this.pen.fillStyle = css(blend(this.colours.skin, this.colours.paper, 0.35 + haze * 0.7));
    this.pen.fill(skin(part));
  }

  /** @param {Scene["legs"][number]} leg */
  veils(leg) {
    for (const part of leg.veil) this.veil(part, hazeOf(leg));
  }

  /** @param {Scene["legs"][number]} leg @param {string} chosen */
  leg(leg, chosen) {
    this.bones(leg.seen, leg.strands, chosen, hazeOf(leg));
  }

  /** @param {Scene["hips"]} seen @param {Strand[]} strands @param {string} chosen @param {number} haze */
  bones({ facets, rim }, strands, chosen, haze) {
    const { pen, colours } = this;
    pen.lineCap = "round";
    pen.strokeStyle = css(blend(colours.edge, colours.paper, haze));
    pen.lineWidth = OUTLINE * this.dots;
    pen.beginPath();
    for (let at = 0; at < rim.length; at += 4) {
      pen.moveTo(rim[at], rim[at + 1]);
      pen.lineTo(rim[at + 2], rim[at + 3]);
    }
    pen.stroke();
    const fills = Array.from({ length: SHADES + 1 }, (_, at) => css(blend(blend(colours.shade, colours.bone, at / SHADES), colours.paper, haze)));
    const things = [...facets, ...strands.flatMap((strand) => this.pieces(strand, chosen, haze))].sort((a, b) => a.depth - b.depth);
    for (const thing of things) {
      if ("corners" in thing) this.facet(thing.corners, fills[Math.round(thing.shade * SHADES)]);
      else this.piece(thing);
    }
    // What a bone hides shines through.
    pen.globalAlpha = 0.4;
    for (const strand of strands) for (const piece of this.pieces(strand, chosen, haze, false)) this.piece(piece);
    pen.globalAlpha = 1;
  }

  /** @param {Float32Array} corners @param {string} fill */
  facet(corners, fill) {
    const { pen } = this;
    pen.fillStyle = fill;
    pen.beginPath();
    pen.moveTo(corners[0], corners[1]);
    pen.lineTo(corners[2], corners[3]);
    pen.lineTo(corners[4], corners[5]);
    pen.fill();
  }

  /**
   * A muscle in short pieces, each with its depth.
   * @param {Strand} strand @param {string} chosen @param {number} haze @param {boolean} [edged]
   * @returns {Piece[]}
   */
  pieces({ muscle, length, knots }, chosen, haze, edged = true) {
    const { colours } = this;
    const quiet = chosen !== "" && chosen !== muscle;
    const colour = blend(lengthColour(colours, length), colours.paper, Math.min(haze + (quiet ? 0.45 : 0), 0.75));
    const edge = chosen === muscle ? colours.edge : blend(colour, colours.edge, haze > 0 ? 0.3 : 0.6);
    const around = (/** @type {number} */ at) => knots.slice(Math.max(at - 1, 0), at + 3).map(({ depth }) => depth);
    /** @param {number} more @param {string} style @param {(at: number) => number} depth */
    const layer = (more, style, depth) => knots.slice(1).map((to, at) => ({ from: knots[at], to, more, style, depth: depth(at) }));
    // The edge of a piece lies behind its neighbours' fill, however steeply the muscle runs into depth.
    const fill = layer(0, css(colour), (at) => Math.max(...around(at)) + NEARER + 1);
    return edged ? [...layer((chosen === muscle ? 1.7 : 0.9) * this.dots, css(edge), (at) => Math.min(...around(at)) + NEARER), ...fill] : fill;
  }

  /** @param {Piece} piece */
  piece({ from, to, more, style }) {
    const { pen } = this;
    pen.lineWidth = from.width + to.width + more * 2;
    pen.strokeStyle = style;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
  }
}
