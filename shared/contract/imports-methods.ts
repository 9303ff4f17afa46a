import * as z from 'zod';
import { idSchema, instantSchema } from '../models/common';
import { jobSchema } from '../models/job';
import { method } from './method';

const job = z.object({ jobId: idSchema });

/** Imports that were interrupted or left something out. */
export const importsMethods = {
  /** Imports of a case that a crash, a lock or a power cut has ended; none of those that run now. */
  'imports.interrupted': method(
    z.object({ caseId: idSchema }),
    z.array(
      z.object({
        jobId: idSchema,
        startedAt: instantSchema,
        /** Files that have an outcome already. */
        done: z.int(),
        /** Files that were handed in, or null when the list was not made yet. */
        total: z.int().nullable(),
      }),
    ),
  ),
  /** Goes through everything that was handed in once more; what is in already counts as already here. */
  'imports.resume': method(job, jobSchema),
  /** What went in stays; the rest is not asked about again. */
  'imports.forget': method(job, z.object({})),
  /** Tries the files of an import again that did not go in. Throws `not-found` when there are none whose place is known. */
  'imports.retry': method(job, jobSchema),
} as const;
