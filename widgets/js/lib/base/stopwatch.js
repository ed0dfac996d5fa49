import { digits } from "../words/say.js";

/**
 * Elapsed time as a difference of event stamps. A tick, an animation frame or a
 * busy page can be late; the stamp of the event that started and the event that
 * stopped cannot.
 */
export class Stopwatch {
  /**
   * @param {number} startStamp Milliseconds on the page's clock (`event.timeStamp`) at which time begins.
   * @param {number | null} [ceiling] Seconds after which the time is complete by itself.
   */
  constructor(startStamp, ceiling = null) {
    this.startStamp = startStamp;
    this.ceiling = ceiling;
  }

  /**
   * Seconds from the start to a stamp: negative before the start, never above the ceiling.
   * @param {number} stamp
   */
  secondsAt(stamp) {
    const seconds = (stamp - this.startStamp) / 1000;
    return this.ceiling === null ? seconds : Math.min(seconds, this.ceiling);
  }

  /** @param {number} stamp */
  reachedCeiling(stamp) {
    return this.ceiling !== null && this.secondsAt(stamp) >= this.ceiling;
  }
}

/**
 * The stamp of an event, on the same clock as `performance.now()`.
 * An event made by a script or by assistive software may carry 0.
 * @param {Event} event
 */
export function stampOf(event) {
  return event.timeStamp > 0 ? event.timeStamp : performance.now();
}

/**
 * Seconds as people read them: `38.2`, `1:05.0`.
 * @param {number} seconds
 */
export function clockText(seconds) {
  const tenths = Math.floor(Math.max(0, seconds) * 10 + 1e-6);
  const minutes = Math.floor(tenths / 600);
  const rest = (tenths % 600) / 10;
  const text = digits(rest, { minimumFractionDigits: 1 });
  return minutes === 0 ? text : `${minutes}:${text.padStart(4, "0")}`;
}

/**
 * A result in seconds, rounded as the cards and sentences below it are; a running clock only shows
 * what has passed.
 * @param {number} seconds
 */
export function secondsText(seconds) {
  const text = clockText(Number(seconds.toFixed(1)));
  return text.includes(":") ? text : `${text} s`;
}
