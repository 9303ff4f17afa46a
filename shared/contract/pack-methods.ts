import { z } from 'zod';
import { idSchema } from '../models/common';
import { jobSchema } from '../models/job';
import { packOptionsSchema, packPlannedSchema, packRedactionSchema, packSchema } from '../models/pack';
import { packChosenSchema } from '../models/pack-chosen';
import { method } from './method';

const caseId = z.object({ caseId: idSchema });

/** Evidence packs: folders of plain files for somebody who checks them without Holdfast. */
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
  /** Writes the folder; `target` is the token of a path that somebody chose. Fails with `target-exists` where something is there. */
  'pack.make': method(caseId.extend({ options: packOptionsSchema, target: idSchema }), jobSchema),
} as const;
