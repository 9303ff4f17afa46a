import * as z from 'zod';
import { shortText } from './common';

/** What a match rests on: the sort of thing alone, and never the thing. */
export const conflictGrounds = ['name', 'birth', 'phone', 'email', 'handle', 'vehicle', 'address'] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** Another case that may know somebody of this one: no more than its reference, on what it rests, and whom to ask. */
export const conflictWithSchema = z.object({
  reference: shortText,
  /** Who wrote in it last; empty where that is not known. */
  ask: shortText,
  on: z.array(z.object({ ground: z.enum(conflictGrounds), sure: z.enum(['same', 'similar']) })).readonly(),
});

export const conflictFoundSchema = z.object({
  /** How many people of this case were looked for, and in how many other cases. */
  people: z.int(),
  cases: z.int(),
  found: z.array(conflictWithSchema),
});
export type ConflictFound = z.infer<typeof conflictFoundSchema>;
