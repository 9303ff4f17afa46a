import { z } from 'zod';
import { idSchema } from '../models/common';
import { printedSchema } from '../models/exhibit';
import { method } from './method';

const ofCase = z.object({ caseId: idSchema });
const named = z.object({ id: idSchema, kind: z.string(), title: z.string() });

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

export const triggerSchema = z.object({
  kind: z.enum(['due', 'act', 'breach', 'possible_breach', 'escalation', 'release', 'hearing']),
  on: z.iso.date(),
  standsOn: z.array(named),
});
export type TriggerShown = z.infer<typeof triggerSchema>;

export const safetyPapers = ['a5', 'a4'] as const;

/** Orders, breaches, risk and the safety plan, as they are worked out from what was recorded. */
export const protectionMethods = {
  /** Entries that may be against a term and are not decided. `total` counts those beyond the first. */
  'protection.possible': method(ofCase, z.object({ rows: z.array(possibleBreachSchema), total: z.int() })),
  /** What makes a new assessment necessary. */
  'risk.triggers': method(ofCase, z.object({ rows: z.array(triggerSchema), total: z.int() })),
  /** The safety plan as a paper for the client: `target` is a token of a path that somebody chose. */
  'safety.print': method(ofCase.extend({ paper: z.enum(safetyPapers), target: idSchema }), printedSchema),
} as const;
