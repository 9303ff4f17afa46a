import type { SeatLimits } from '../../../readers/kit/limits';

/** Counts the time in which a seat owes us something; the time it waits for our answers is ours. */
export interface SeatClock {
  run(): void;
  stop(): void;
}

export function createClock(limits: SeatLimits, bytes: number, late: () => void): SeatClock {
  let left = limits.baseMs + (bytes / (1024 * 1024)) * limits.perMegabyteMs;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    left -= performance.now() - since;
  };
  return {
    run: () => {
      stop();
      since = performance.now();
      timer = setTimeout(late, Math.max(0, Math.min(limits.idleMs, left)));
    },
    stop,
  };
}
