import * as z from 'zod';
import { idSchema } from '../models/common';
import { dutySchema } from '../models/duty';
import { method } from './method';

/** What is missing or due. */
export const dutiesMethods = {
  /** Of a case, or, for null, of every case that somebody works on: what is late first, then by day. What was put off is among it. */
  'casework.duties': method(z.object({ caseId: idSchema.nullable() }), z.array(dutySchema)),
} as const;
