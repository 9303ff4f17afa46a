import * as z from 'zod';
import { conflictFoundSchema } from '../models/conflict';
import { idSchema } from '../models/common';
import { method } from './method';

/** Whether people of a case stand in another of this vault. */
export const conflictMethods = {
  /** Names the reference of the other case, on what sort of thing it rests and whom to ask, and nothing of what stands there. */
  'casework.conflict': method(z.object({ caseId: idSchema }), conflictFoundSchema),
} as const;
