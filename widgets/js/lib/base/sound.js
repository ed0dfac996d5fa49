/**
 * Short tones on the audio clock, which runs on when the page is slow or hidden.
 *
 * @typedef {{ hertz?: number, seconds?: number, volume?: number }} Tone
 * @typedef {Tone & { at: number }} Cue A tone so many seconds from now.
 */

/** The tone that ends something. @type {Tone} */
export const LAST = { hertz: 990, seconds: 0.35 };

/** Make a context after a click, as browsers demand. @returns {AudioContext | null} */
export function audio() {
  try {
    return new AudioContext();
  } catch {
    return null; // no sound on this machine: the cue is always on the screen too
  }
}

/** @param {AudioContext | null} context */
export function close(context) {
  if (context !== null && context.state !== "closed") void context.close().catch(() => {});
}

/**
 * Schedule one tone.
 * @param {BaseAudioContext} context
 * @param {number} at Seconds on the context's clock.
 * @param {Tone} [tone]
 */
export function beep(context, at, { hertz = 660, seconds = 0.08, volume = 0.25 } = {}) {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(volume, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
  return oscillator;
}

/**
 * Schedule tones that are still to come, so that a sleeping timer cannot make them late.
 * @param {BaseAudioContext | null} context @param {Cue[]} cues
 * @returns {() => void} silence those that have not begun
 */
export function cuesAhead(context, cues) {
  if (context === null) return () => {};
  const from = context.currentTime;
  const planned = cues.filter(({ at }) => at >= 0).map((cue) => ({ at: from + cue.at, oscillator: beep(context, from + cue.at, cue) }));
  return () => {
    for (const { at, oscillator } of planned) if (at > context.currentTime) oscillator.disconnect();
  };
}

/**
 * A count-in: one low tone a second, a long high one at its end.
 * @param {BaseAudioContext} context
 * @param {number} seconds
 */
export function countIn(context, seconds) {
  const now = context.currentTime;
  for (let second = Math.max(0, seconds - 3); second < seconds; second += 1) beep(context, now + second);
  beep(context, now + seconds, LAST);
}
