/**
 * A metronome on the audio clock, and what it asks for: one tap for every repetition.
 *
 * The clicks of one repetition are written into a buffer that plays in a loop. Nothing is
 * scheduled while it runs, so a busy page cannot make it late.
 */

/**
 * @typedef {object} Beat
 * @property {number} beats_per_minute
 * @property {number} beats_per_rep The first beat of a repetition is higher than the others.
 * @property {number} missed_in_a_row So many repetitions without a tap end the test.
 */

const CLICK_SECONDS = 0.05;
const HERTZ = { first: 1000, other: 660 };
const VOLUME = 0.35;

/**
 * Start the clicks.
 * @param {BaseAudioContext} context
 * @param {number} at Seconds on the context's clock of the first beat.
 * @param {Beat} beat
 */
export function metronome(context, at, { beats_per_minute, beats_per_rep }) {
  const rate = context.sampleRate;
  const step = 60 / beats_per_minute;
  const buffer = context.createBuffer(1, Math.round(step * beats_per_rep * rate), rate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < beats_per_rep; index += 1) {
    const hertz = index === 0 ? HERTZ.first : HERTZ.other;
    const from = Math.round(index * step * rate);
    const length = Math.round(CLICK_SECONDS * rate);
    for (let sample = 0; sample < length; sample += 1) {
      // Starts at once and fades, so that the ear hears where the beat is.
      const fade = VOLUME * (1 - sample / length) ** 2;
      samples[from + sample] = fade * Math.cos((2 * Math.PI * hertz * sample) / rate);
    }
  }
  const source = new AudioBufferSourceNode(context, { buffer, loop: true });
  source.connect(context.destination);
  source.start(at);
}

/**
 * Whether taps keep up with the beat. Times are seconds since the first beat.
 */
export class Pace {
  /** @param {Beat} beat */
  constructor({ beats_per_minute, beats_per_rep, missed_in_a_row }) {
    this.repSeconds = (60 / beats_per_minute) * beats_per_rep;
    this.missedInARow = missed_in_a_row;
  }

  /** The repetition that goes on, from 0: its top lies in its middle. @param {number} seconds */
  repAt(seconds) {
    return Math.max(0, Math.floor(seconds / this.repSeconds));
  }

  /**
   * How many repetitions have gone by without a tap since the last tap. Before the first tap
   * nothing is missed: someone may look for the place of the button, or count without tapping.
   * @param {number | null} lastTap @param {number} seconds Now.
   */
  missed(lastTap, seconds) {
    if (lastTap === null) return 0;
    return Math.max(0, this.repAt(seconds) - 1 - this.repAt(lastTap));
  }

  /** @param {number | null} lastTap @param {number} seconds */
  lost(lastTap, seconds) {
    return this.missed(lastTap, seconds) >= this.missedInARow;
  }
}

/** Two touches closer than this are one touch that bounced. */
const BOUNCE_SECONDS = 0.25;

/** The taps of one attempt, in seconds. */
export class Taps {
  constructor() {
    /** @type {number[]} */
    this.times = [];
  }

  get count() {
    return this.times.length;
  }

  /** @returns {number | null} */
  get last() {
    return this.times.at(-1) ?? null;
  }

  /** @param {number} seconds @returns {boolean} whether it counts */
  add(seconds) {
    if (this.last !== null && seconds - this.last < BOUNCE_SECONDS) return false;
    this.times.push(seconds);
    return true;
  }

  undo() {
    return this.times.pop() !== undefined;
  }
}
