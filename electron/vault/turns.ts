import { HoldfastError } from '../../shared/errors';

/** Runs work alone: after all other work of its kind that came before it. */
export type TakeTurn = <T>(
  work: () => Promise<T>,
  options?: {
    /** Gives the place in the line up. Once the work has begun, stopping it is the work's own affair. */
    readonly signal?: AbortSignal;
    /** Called when other work comes first, so that somebody can be told. */
    readonly waiting?: () => void;
  },
) => Promise<T>;

/**
 * A line for work that must never run beside other work in it: a backup reads every file that an erasure would take away.
 * One after the other, in the order in which they came. Throws `cancelled` when the signal says so while waiting.
 */
export function createTurns(): TakeTurn {
  let last: Promise<void> = Promise.resolve();
  let inLine = 0;
  return async (work, { signal, waiting } = {}) => {
    const before = last;
    let end: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      end = resolve;
    });
    // Whoever gives up its place must not let the next one past those before it.
    last = before.then(() => mine);
    inLine += 1;
    try {
      if (inLine > 1) waiting?.();
      await unlessAborted(before, signal);
      return await work();
    } finally {
      inLine -= 1;
      end();
    }
  };
}

async function unlessAborted(turn: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return turn;
  let stop: () => void = () => undefined;
  const aborted = new Promise<void>((resolve) => {
    stop = resolve;
  });
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (!signal.aborted) await Promise.race([turn, aborted]);
    if (signal.aborted) throw new HoldfastError('cancelled');
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
