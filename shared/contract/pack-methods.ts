import * as z from 'zod';
import { idSchema } from '../models/common';
import { jobSchema } from '../models/job';
import { packOptionsSchema, packPlannedSchema, packRedactionSchema, packSchema } from '../models/pack';
import { packChosenSchema } from '../models/pack-chosen';
import { transferLockSchema } from '../models/transfer';
import { method } from './method';

const caseId = z.object({ caseId: idSchema });

/** Evidence packs: plain files for somebody who checks them without Holdfast, as a folder or sealed in one file. */
export const packMethods = {
  /** What the files of the exhibits will be called. Throws `invalid-input` for exhibits of another case. */
  'pack.plan': method(
    caseId.extend({ exhibits: packChosenSchema.shape.exhibits }),
    z.array(packPlannedSchema).readonly(),
  ),
  /** The redacted copies there are, the newest of an exhibit first. */
  'pack.redactions': method(caseId, z.array(packRedactionSchema).readonly()),
  /** Those that were made, the newest first. */
  'pack.list': method(caseId, z.array(packSchema)),
  /**
   * Writes the folder, or the file that `lock` seals; `target` is the token of a path that somebody chose. Throws `weak-passphrase`. Fails
   * with `target-exists` where something is there, and `office-not-compared`.
   */
  'pack.make': method(
    caseId.extend({ options: packOptionsSchema, lock: transferLockSchema.nullable(), target: idSchema }),
    jobSchema,
  ),
} as const;
