import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadingRoom } from '../../electron/vault/api';

export const seatScript = join(import.meta.dirname, '..', '..', 'out', 'reader-worker.cjs');

/**
 * The reading room where there is no Chromium: each seat is a thread of Node that runs the same readers behind the same messages.
 * `heapMb`: what a thread may hold, in MB; the real room is measured from outside.
 */
export function nodeRoom({ script = seatScript, heapMb = 512 } = {}): ReadingRoom {
  return {
    sit: (_what, { heard, lost }) => {
      const worker = new Worker(script, {
        resourceLimits: { maxOldGenerationSizeMb: heapMb },
        env: {},
        stdout: true,
        stderr: true,
      });
      let isOver = false;
      const end = (): void => {
        if (isOver) return;
        isOver = true;
        lost('alone');
      };
      worker.stdout.resume();
      worker.stderr.resume();
      worker.on('message', (message: unknown) => {
        if (!isOver) heard(message);
      });
      worker.on('error', end);
      worker.on('messageerror', end);
      worker.on('exit', end);
      return {
        post: (message) => {
          worker.postMessage(message);
        },
        leave: () => {
          isOver = true;
          void worker.terminate();
        },
      };
    },
  };
}
