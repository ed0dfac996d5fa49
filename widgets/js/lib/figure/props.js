/**
 * What stands about: boxes, a chair, a wall, a ball, bands and weights, in the same room.
 *
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./camera.js").Oval} Oval
 * @typedef {import("./order.js").Painted & { name: string, svg: string }} Piece
 * @typedef {string | Vector} Spot a point of the skin, or a place in the room
 * @typedef {object} Prop
 * @property {"box" | "mat" | "wall" | "chair" | "table" | "ball" | "band" | "loop" | "weight" | "rope" | "towel" | "roll" | "card" | "strip" | "post" | "stairs" | "arrow" | "cloth" | "ring" | "pulse" | "eyes" | "lids" | "thought" | "sign" | "watch"} kind
 * @property {Vector} [at] middle of its foot on the floor
 * @property {Vector} [size]
 * @property {number} [turn] degrees about the upright axis
 * @property {Spot[]} [through]
 * @property {Spot[]} [under] stands below the middle of these points of the skin
 * @property {number} [ahead] and this far in front of it
 * @property {number} [r] radius
 * @property {number} [phase] how far a rope has turned, 0 to 1
 * @property {string} [says] a few signs on a clock or a board
 * @property {number[]} [keys] only still pictures of these keys show it, in place of motion
 * @property {string} [trail] the way of this point of the skin to here,
 * @property {number} [from] from this key, or the one before,
 * @property {Vector} [off] drawn so far beside it
 * @property {number} [hops] and in so many hops
 * @property {boolean} [both] there and back
 */
import { outline, oval, polygon, seen, units } from "./camera.js";
import { spot } from "./body.js";

const RADIANS = Math.PI / 180;
const FLAT = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** @param {number} degrees */
const upright = (degrees) => {
  const [c, s] = [Math.cos(degrees * RADIANS), Math.sin(degrees * RADIANS)];
  return [c, 0, s, 0, 1, 0, -s, 0, c];
};

/**
 * @param {Prop[]} props @param {Camera} view @param {import("./body.js").Placed} where @param {import("./body.js").Skeleton} skeleton
 * @returns {Piece[]}
 */
export function propPieces(props, view, where, skeleton) {
  /** @param {Spot} place @returns {Vector} */
  const found = (place) => {
    if (typeof place !== "string") return place;
    if (place.startsWith("middle:")) {
      const [a, b] = place.split(":").slice(1).map(found);
      return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
    }
    const [segment, at] = skeleton.points[place];
    return spot(where[segment], at);
  };
  /** @param {Prop} prop @returns {Prop} */
  const put = (prop) => {
    const under = prop.under?.map(found);
    if (under === undefined) return prop;
    const [x, , z] = [0, 1, 2].map((axis) => under.reduce((sum, place) => sum + place[axis], 0) / under.length);
    return { ...prop, at: [x + (prop.ahead ?? 0), 0, z] };
  };
  return props.flatMap((prop, index) => (prop.kind in skeleton.furniture ? furniture(prop.kind, put(prop), view, skeleton) : KINDS[prop.kind](put(prop), view, (prop.through ?? []).map(found))).map((piece) => ({ ...piece, name: `${piece.name}${index}` })));
}

/** @type {Record<string, (prop: Prop, view: Camera, through: Vector[]) => Piece[]>} */
const KINDS = {
  box: ({ at = [0, 0, 0], size = [0.3, 0.3, 0.3], turn = 0 }, view) => [block("box", at, size, turn, view)],
  mat: ({ at = [0, 0, 0], size = [1.8, 0.012, 0.6], turn = 0 }, view) => [{ ...block("mat", [at[0], at[1] - 0.012, at[2]], size, turn, view), over: -9 }],
  wall: ({ at = [0, 0, 0], size = [0.06, 2, 1.3], turn = 0 }, view) => [{ ...block("wall", at, size, turn, view), over: -8 }],
  post: ({ at = [0, 0, 0], size = [0.06, 0.5, 0.06] }, view) => [block("post", at, size, 0, view)],
  ball: ({ at = [0, 0, 0], r = 0.3 }, view, through) => [ball("ball", through[0] ?? [at[0], at[1] + r, at[2]], r, view)],
  towel: ({ at = [0, 0, 0], size = [0.3, 0.012, 0.18], turn = 0 }, view) => [{ ...block("towel", [at[0], at[1] - 0.01, at[2]], size, turn, view), over: -7 }],
  strip: ({ at = [0, 0, 0], size = [1, 0.006, 0.05] }, view) => [{ ...block("band", at, size, 0, view), over: -8 }],
  card: ({ at = [0, 0, 0], size = [0.16, 0.004, 0.05], turn = 0 }, view) => [{ ...block("card", at, size, turn, view), over: 0.05 }],
  roll: ({ r = 0.06 }, view, through) => [line("roll", through, view, r)],
  band: (_, view, through) => [line("band", through, view, 0.011)],
  loop: ({ r = 0.075 }, view, through) => loop(through, r, view),
  weight: ({ r = 0.058, size = [0.15, 0, 0] }, view, through) => weight(through, r, size[0], view),
  rope: ({ phase = 0 }, view, through) => rope(through, phase, view),
  cloth: ({ at = [0, 0, 0] }, view) => cloth(at, view),
  ring: ({ r = 0.1 }, view, [at]) => [ring(at, r, view)],
  pulse: (_, view, [at]) => [pulse(at, view)],
  eyes: (_, view, through) => through.flatMap((at) => eye(at, view, true)),
  lids: (_, view, through) => through.flatMap((at) => eye(at, view, false)),
  thought: ({ at = [0, 0, 0], r = 0.16, says = "" }, view, [from]) => [thought(at, from, r, says, view)],
  sign: ({ at = [0, 0, 0], says = "" }, view) => [block("post", at, [0.04, 1.2, 0.04], 0, view), board([at[0], 1.2, at[2]], says, view)],
  arrow: ({ r = 0.011, both }, view, through) => [arrow(through, r, view, both)],
  watch: ({ at = [0, 0, 0], r = 0.13, says = "" }, view) => [watch(at, r, says, view)],
};

/** @param {string} name @param {Prop} prop @param {Camera} view @param {import("./body.js").Skeleton} skeleton */
function furniture(name, { at = [0, 0, 0], turn = 0 }, view, skeleton) {
  const axes = upright(turn);
  return skeleton.furniture[name].map(([kind, foot, size], index) => ({ ...block(`${name} f-${kind}`, spot({ at, axes }, foot), size, turn, view), name: `${name}${index}` }));
}

/** Corners, then the three faces that can be seen. @param {string} name @param {Vector} foot @param {Vector} size @param {number} turn @param {Camera} view @returns {Piece} */
function block(name, foot, size, turn, view) {
  const axes = upright(turn);
  const half = size.map((value) => value / 2);
  const place = { at: /** @type {Vector} */ ([foot[0], foot[1] + half[1], foot[2]]), axes };
  /** @type {string[]} */
  const faces = [];
  for (let axis = 0; axis < 3; axis += 1) {
    const normal = [axes[axis], axes[3 + axis], axes[6 + axis]];
    const towards = normal[0] * view.to[0] + normal[1] * view.to[1] + normal[2] * view.to[2];
    if (Math.abs(towards) < 0.02) continue;
    const [b, c] = [(axis + 1) % 3, (axis + 2) % 3];
    const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([p, q]) => {
      /** @type {Vector} */
      const corner = [0, 0, 0];
      corner[axis] = Math.sign(towards) * half[axis];
      corner[b] = p * half[b];
      corner[c] = q * half[c];
      const [x, y] = seen(view, spot(place, corner));
      return /** @type {[number, number]} */ ([x, y]);
    });
    // Lit from above; the face to the right of the light lies in the shade.
    const tone = axis === 1 ? "t" : (normal[0] * view.right[0] + normal[2] * view.right[2]) * Math.sign(towards) > 0.3 ? "s" : "m";
    faces.push(`<path class="${tone}" d="${polygon(corners)}"/>`);
  }
  return { name: name.split(" ")[0], ovals: grid(place, half, view), svg: `<g class="f-prop f-${name}">${faces.join("")}</g>` };
}

/** @param {import("./body.js").Place} place @param {number[]} half @param {Camera} view @returns {Oval[]} */
function grid(place, half, view) {
  const counts = half.map((value) => Math.max(1, Math.min(6, Math.round(value / 0.06))));
  const r = Math.max(0.02, Math.max(...half.map((value, axis) => value / counts[axis])));
  /** @type {Oval[]} */
  const ovals = [];
  for (let i = 0; i < counts[0]; i += 1) {
    for (let j = 0; j < counts[1]; j += 1) {
      for (let k = 0; k < counts[2]; k += 1) {
        const at = /** @type {Vector} */ ([i, j, k].map((index, axis) => (((index + 0.5) / counts[axis]) * 2 - 1) * half[axis]));
        ovals.push(oval(view, { at: spot(place, at), axes: place.axes, r: [r, r, r] }));
      }
    }
  }
  return ovals;
}

/** @param {string} name @param {Vector} at @param {number} r @param {Camera} view @returns {Piece} */
function ball(name, at, r, view) {
  const whole = oval(view, { at, axes: FLAT, r: [r, r, r] });
  const light = oval(view, { at, axes: FLAT, r: [r * 0.84, r * 0.84, r * 0.84] });
  light.at = [light.at[0] - r * 0.08, light.at[1] - r * 0.12, light.at[2]];
  return { name, ovals: [whole], svg: `<g class="f-${name}"><path d="${outline([whole])}"/><path d="${outline([light])}"/></g>` };
}

/** @param {string} name @param {Vector[]} through @param {Camera} view @param {number} r @returns {Piece} */
function line(name, through, view, r) {
  const row = through.map((at) => oval(view, { at, axes: FLAT, r: [r, r, r] }));
  return { name, ovals: dense(row), svg: `<g class="f-${name}"><path d="${outline(row)}"/></g>` };
}

/** @param {Oval[]} row balls between the ends, so that a long line is ordered where it passes */
function dense(row) {
  return row.slice(1).flatMap((each, index) =>
    Array.from({ length: 7 }, (_, step) => {
      const share = step / 6;
      const from = row[index].at;
      return { ...each, at: /** @type {Oval["at"]} */ (from.map((value, axis) => value + (each.at[axis] - value) * share)) };
    }),
  );
}

/** A loop band round both legs. @param {Vector[]} through the two knees @param {number} r @param {Camera} view @returns {Piece[]} */
function loop([a, b], r, view) {
  const [dx, dz] = [b[0] - a[0], b[2] - a[2]];
  const apart = Math.hypot(dx, dz) || 1;
  const [ux, uz] = [dx / apart, dz / apart];
  const height = 0.026;
  return [1, -1].map((side) => {
    // The half before the legs and the half behind them.
    /** @type {Vector[]} */
    const points = [];
    for (let step = 0; step <= 10; step += 1) {
      const angle = (step / 10) * Math.PI;
      const [along, across] = [Math.cos(angle), Math.sin(angle) * side];
      const middle = along > 0.3 ? b : along < -0.3 ? a : /** @type {Vector} */ ([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]);
      points.push([middle[0] + ux * along * r - uz * across * r, middle[1], middle[2] + uz * along * r + ux * across * r]);
    }
    const edge = [...points.map((p) => seen(view, [p[0], p[1] + height, p[2]])), ...points.reverse().map((p) => seen(view, [p[0], p[1] - height, p[2]]))];
    const ovals = dense(points.map((at) => oval(view, { at, axes: FLAT, r: [0.02, 0.02, 0.02] })));
    return { name: `loop${side}`, ovals, over: 0.01, svg: `<g class="f-band"><path d="${polygon(edge.map(([x, y]) => [x, y]))}"/></g>` };
  });
}

/** A short weight: two discs and a bar; `long` is half its length. @param {Vector[]} through middle, and a second place that gives its direction @param {number} r @param {number} long @param {Camera} view @returns {Piece[]} */
function weight([middle, towards = [middle[0], middle[1], middle[2] + 1]], r, long, view) {
  const size = Math.hypot(...towards.map((value, axis) => value - middle[axis])) || 1;
  /** @param {number} share @returns {Vector} */
  const place = (share) => /** @type {Vector} */ (middle.map((value, axis) => value + ((towards[axis] - value) / size) * share));
  /** @param {number} from @param {number} to @param {number} thick @param {string} name */
  const rod = (from, to, thick, name) => ({ ...line("weight", [place(from), place(to)], view, thick), name });
  return [rod(-long, long, 0.014, "bar"), rod(-long, -long + 0.05, r, "disc-a"), rod(long - 0.05, long, r, "disc-b")];
}

/** A skipping rope from hand to hand. @param {Vector[]} hands @param {number} phase 0 under the feet, a half over the head @param {Camera} view @returns {Piece[]} */
function rope([a, b], phase, view) {
  const angle = (phase - 0.25) * 2 * Math.PI;
  const [ahead, up] = [Math.cos(angle) * 0.98, Math.sin(angle) * 0.98];
  /** @type {Vector[]} */
  const points = [];
  for (let step = 0; step <= 16; step += 1) {
    const t = step / 16;
    const far = Math.sin(Math.PI * t) ** 0.6;
    const wide = 1 + 0.4 * Math.sin(Math.PI * t);
    const middle = (a[2] + b[2]) / 2;
    points.push([a[0] * (1 - t) + b[0] * t + ahead * far, a[1] * (1 - t) + b[1] * t + up * far, middle + (a[2] * (1 - t) + b[2] * t - middle) * wide]);
  }
  return points.slice(1).map((at, index) => ({ ...line("rope", [points[index], at], view, 0.008), name: `rope${index}-` }));
}

/** A towel, pulled into folds. @param {Vector} at @param {Camera} view @returns {Piece[]} */
function cloth(at, view) {
  const flat = { ...block("towel", [at[0] + 0.17, 0.001, at[2]], [0.16, 0.004, 0.19], 0, view), name: "towel", over: -7 };
  const folds = [0.02, 0.045, 0.068, 0.088].map((x, index) => {
    const rise = 0.006 + index * 0.002;
    return { ...line("towel", [[at[0] + x, rise, at[2] - 0.095], [at[0] + x, rise, at[2] + 0.095]], view, 0.009 + index * 0.0015), name: `fold${index}-`, over: -1 };
  });
  return [flat, ...folds];
}

/** A place on the screen round another. @param {Vector} at @param {Camera} view @returns {(angle: number, far: number) => [number, number]} */
const round = (at, view) => {
  const [x, y] = seen(view, at);
  return (angle, far) => [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
};

/** A thin arc. @param {(angle: number, far: number) => [number, number]} on @param {number} r @param {number} from @param {number} to */
function arc(on, r, from, to) {
  const steps = Array.from({ length: 21 }, (_, index) => from + (index / 20) * (to - from));
  return polygon([...steps.map((angle) => on(angle, r + 0.009)), ...steps.reverse().map((angle) => on(angle, r - 0.009))]);
}

/** @param {string} path @param {Vector} at @param {number} r @param {Camera} view @returns {Piece} */
const sign = (path, at, r, view) => ({ name: "sign", ovals: [oval(view, { at, axes: FLAT, r: [r, r, r] })], over: 9, svg: `<g class="f-arrow"><path d="${path}"/></g>` });

/** A thin ring with an arrowhead, round the foot. @param {Vector} at @param {number} r @param {Camera} view */
function ring(at, r, view) {
  const on = round(at, view);
  return sign(arc(on, r, -2.4, 2.5) + polygon([on(2.46, r + 0.036), on(2.46, r - 0.036), on(2.86, r)]), at, r, view);
}

/** Waves from a place where something beats. @param {Vector} at @param {Camera} view */
function pulse(at, view) {
  const on = round(at, view);
  return sign(arc(on, 0.07, -2.6, -0.54) + arc(on, 0.11, -2.6, -0.54), at, 0.1, view);
}

/** An eye on the face of somebody who looks ahead. @param {Vector} at @param {Camera} view @param {boolean} open @returns {Piece[]} */
function eye([x, y, z], view, open) {
  if (view.to[0] < 0.2) return [];
  /** @param {number} out @param {number} up @param {number | Vector} r */
  const dab = (out, up, r) => oval(view, { at: [x, y + up, z + out], axes: FLAT, r: typeof r === "number" ? [r, r, r] : r });
  const lid = [-2, -1, 0, 1, 2].map((step) => dab(step * 0.007, step * step * 0.0018 - 0.006, 0.0026));
  const lashes = [-1, 0, 1].map((step) => outline([dab(step * 0.009, -0.006, 0.0018), dab(step * 0.014, -0.016, 0.0014)])).join("");
  const white = outline([dab(0, 0, [0.006, 0.0095, 0.016])]);
  const svg = open ? `<g class="f-white"><path d="${white}"/><path class="f-ink" d="${outline([dab(0, 0, 0.0078)])}"/></g>` : `<path class="f-ink" d="${outline(lid)}${lashes}"/>`;
  return [{ name: "eye", ovals: [dab(0, 0, 0.02)], over: 1, svg }];
}

/** A few signs round a place. @param {number} x @param {number} y @param {number} size @param {string} says metres */
function text(x, y, size, says) {
  const [left, base, high] = [x, y + size * 0.36, size].map((metres) => Math.round(metres * units.metre));
  return `<text class="f-ink" x="${left}" y="${base}" font-size="${high}">${says}</text>`;
}

/** What somebody has in mind. @param {Vector} at @param {Vector} from the head @param {number} r @param {string} says @param {Camera} view @returns {Piece} */
function thought(at, from, r, says, view) {
  const [start, end] = [seen(view, from), seen(view, at)];
  /** @param {number} share @param {number} size */
  const puff = (share, size) => outline([{ at: [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share, 0], xx: 0, xy: 0, yy: 0, r: size, round: true }]);
  const whole = oval(view, { at, axes: FLAT, r: [r, r * 0.75, r] });
  return { name: "sign", ovals: [whole], over: 9, svg: `<g class="f-white"><path d="${puff(0.3, 0.018)}${puff(0.5, 0.03)}${outline([{ ...whole, round: false }])}"/>${text(end[0], end[1], r * 0.7, says)}</g>` };
}

/** A board beside the road. @param {Vector} at its middle @param {string} says @param {Camera} view @returns {Piece} */
function board(at, says, view) {
  const [x, y] = seen(view, at);
  const [wide, high] = [0.26, 0.11];
  const svg = `<g class="f-white"><path d="${polygon([[x - wide, y - high], [x + wide, y - high], [x + wide, y + high], [x - wide, y + high]])}"/>${text(x, y, 0.13, says)}</g>`;
  return { name: "sign", ovals: [oval(view, { at, axes: FLAT, r: [wide, wide, wide] })], over: 0.3, svg };
}

/** A stopwatch. @param {Vector} at @param {number} r @param {string} says @param {Camera} view @returns {Piece} */
function watch(at, r, says, view) {
  const face = oval(view, { at, axes: FLAT, r: [r, r, r] });
  const inner = oval(view, { at, axes: FLAT, r: [r * 0.82, r * 0.82, r * 0.82] });
  const [x, y] = face.at;
  const head = polygon([[x - 0.035, y - r * 1.3], [x + 0.035, y - r * 1.3], [x + 0.035, y - r * 0.9], [x - 0.035, y - r * 0.9]]);
  const told = says ? text(x, y, r * 0.5, says) : `<path class="f-ink" d="${polygon([[x - 0.012, y], [x, y - r * 0.7], [x + 0.012, y]])}"/>`;
  return { name: "watch", ovals: [face], over: 9, svg: `<g class="f-watch"><path d="${head}${outline([face])}"/><path d="${outline([inner])}"/>${told}</g>` };
}

/** @param {Vector[]} through @param {number} r @param {Camera} view @param {boolean} [both] a head at each end @returns {Piece} */
function arrow(through, r, view, both) {
  const points = through.map((place) => seen(view, place));
  /** @param {import("./camera.js").Seen} tip @param {import("./camera.js").Seen} before */
  const head = (tip, before) => {
    const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
    /** @param {number} turn @param {number} far @returns {[number, number]} */
    const beside = (turn, far) => [tip[0] + Math.cos(angle + turn) * far, tip[1] + Math.sin(angle + turn) * far];
    return polygon([beside(0, r * 5), beside(2.3, r * 4.4), beside(-2.3, r * 4.4)]);
  };
  const last = points.length - 1;
  const shaft = through.map((at) => oval(view, { at, axes: FLAT, r: [r, r, r] }));
  const heads = head(points[last], points[last - 1]) + (both ? head(points[0], points[1]) : "");
  const ovals = shaft.map((each) => ({ ...each, r: r * 5 }));
  return { name: "arrow", ovals, over: 9, svg: `<g class="f-arrow"><path d="${outline(shaft)}${heads}"/></g>` };
}
