/** How often the time without input is looked at, in milliseconds. */
const lookEvery = 5_000;

/** What of Electron's powerMonitor is used. */
interface Power {
  on(event: 'suspend', listener: () => void): unknown;
  removeListener(event: 'suspend', listener: () => void): unknown;
  getSystemIdleTime(): number;
}

/** What of the window's page is used. */
interface Contents {
  /** Every key, click and movement in it. */
  on(event: 'input-event', listener: () => void): unknown;
}

export interface LockTriggers {
  /** Minutes without a key or a click until the vault locks itself. */
  setIdleMinutes(minutes: number): void;
  stop(): void;
}

/**
 * Calls `lock` when the computer sleeps, its screen is locked, its user is switched or it shuts down, and when nobody has
 * touched it for the time set. While work goes on (`busy`) the time does not count: it would be cut off; the lock comes
 * as soon as the work has ended.
 */
export function createLockTriggers(deps: {
  readonly power: Power;
  readonly contents: Contents;
  readonly lock: () => void;
  readonly busy: () => boolean;
  readonly now: () => number;
}): LockTriggers {
  let minutes = 10;
  let systemCounts = false;
  let lastInput = deps.now();
  const touched = (): void => {
    lastInput = deps.now();
  };
  const { power } = deps;
  const at = (): void => {
    deps.lock();
  };
  deps.contents.on('input-event', touched);
  for (const event of ['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'] as const) {
    power.on(event as 'suspend', at);
  }
  const timer = setInterval(() => {
    // The system's own count sees other programs' input too. Where it has none it always says 0, and this window's counts.
    const here = (deps.now() - lastInput) / 1000;
    const system = power.getSystemIdleTime();
    systemCounts ||= system > 0;
    const idle = systemCounts ? Math.min(here, system) : here;
    if (idle >= minutes * 60 && !deps.busy()) deps.lock();
  }, lookEvery);

  return {
    setIdleMinutes: (next) => {
      minutes = next;
      touched();
    },
    stop: () => {
      clearInterval(timer);
      for (const event of ['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'] as const) {
        power.removeListener(event as 'suspend', at);
      }
    },
  };
}
