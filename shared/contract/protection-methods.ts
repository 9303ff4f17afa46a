import * as z from 'zod';
import { idSchema } from '../models/common';
import { printedSchema } from '../models/exhibit';
import { method } from './method';

const ofCase = z.object({ caseId: idSchema });

/** An entry that may be against a term, with what it is called on a screen. */
export const possibleBreachSchema = z.object({
  entryId: idSchema,
  orderId: idSchema,
  termId: z.string(),
  term: z.int(),
  isCertain: z.boolean(),
  why: z.string(),
  doubts: z.array(z.string()),
  title: z.string(),
});
export type PossibleBreachShown = z.infer<typeof possibleBreachSchema>;

export const safetyPapers = ['a5', 'a4'] as const;

/** Orders, breaches, risk and the safety plan, as they are worked out from what was recorded. */
export const protectionMethods = {
  /** Entries that may be against a term and are not decided. `total` counts those beyond the first. */
  'protection.possible': method(ofCase, z.object({ rows: z.array(possibleBreachSchema), total: z.int() })),
  /** The safety plan as a paper for the client: `target` is a token of a path that somebody chose. */
  'safety.print': method(ofCase.extend({ paper: z.enum(safetyPapers), target: idSchema }), printedSchema),
} as const;
