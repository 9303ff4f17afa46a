import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { bytesSchema } from '../../../shared/models/common';
import type { CleanInput, CleanPdf } from './clean-pdf';

/** A page tree in a loop or a bomb of streams must not hold up a bundle: limits in milliseconds and megabytes. */
const limitMs = 120_000;
const limitMb = 1024;

const answerSchema = z.object({
  bytes: bytesSchema,
  broken: z.array(z.int().positive()).max(100_000),
});

/** Puts a clean PDF together in a thread of its own. Throws `unreadable-pdf`. */
export function cleanInWorker(input: CleanInput): Promise<CleanPdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'pdf-worker.cjs'), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: limitMb },
      env: {},
      // What a broken file makes a library print is nobody's business and may hold content.
      stdout: true,
      stderr: true,
    });
    const fail = (): void => {
      clearTimeout(timer);
      void worker.terminate();
      reject(new HoldfastError('unreadable-pdf'));
    };
    const timer = setTimeout(fail, limitMs);
    worker.once('error', fail);
    worker.once('exit', fail);
    worker.once('message', (message: unknown) => {
      const answer = answerSchema.safeParse(message);
      if (!answer.success) {
        fail();
        return;
      }
      clearTimeout(timer);
      resolve(answer.data);
      void worker.terminate();
    });
  });
}
