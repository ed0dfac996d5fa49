/**
 * A movement in time: which pose at which second of its loop.
 *
 * @typedef {import("./draw.js").Scene & {
 *   loop: "back" | "round", mirrored?: boolean, rest: number, times: number[], keys: number[], still: number[],
 *   inset?: string, behind?: number,
 *   frames: number[][], fault?: { frame: number[], words: string, view?: [number, number] }
 * }} Movement
 * @typedef {{ at: number, pose: number[] }} Moment
 */

/** The mirror image of a pose. @param {string[]} angles @param {number[]} pose */
export function mirror(angles, pose) {
  const place = new Map(angles.map((name, index) => [name, index]));
  return angles.map((name, index) => {
    const other = name.endsWith("_r") ? `${name.slice(0, -1)}l` : name.endsWith("_l") ? `${name.slice(0, -1)}r` : "";
    if (other !== "") return pose[place.get(other) ?? index];
    return /_(bending|rotation|list|z)$/.test(name) ? -pose[index] : pose[index];
  });
}

/** One whole loop, first and last moment alike. @param {string[]} angles @param {Movement} movement @returns {Moment[]} */
export function loopOf(angles, { frames, times, keys, loop, mirrored, rest }) {
  const length = times[times.length - 1];
  const there = frames.map((pose, index) => ({ at: times[index], pose }));
  if (frames.length === 1) return [...there, { at: 1, pose: frames[0] }];
  if (loop === "back") {
    // A short rest at the start, the named one at the end.
    const back = [...there].reverse().map(({ at, pose }) => ({ at: 2 * length - at + rest, pose }));
    return [...there, ...back, { at: 2 * length + rest + START, pose: frames[0] }];
  }
  // The way round the corner takes as long as the first one.
  const corner = times[keys[1]];

  if (!mirrored) return [...there, { at: length + corner, pose: frames[0] }];
  const other = there.map(({ at, pose }) => ({ at: at + length + corner, pose: mirror(angles, pose) }));
  return [...there, ...other, { at: 2 * (length + corner), pose: frames[0] }];
}
const START = 0.3;

/** Seconds of a loop. @param {Moment[]} moments */
export const lasts = (moments) => moments[moments.length - 1].at;

/** @param {Moment[]} moments @param {number} seconds @returns {number[]} */
export function poseAt(moments, seconds) {
  const next = moments.findIndex(({ at }) => at >= seconds);
  if (next <= 0 || moments[next].at === seconds) return moments[Math.max(next, 0)].pose;
  const [from, to] = [moments[next - 1], moments[next]];
  const share = (seconds - from.at) / (to.at - from.at);
  return from.pose.map((value, index) => value + (to.pose[index] - value) * share);
}
