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

/** What of the system means that nobody is at the computer, or was not: some systems tell of a sleep only afterwards. */
const leaving = ['suspend', 'resume', 'lock-screen', 'shutdown', 'user-did-resign-active'] as const;

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
  /** Milliseconds by a clock that nobody can set. */
  readonly now: () => number;
  /** Milliseconds by the clock of the computer, which goes on while it sleeps. */
  readonly wall?: () => number;
}): LockTriggers {
  const wall = deps.wall ?? deps.now;
  let minutes = 10;
  let systemCounts = false;
  let last = { now: deps.now(), wall: wall() };
  const touched = (): void => {
    last = { now: deps.now(), wall: wall() };
  };
  const { power } = deps;
  const at = (): void => {
    deps.lock();
  };
  deps.contents.on('input-event', touched);
  for (const event of leaving) {
    power.on(event as 'suspend', at);
  }
  const timer = setInterval(() => {
    // The system's own count sees other programs' input too. Where it has none it always says 0, and this window's counts.
    // The computer's clock may be set back, the other one stands still in a sleep that nobody told of: the longer counts.
    const here = Math.max(deps.now() - last.now, wall() - last.wall) / 1000;
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
      for (const event of leaving) {
        power.removeListener(event as 'suspend', at);
      }
    },
  };
}
