/**
 * The measured stride at any moment and speed. Between the measured ones, values are mixed in
 * proportion, as `movement/stride.py` does.
 *
 * @typedef {import("./space.js").Point} Point
 * @typedef {import("./space.js").Place} Place
 * @typedef {{ on: string, at: Point } | { round: number[][] }} Slot
 * @typedef {object} Path
 * @property {boolean} main
 * @property {Slot[]} slots
 * @property {number[][]} lengths By speed and sample, as multiples of standing.
 * @typedef {object} Muscle
 * @property {string} muscle
 * @property {string} name
 * @property {[number, number][] | null} active From and to, in percent; null when not known.
 * @property {Path[]} paths
 * @typedef {{ points: number[], triangles: number[] }} Bone
 * @typedef {[number, string][]} Phases Up to which share of the part, and its words.
 * @typedef {object} Stride
 * @property {number[]} speeds
 * @property {number} samples
 * @property {number[]} seconds By speed.
 * @property {number[]} contact Percent of the stride with the foot down, by speed.
 * @property {[number, number][]} pelvis Tilt and height, by speed and sample.
 * @property {number[]} lift By speed and sample.
 * @property {number} ground
 * @property {Record<string, Bone>} bones
 * @property {Record<string, number[][]>} poses
 * @property {{ contact: Phases, swing: Phases }} phases
 */

const POSITION_PER_MM = 10;

/** Where a speed lies between the measured ones. @param {number[]} speeds @param {number} speed */
export function placeOf(speeds, speed) {
  let below = 0;
  while (below < speeds.length - 2 && speeds[below + 1] <= speed) below += 1;
  return { below, share: (speed - speeds[below]) / (speeds[below + 1] - speeds[below]) };
}

/** Mix values that belong to the measured speeds. @param {Stride} stride @param {number[]} values @param {number} speed */
export function mixed(stride, values, speed) {
  const { below, share } = placeOf(stride.speeds, speed);
  return values[below] * (1 - share) + values[below + 1] * share;
}

/**
 * The samples around a moment, each with its weight.
 * @param {Stride} stride @param {number} speed @param {number} percent
 * @returns {{ row: number, weight: number }[]}
 */
export function around({ speeds, samples }, speed, percent) {
  const { below, share } = placeOf(speeds, speed);
  const place = ((((percent % 100) + 100) % 100) / 100) * samples;
  const before = Math.floor(place) % samples;
  const later = place - Math.floor(place);
  return [0, 1].flatMap((faster) =>
    [0, 1].map((next) => ({
      row: (below + faster) * samples + ((before + next) % samples),
      weight: (faster ? share : 1 - share) * (next ? later : 1 - later),
    })),
  ).filter(({ weight }) => weight > 0);
}

/** @param {number[][]} rows @param {{ row: number, weight: number }[]} weights */
function mix(rows, weights) {
  return rows[weights[0].row].map((_, at) => weights.reduce((sum, { row, weight }) => sum + rows[row][at] * weight, 0));
}

/** Where each bone of the right leg lies. @param {Stride} stride @param {number} speed @param {number} percent */
export function places(stride, speed, percent) {
  const weights = around(stride, speed, percent);
  /** @type {Record<string, Place>} */
  const found = { pelvis: { origin: [0, 0, 0], turn: [1, 0, 0, 0] } };
  for (const [body, rows] of Object.entries(stride.poses)) {
    const [x, y, z, ...turn] = mix(rows, weights);
    const size = Math.hypot(...turn);
    found[body] = {
      origin: [x / POSITION_PER_MM, y / POSITION_PER_MM, z / POSITION_PER_MM],
      turn: /** @type {Place["turn"]} */ (turn.map((part) => part / size)),
    };
  }
  return found;
}

/** Points through which a muscle runs. @param {Stride} stride @param {Path} path @param {number} speed @param {number} percent @param {Record<string, Place>} bones @param {(place: Place, point: Point) => Point} put */
export function way(stride, path, speed, percent, bones, put) {
  const weights = around(stride, speed, percent);
  return path.slots.flatMap((slot) => {
    if ("on" in slot) return [put(bones[slot.on], slot.at)];
    const row = mix(slot.round, weights);
    return [0, 3, 6].map((at) => /** @type {Point} */ (row.slice(at, at + 3)));
  });
}

/** Forward tilt, height and lift of the pelvis. @param {Stride} stride @param {number} speed @param {number} percent */
export function pelvis(stride, speed, percent) {
  const weights = around(stride, speed, percent);
  const [tilt, height] = mix(stride.pelvis, weights);
  return { tilt, height: height + mix(stride.lift.map((each) => [each]), weights)[0] };
}

/** Length as a multiple of standing. @param {Stride} stride @param {Path} path @param {number} speed @param {number} percent */
export function lengthAt(stride, path, speed, percent) {
  return around(stride, speed, percent).reduce(
    (sum, { row, weight }) => sum + path.lengths[Math.floor(row / stride.samples)][row % stride.samples] * weight,
    0,
  );
}

/** Every sample of a path, and one more for the end of the stride. @param {Stride} stride @param {Path} path @param {number} speed */
export function curve(stride, path, speed) {
  return Array.from({ length: stride.samples + 1 }, (_, sample) => {
    const percent = (sample * 100) / stride.samples;
    return { percent, length: lengthAt(stride, path, speed, percent) };
  });
}

/** Where a path is longest and where shortest. @param {Stride} stride @param {Path} path @param {number} speed */
export function extremes(stride, path, speed) {
  const points = curve(stride, path, speed).slice(0, -1);
  const longest = points.reduce((best, point) => (point.length > best.length ? point : best));
  const shortest = points.reduce((best, point) => (point.length < best.length ? point : best));
  return { longest, shortest };
}

/** Where in the stride a moment lies, in words. @param {Stride} stride @param {number} percent @param {number} speed */
export function phase(stride, percent, speed) {
  const contact = mixed(stride, stride.contact, speed);
  const inContact = percent <= contact;
  const share = inContact ? percent / contact : (percent - contact) / (100 - contact);
  const parts = inContact ? stride.phases.contact : stride.phases.swing;
  return (parts.find(([until]) => share <= until) ?? parts[parts.length - 1])[1];
}

/** Whether a muscle is switched on; null when our table does not know. @param {Muscle} muscle @param {number} percent */
export function isActive({ active }, percent) {
  return active === null ? null : active.some(([from, to]) => from <= percent && percent <= to);
}
