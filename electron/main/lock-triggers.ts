import { powerMonitor } from 'electron';
import type { WebContents } from 'electron';

/** How often the time without input is looked at, in milliseconds. */
const lookEvery = 5_000;

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
  readonly contents: WebContents;
  readonly lock: () => void;
  readonly busy: () => boolean;
  readonly now: () => number;
}): LockTriggers {
  let minutes = 10;
  let lastInput = deps.now();
  const touched = (): void => {
    lastInput = deps.now();
  };
  const at = (): void => {
    deps.lock();
  };
  deps.contents.on('before-input-event', touched);
  deps.contents.on('before-mouse-event', touched);
  for (const event of ['suspend', 'lock-screen', 'shutdown', 'user-did-resign-active'] as const) {
    powerMonitor.on(event as 'suspend', at);
  }
  const timer = setInterval(() => {
    // The system's own count sees other programs' input too; where it has none it says 0, and this window's counts.
    const here = (deps.now() - lastInput) / 1000;
    const idle = Math.min(here, powerMonitor.getSystemIdleTime() || here);
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
        powerMonitor.removeListener(event as 'suspend', at);
      }
    },
  };
}
