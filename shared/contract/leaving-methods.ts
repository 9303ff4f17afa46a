import * as z from 'zod';
import { idSchema, longText } from '../models/common';
import { itemClassSchema } from '../models/item-class';
import { leavingCheckSchema, leavingRequestSchema, permissionGivenSchema } from '../models/leaving-gate';
import { leavingAnswerSchema } from '../records/leaving-answer';
import { method } from './method';

const some = z.object({ caseId: idSchema, itemIds: z.array(idSchema).min(1).max(20_000) });
const nothing = z.object({});

/** The gate that everything passes which leaves the vault: what goes, what stays, what must be decided first. */
export const leavingMethods = {
  'leaving.check': method(z.object({ request: leavingRequestSchema }), leavingCheckSchema),
  /** What a bundle that was built would be held to now. */
  'leaving.bundleRequest': method(z.object({ id: idSchema }), z.object({ request: leavingRequestSchema })),
  /** Says what exhibits are. */
  'leaving.classify': method(some.extend({ itemClass: itemClassSchema }), nothing),
  /** Writes down that somebody allowed exhibits to go to a recipient; one record for each. */
  'leaving.permit': method(some.extend({ permission: permissionGivenSchema }), nothing),
  /** Says that what was found may go all the same, and why. */
  'leaving.answer': method(
    z.object({
      caseId: idSchema,
      answer: leavingAnswerSchema.omit({ why: true }),
      why: longText.trim().min(1),
    }),
    nothing,
  ),
} as const;
