/** Time that runs through the stride, in its own pace or slowed down; by stamps, never by counting frames. */

/** Slow motion takes this many times as long. */
const SLOWER = 5;

export class Player {
  /** @param {(percent: number) => void} show @param {() => number} seconds How long a stride takes. */
  constructor(show, seconds) {
    this.show = show;
    this.seconds = seconds;
    this.slow = true;
    this.frame = 0;
    this.percent = 0;
    this.stamp = 0;
  }

  get playing() {
    return this.frame !== 0;
  }

  /** @param {number} percent Where to begin. @param {number} stamp */
  play(percent, stamp) {
    this.percent = percent;
    this.stamp = stamp;
    this.frame = requestAnimationFrame((now) => this.next(now));
  }

  pause() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  /** @param {number} now */
  next(now) {
    const whole = this.seconds() * 1000 * (this.slow ? SLOWER : 1);
    this.percent = (this.percent + (Math.max(now - this.stamp, 0) / whole) * 100) % 100;
    this.stamp = now;
    this.frame = requestAnimationFrame((later) => this.next(later));
    this.show(this.percent);
  }
}
