import { HoldfastError } from '../../../shared/errors';

/** Memory that several files share: each takes what it needs when there is enough, in the order they asked. */
export interface Budget {
  /** Waits until `bytes` are free (more than all are counted as all); gives the way to hand them back. */
  take(bytes: number, signal: AbortSignal): Promise<() => void>;
}

interface Waiting {
  readonly bytes: number;
  readonly go: () => void;
}

export function createBudget(total: number): Budget {
  let free = total;
  const queue: Waiting[] = [];

  function serve(): void {
    for (let first = queue[0]; first !== undefined && first.bytes <= free; first = queue[0]) {
      queue.shift();
      free -= first.bytes;
      first.go();
    }
  }

  return {
    take: (wanted, signal) =>
      new Promise((resolve, reject) => {
        const bytes = Math.min(wanted, total);
        let held = true;
        const giveBack = (): void => {
          if (!held) return;
          held = false;
          free += bytes;
          serve();
        };
        const cancel = (): void => {
          const at = queue.indexOf(waiting);
          if (at < 0) return;
          queue.splice(at, 1);
          reject(new HoldfastError('cancelled'));
          serve();
        };
        const waiting: Waiting = {
          bytes,
          go: () => {
            signal.removeEventListener('abort', cancel);
            resolve(giveBack);
          },
        };
        signal.addEventListener('abort', cancel, { once: true });
        queue.push(waiting);
        serve();
      }),
  };
}
