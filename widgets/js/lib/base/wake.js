/** Ask for the screen to stay on, where the browser allows it. @returns {() => void} */
export function keepAwake() {
  /** @type {WakeLockSentinel | undefined} */
  let lock;
  let over = false;
  navigator.wakeLock?.request("screen").then(
    (sentinel) => {
      lock = sentinel;
      if (over) void lock.release();
    },
    () => {}, // the time is right even when the screen goes dark
  );
  return () => {
    over = true;
    void lock?.release();
  };
}
