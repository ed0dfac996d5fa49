/**
 * One picture of the person and what stands about, as SVG text. Nothing here needs a browser, so
 * that the live figure and the printed picture are the same drawing.
 *
 * @typedef {import("./body.js").Skeleton} Skeleton
 * @typedef {import("./body.js").Placed} Placed
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./camera.js").Oval} Oval
 * @typedef {import("./camera.js").Ball} Ball
 * @typedef {import("./shape.js").Node} Node
 * @typedef {object} Scene
 * @property {[number, number]} view azimuth and height of the eye, in degrees
 * @property {import("./props.js").Prop[]} [props]
 * @property {{ main: string[], helper: string[] }} [zones]
 * @property {string} [working] sides whose muscles are lit: "r", "l" or "rl"
 * @property {boolean} [bare] a bare foot with toes
 * @property {string} [fists] sides whose hand is closed
 * @property {string} [near] what the picture is close to: a key of `CLOSE`, or one foot
 * @property {number[]} [ghost] a pose that stands faintly behind, such as where the movement starts
 *
 * @typedef {{ name: string, ovals: Oval[], svg: string, over?: number, far?: boolean, layers?: { cloth: string, rows: Oval[][] }[] }} Piece
 */
import { placed } from "./body.js";
import { camera, dot, outline, oval, scaled, seen, thicker, units } from "./camera.js";
import { backToFront } from "./order.js";
import { propPieces } from "./props.js";
import { BUN, parts, sided, SKULL } from "./shape.js";
import { bandPath, capPath, patches } from "./zones.js";

/** Where the light comes from, on the screen: what it leaves dark lies on the other side. */
const LIGHT = { shrink: 0.85, x: -0.06, y: -0.12 };
/** How far behind the trunk a limb lies before it counts as the far one, in metres. */
const FAR = 0.05;
/** A limb that points at the viewer shows less than this share of its length: its joint is hidden then. */
const SHORT = 0.55;
/**
 * What a close picture is drawn round, and with so much room above it, in metres. All else is cut off.
 * @type {Record<string, { round: string[], above: number }>}
 */
const CLOSE = { feet: { round: ["foot_r", "foot_l"], above: 0.2 }, head: { round: ["head"], above: 0.03 } };
const ONE_FOOT = 0.11;
const ROOM = 0.04;
/** How many times larger a close picture is drawn: one beside the whole person, and one by itself. */
const ZOOM = 2.6;
export const ALONE = 4;
/** Of one foot that is close, nothing else of the body hides anything. */
const BESIDE = ["arrow", "fold", "card", "towel"];
/** Trunk, thighs, shanks and upper arms: rows that are large enough for a shadow. */
const SHADOWED = [0, 1, 2, 4, 6, 7, 9];
/** How much wider than the limb its shadow is. */
const SPREAD = 1.1;
/** What is thinner shows no shade of its own, in drawn units. */
const TINY = 7;

/**
 * @param {Skeleton} skeleton @param {number[]} pose @param {Scene} scene
 * @returns {{ svg: string, box: [number, number, number, number] }} what goes inside an SVG, and
 *   what it covers in metres: left, top, right, bottom
 */
export function drawn(skeleton, pose, scene) {
  const { near } = scene;
  if (near === undefined) return whole(skeleton, pose, scene);
  const zoom = near in CLOSE ? ZOOM : ALONE;
  units.metre *= zoom;
  const picture = whole(skeleton, pose, scene);
  const box = /** @type {[number, number, number, number]} */ (picture.box.map((metres) => metres * zoom));
  units.metre /= zoom;
  const [x, y, right, bottom] = box.map((metres) => Math.round(metres * units.metre));
  // An SVG of its own, because it cuts off what lies beyond its edge.
  // What is nearest of one foot stands in the picture's own frame.
  if (!(near in CLOSE)) return { svg: picture.svg, box };
  const [wide, high] = [right - x, bottom - y];
  const frame = `<path class="f-frame" d="M${x} ${y}h${wide}v${high}h${-wide}z"/>`;
  return { svg: `<svg x="${x}" y="${y}" width="${wide}" height="${high}" viewBox="${x} ${y} ${wide} ${high}">${picture.svg}${frame}</svg>`, box };
}

/** @param {Skeleton} skeleton @param {number[]} pose @param {Scene} scene @returns {{ svg: string, box: [number, number, number, number] }} */
function whole(skeleton, pose, scene) {
  const { near, ghost } = scene;
  const view = camera(scene.view);
  const where = placed(skeleton, pose);
  const ball = ballsOf(where);
  const body = bodyOf(view, where, skeleton, scene);
  const props = propPieces(scene.props ?? [], view, where, skeleton);
  const foot = near !== undefined && !(near in CLOSE);
  // Muscles of the sole cannot be seen from above, and would hide the toes.
  const laters = [...seams(view, ball, body, skeleton), ...head(view, ball), ...(foot ? [] : lit(view, ball, skeleton, scene))];
  /** @type {Set<string>} */
  const done = new Set();
  let svg = "";
  /** @type {Piece[]} */
  const all = [...body, ...props].filter(({ name }) => !foot || [near, near.replace("foot", "shank")].includes(name) || BESIDE.some((one) => name.startsWith(one)));
  const behind = ghost === undefined ? [] : bodyOf(view, placed(skeleton, ghost), skeleton, scene);
  const { round, above } = foot ? { round: [near], above: ONE_FOOT } : (CLOSE[near ?? ""] ?? { round: null, above: 0 });
  const shown = [...all, ...behind].filter((piece) => round === null || round.includes(piece.name) || (near !== undefined && near !== "head" && BESIDE.some((one) => piece.name.startsWith(one))));
  const [left, top, right, bottom] = covered([...shown.flatMap((piece) => piece.ovals), ...(near === undefined ? [oval(view, ball(BUN))] : [])]);
  const frame = near === undefined ? null : /** @type {[number, number, number, number]} */ ([left - ROOM, top - above, right + ROOM, bottom + ROOM]);
  const inFrame = frame === null ? all : all.filter(({ ovals }) => ovals.some(({ at: [x, y], r }) => x + r > frame[0] && x - r < frame[2] && y + r > frame[1] && y - r < frame[3]));
  for (const piece of backToFront(inFrame)) {
    if (piece.name === "head") svg += knot(view, ball, false);
    svg += piece.far ? `<g class="f-far">${piece.svg}</g>` : piece.svg;
    done.add(piece.name);
    for (const later of laters) {
      if (later.after.includes(piece.name) && later.after.every((name) => done.has(name))) svg += later.svg(piece.name);
    }
  }
  return { svg: `${shadow(view, ball, skeleton, foot ? near : undefined)}${faint(behind)}${svg}`, box: frame ?? [left, top, right, bottom] };
}

/** The parts of the body, each with its outline. @param {Camera} view @param {Placed} where @param {Skeleton} skeleton @param {Scene} scene @returns {Piece[]} */
function bodyOf(view, where, { shape }, scene) {
  const { near } = scene;
  const ball = ballsOf(where);
  const depth = seen(view, where.thorax.at)[2];
  return parts(shape, scene).map(({ name, layers }) => {
    const drawnLayers = layers.map(({ cloth, rows, extra = 0 }) => ({ cloth, rows: rows.map((row) => row.map((node) => thicker(oval(view, ball(node)), extra))) }));
    const ovals = drawnLayers.flatMap((layer) => layer.rows.flatMap(filled));
    const middle = ovals.reduce((sum, each) => sum + each.at[2], 0) / ovals.length;
    const far = name.includes("_") && middle < depth - FAR && near === undefined;
    return { name, ovals, far, layers: drawnLayers, svg: drawnLayers.map(({ cloth, rows }) => shaded(cloth, rows, far)).join("") };
  });
}

/** One grey shape of the whole body. @param {Piece[]} body */
function faint(body) {
  const rows = body.flatMap(({ layers = [] }) => layers.flatMap((layer) => layer.rows));
  return rows.length > 0 ? `<path class="f-ghost" d="${rows.map(outline).join("")}"/>` : "";
}

/** @param {Placed} where @returns {(node: Node) => Ball} */
function ballsOf(where) {
  return ([segment, at, r]) => {
    const place = where[segment];
    const [x, y, z] = segment.endsWith("_l") ? [at[0], at[1], -at[2]] : at;
    const { axes } = place;
    const centre = /** @type {import("./body.js").Vector} */ ([0, 3, 6].map((row, axis) => place.at[axis] + axes[row] * x + axes[row + 1] * y + axes[row + 2] * z));
    return { at: centre, axes, r: typeof r === "number" ? [r, r, r] : r };
  };
}

/** Ovals between those of a row, so that a part is ordered along its whole length. @param {Oval[]} row */
function filled(row) {
  return row.flatMap((each, index) => {
    const next = row[index + 1];
    if (next === undefined) return [each];
    const at = /** @type {Oval["at"]} */ (each.at.map((value, axis) => (value + next.at[axis]) / 2));
    return [each, { ...each, at, r: (each.r + next.r) / 2 }];
  });
}

/** What lies far behind, and what is thin, has one tone. @param {string} cloth @param {Oval[][]} rows @param {boolean} [far] */
function shaded(cloth, rows, far = false) {
  const large = far ? [] : rows.filter((row) => row.some(({ r }) => r * units.metre > TINY));
  const light = large.length > 0 ? `<path d="${large.map(lighter).join("")}"/>` : "";
  return `<g class="f-${cloth}${light ? "" : " f-plain"}"><path d="${rows.map(outline).join("")}"/>${light}</g>`;
}

/** @param {Oval[]} row */
const lighter = (row) => outline(row.map((each) => scaled(each, LIGHT.shrink, LIGHT.x * each.r, LIGHT.y * each.r)));

/** Joints painted over without an edge. @param {Camera} view @param {(node: Node) => Ball} ball @param {Piece[]} body @param {Skeleton} skeleton */
function seams(view, ball, body, { shape }) {
  const piece = new Map(body.map((each) => [each.name, each]));
  return ["r", "l"].flatMap((side) =>
    shape.joints.flatMap(({ of, joint, through, cloth, extra }) => {
      const names = of.map((name) => (name === "trunk" ? name : `${name}_${side}`));
      const [one, other] = names.map((name) => piece.get(name));
      if (one?.far !== other?.far && names[0] !== "trunk") return [];
      if (names[0] === "trunk" && other?.far) return [];
      const row = (/** @type {Node[]} */ nodes) => sided(nodes, side).map((node) => thicker(oval(view, ball(node)), extra));
      return [
        {
          after: names,
          /** @param {string} last the part that came last, and hides the other's end */
          svg: (last) => {
            if (tooShort(piece.get(last))) return "";
            if (other?.far) return `<g class="f-far"><g class="f-${cloth} f-plain f-seam"><path d="${outline(row([joint]))}"/></g></g>`;
            return `<g class="f-${cloth} f-seam"><path d="${outline(row([joint]))}"/><path d="${lighter(row(through))}"/></g>`;
          },
        },
      ];
    }),
  );
}

/** @param {Piece | undefined} piece */
function tooShort(piece) {
  const row = piece?.layers?.[0].rows[0];
  if (piece === undefined || row === undefined || piece.name === "trunk") return false;
  const [a, b] = [row[0].at, row.at(-1)?.at ?? row[0].at];
  const flat = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return flat < SHORT * Math.hypot(flat, b[2] - a[2]);
}

/** Hair and ears go on the skull. @param {Camera} view @param {(node: Node) => Ball} ball */
function head(view, ball) {
  const skull = ball([SKULL.segment, SKULL.at, SKULL.r]);
  const ears = [1, -1].map((side) => {
    const ear = ball(["head", [-0.004, 0.165, side * 0.077], [0.015, 0.024, 0.008]]);
    const outward = side * dot(view.to, [ear.axes[2], ear.axes[5], ear.axes[8]]);
    return outward > 0.12 ? shaded("skin", [[oval(view, ear)]]) : "";
  });
  const hair = capPath(view, skull, [-0.74, 0.67, 0], 81);
  const svg = `${hair && `<g class="f-hair"><path d="${hair}"/></g>`}${knot(view, ball, true)}${ears.join("")}`;
  return [{ after: ["head"], svg: () => svg }];
}

/** The knot of hair, which shows where the back of the head is. @param {Camera} view @param {(node: Node) => Ball} ball @param {boolean} before */
function knot(view, ball, before) {
  const bun = oval(view, ball(BUN));
  const nearer = bun.at[2] > seen(view, ball([SKULL.segment, SKULL.at, SKULL.r]).at)[2];
  return nearer === before ? `<g class="f-hair"><path d="${outline([bun])}"/></g>` : "";
}

/** Muscles lit on the skin. @param {Camera} view @param {(node: Node) => Ball} ball @param {Skeleton} skeleton @param {Scene} scene */
function lit(view, ball, skeleton, { zones, working = "rl" }) {
  if (zones === undefined) return [];
  return /** @type {const} */ (["helper", "main"]).flatMap((tone) =>
    zones[tone].flatMap((zone) =>
      ["r", "l"].flatMap((side) =>
        patches(skeleton.zones, zone, side).flatMap((patch) => {
          const limb = patch.part !== "trunk";
          if (limb && !working.includes(side)) return [];
          const sign = side === "r" ? 1 : -1;
          const path =
            "from" in patch
              ? bandPath(view, patch, skeleton.shape.rows[patch.part].map((node) => ball(limb ? sided([node], side)[0] : node)), sign)
              : capPath(view, ball(mirrored(patch.node, sign)), [patch.towards[0], patch.towards[1], patch.towards[2] * sign], patch.wide);
          const onTrunk = "node" in patch;
          const after = limb ? [`${patch.part}_${side}`, ...(onTrunk ? ["trunk"] : [])] : ["trunk"];
          return path === "" ? [] : [{ after, svg: () => `<path class="f-${tone}" d="${path}"/>` }];
        }),
      ),
    ),
  );
}

/** A node of the trunk for one side. @param {Node} node @param {number} sign @returns {Node} */
const mirrored = ([segment, at, r], sign) => [segment, [at[0], at[1], at[2] * sign], r];

/** A soft shadow where the floor is. @param {Camera} view @param {(node: Node) => Ball} ball @param {Skeleton} skeleton @param {string} [near] */
function shadow(view, ball, { shape: { rows: row } }, near) {
  const limbs = ["r", "l"].flatMap((side) => [row.thigh, row.shank, row.foot, row.arm, row.forearm].map((each) => sided(each, side)));
  const rows = near === undefined ? [row.trunk, ...limbs] : [sided(row.foot, near.slice(-1))];
  // Circles on the floor, squeezed as the eye sees them.
  const squeeze = Math.max(Math.hypot(view.up[0], view.up[2]), 0.06);
  // It needs no hands and feet.
  const path = rows
    .filter((_, index) => SHADOWED.includes(index))
    .map((each) => {
      const ends = [each[0], each[each.length - 1]].map((node) => {
        const { at, r } = ball(node);
        const size = Math.max(r[0], r[2]) * SPREAD;
        const [x, y] = seen(view, [at[0], 0, at[2]]);
        return { at: /** @type {Oval["at"]} */ ([x, y / squeeze, 0]), xx: 0, xy: 0, yy: 0, r: size, round: true };
      });
      return outline(ends);
    })
    .join("");
  return `<path class="f-shadow" transform="scale(1 ${squeeze.toFixed(2)})" d="${path}"/>`;
}

/** @param {Oval[]} ovals @returns {[number, number, number, number]} */
function covered(ovals) {
  const [x, y] = [0, 1].map((axis) => ovals.map((each) => [each.at[axis] - each.r, each.at[axis] + each.r]));
  return [Math.min(...x.map(([low]) => low)), Math.min(...y.map(([low]) => low)), Math.max(...x.map(([, high]) => high)), Math.max(...y.map(([, high]) => high))];
}
