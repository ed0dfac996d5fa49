/**
 * Which part is painted over which: where two parts overlap on the screen, the one that is nearer
 * there comes later.
 *
 * @typedef {import("./camera.js").Oval} Oval
 * @typedef {{ ovals: Oval[], over?: number }} Painted `over`: how many metres nearer it counts
 */

/**
 * @template {Painted} P
 * @param {P[]} all @returns {P[]} from the back to the front
 */
export function backToFront(all) {
  const behind = all.map((one) => all.map((other) => (one === other ? 0 : nearer(other, one))));
  /** @type {P[]} */
  const sorted = [];
  const left = new Set(all.keys());
  while (left.size > 0) {
    // The one with the least that would have to be painted before it.
    let best = -1;
    let least = Infinity;
    for (const one of left) {
      let open = 0;
      for (const other of left) open += Math.max(-behind[one][other], 0);
      if (open < least) [best, least] = [one, open];
    }
    sorted.push(all[best]);
    left.delete(best);
  }
  return sorted;
}

/** How much one part lies in front of another where they overlap; negative when behind. @param {Painted} one @param {Painted} other */
function nearer(one, other) {
  let sum = 0;
  for (const a of one.ovals) {
    for (const b of other.ovals) {
      const overlap = a.r + b.r - Math.hypot(a.at[0] - b.at[0], a.at[1] - b.at[1]);
      if (overlap > 0) sum += Math.min(overlap, 0.05) * (a.at[2] - b.at[2] + (one.over ?? 0) - (other.over ?? 0));
    }
  }
  return sum;
}
