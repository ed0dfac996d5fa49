/** A stopwatch that can rest: time from event stamps, without the pauses. */
export class PausableWatch {
  /** @param {number} stamp Milliseconds at which time begins. */
  constructor(stamp) {
    this.gone = 0;
    /** @type {number | null} */
    this.since = stamp;
  }

  get paused() {
    return this.since === null;
  }

  /** @param {number} stamp */
  secondsAt(stamp) {
    const running = this.since === null ? 0 : stamp - this.since;
    return (this.gone + running) / 1000;
  }

  /** @param {number} stamp */
  pause(stamp) {
    this.gone = this.secondsAt(stamp) * 1000;
    this.since = null;
  }

  /** @param {number} stamp */
  goOn(stamp) {
    this.since ??= stamp;
  }
}
