/**
 * Ask for the screen to stay on, where the browser allows it. A browser takes the lock away when
 * the page is hidden, so it is asked for again when the page is shown.
 * @returns {() => void} let the screen go dark again
 */
export function keepAwake() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let asking = false;
  let over = false;

  const ask = async () => {
    const held = lock !== null && !lock.released;
    if (over || asking || held || document.visibilityState !== "visible") return;
    asking = true;
    try {
      lock = (await navigator.wakeLock?.request("screen")) ?? null;
      if (over) letGo();
    } catch {
      // The time is right even when the screen goes dark.
    } finally {
      asking = false;
    }
  };
  const letGo = () => void lock?.release().catch(() => {});

  document.addEventListener("visibilitychange", ask);
  void ask();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", ask);
    letGo();
  };
}
