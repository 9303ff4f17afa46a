import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { bytesSchema } from '../../../shared/models/common';
import type { CleanPdf } from './clean-pdf';

/** A page tree in a loop or a bomb of streams must not hold up a bundle: limits in milliseconds and megabytes. */
const limitMs = 30_000;
const limitMb = 1024;

const answerSchema = z.object({
  bytes: bytesSchema,
  pages: z
    .array(
      z.object({
        x: z.number(),
        y: z.number(),
        width: z.number().positive().max(20_000),
        height: z.number().positive().max(20_000),
        rotate: z.number(),
      }),
    )
    .min(1)
    .max(100_000),
});

/** Cleans a PDF in a thread of its own. Throws `unreadable-pdf`. */
export function cleanInWorker(bytes: Uint8Array): Promise<CleanPdf> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'pdf-worker.cjs'), {
      workerData: bytes,
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
