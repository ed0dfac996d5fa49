/**
 * Short tones on the audio clock, which runs on when the page is slow or hidden.
 */

/** Make a context after a click, as browsers demand. @returns {AudioContext | null} */
export function audio() {
  try {
    return new AudioContext();
  } catch {
    return null; // no sound on this machine: the cue is always on the screen too
  }
}

/**
 * Schedule one tone.
 * @param {BaseAudioContext} context
 * @param {number} at Seconds on the context's clock.
 * @param {{ hertz?: number, seconds?: number, volume?: number }} [tone]
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
}

/**
 * A count-in: one low tone a second, a long high one at its end.
 * @param {BaseAudioContext} context
 * @param {number} seconds
 */
export function countIn(context, seconds) {
  const now = context.currentTime;
  for (let second = Math.max(0, seconds - 3); second < seconds; second += 1) beep(context, now + second);
  beep(context, now + seconds, { hertz: 990, seconds: 0.35 });
}
