/**
 * Our own line drawings for observations: one figure, moved by a few numbers.
 * They are pictures of the words beside them, so they carry no text themselves.
 */

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} attributes */
function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** @typedef {[number, number]} Point */

/** @param {Point[]} points @param {boolean} [marked] The part that the words are about. */
function line(points, marked = false) {
  return shape("polyline", { points: points.map((point) => point.join(",")).join(" "), class: marked ? "rm-line rm-marked" : "rm-line" });
}

/** @param {number} x @param {number} y @param {number} [r] */
const head = (x, y, r = 8) => shape("circle", { cx: x, cy: y, r, class: "rm-line" });

/** @param {number} y */
const floor = (y) => shape("line", { x1: 8, x2: 92, y1: y, y2: y, class: "rm-floor" });

/** @param {Element[]} parts @param {boolean} [mirrored] */
function picture(parts, mirrored = false) {
  const svg = shape("svg", { viewBox: "0 0 100 140", class: "rm-drawing", "aria-hidden": "true", focusable: "false" });
  const group = shape("g", mirrored ? { transform: "translate(100 0) scale(-1 1)" } : {});
  group.append(...parts);
  svg.append(group);
  return svg;
}

/**
 * Someone who squats on the right leg, seen from the front.
 * @param {{ lean?: number, drop?: number, shift?: number, turn?: number, knee?: number, arms?: number, part: string }} pose
 */
function squat({ lean = 0, drop = 0, shift = 0, turn = 0, knee = 0, arms = 0, part }) {
  /** @type {Point} */
  const hip = [43 + shift, 80];
  /** @type {Point} */
  const other = [57 + shift, 80 + drop];
  /** @type {Point} */
  const waist = [50 + shift, 78 + drop / 2];
  /** @type {Point} */
  const neck = [50 + shift + lean, 36];
  const whole = part === "overall";
  return [
    floor(134),
    head(neck[0] + lean / 4, 24),
    line([neck, waist], whole || part === "trunk"),
    line([[neck[0] - 12, 44 - arms], [neck[0] - 3, 50], [neck[0] + 3, 50], [neck[0] + 12, 44 + arms]]),
    line([hip, other], whole || part === "pelvis"),
    line([hip, [43 + knee + turn, 107]], whole || part === "hip" || part === "knee"),
    line([[43 + knee + turn, 107], [43, 132], [37, 133]], whole || part === "knee"),
    line([other, [60 + shift / 2, 106], [63, 122]]),
  ];
}

/** A thigh over the end of a table, seen from the side. @param {{ rise?: number, straight?: number, part: string }} pose */
function thomas({ rise = 0, straight = 0, part }) {
  /** @type {Point} */
  const knee = [80, 82 - rise];
  return [
    shape("rect", { x: 4, y: 86, width: 52, height: 6, class: "rm-line" }),
    line([[12, 92], [12, 134]]),
    line([[48, 92], [48, 134]]),
    head(12, 78),
    line([[20, 82], [52, 82]]),
    line([[52, 82], [34, 60], [52, 54]]),
    line([[52, 82], knee], part === "thigh"),
    line([knee, [80 + straight, 114 - rise - straight / 2]], part === "knee"),
  ];
}

/** A foot on the floor with a card under the big toe. @param {{ away?: number }} pose */
function card({ away = 0 }) {
  return [
    floor(112),
    line([[28, 50], [28, 96], [20, 108], [64, 108]]),
    line([[28, 84], [52, 96], [72, 104], [72, 108], [60, 108]], away === 0),
    shape("rect", { x: 62 + away, y: 108.5, width: 26, height: 3, class: "rm-paper" }),
  ];
}

/** The moment of landing, seen from the side. @param {{ toe?: number, bend?: number, part: string }} pose */
function landing({ toe = 0, bend = 0, part }) {
  /** @type {Point} */
  const knee = [50 + bend, 92];
  /** @type {Point} */
  const ankle = [46, 122];
  return [
    floor(134),
    head(48, 22),
    line([[48, 31], [46 - bend / 3, 64]]),
    line([[48, 40], [58, 54], [62, 46]]),
    line([[46 - bend / 3, 64], knee, ankle], part === "knees"),
    line([[ankle[0] - 4, 128 - toe], ankle, [ankle[0] + 18, 128 + toe]], part === "first"),
  ];
}

/** Name -> two ways that it can look; for a graded one, good and not good. @type {Record<string, () => [Element[], Element[]]>} */
const PAIRS = {
  overall: () => [squat({ part: "overall" }), squat({ part: "overall", lean: -9, drop: 5, knee: 8, arms: 12 })],
  trunk: () => [squat({ part: "trunk" }), squat({ part: "trunk", lean: -15 })],
  pelvis: () => [squat({ part: "pelvis" }), squat({ part: "pelvis", drop: 9 })],
  hip: () => [squat({ part: "hip" }), squat({ part: "hip", shift: -9, turn: 6 })],
  knee_over_foot: () => [squat({ part: "knee" }), squat({ part: "knee", knee: 13 })],
  thigh: () => [thomas({ part: "thigh" }), thomas({ part: "thigh", rise: 20 })],
  knee_bend: () => [thomas({ part: "knee" }), thomas({ part: "knee", straight: 16 })],
  card: () => [card({}), card({ away: 9 })],
  first: () => [landing({ part: "first", toe: 5, bend: 6 }), landing({ part: "first", toe: -5, bend: 6 })],
  knees: () => [landing({ part: "knees", toe: 2, bend: 12 }), landing({ part: "knees", toe: 2 })],
};

/**
 * Two drawings: two ways that it can look.
 * @param {string} name @param {string} side The standing leg; drawn as the learner's own right unless left.
 */
export function drawings(name, side) {
  return PAIRS[name]().map((each) => picture(each, side === "left"));
}
