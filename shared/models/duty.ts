import * as z from 'zod';
import { idSchema } from './common';

/** Where a duty is answered: a room of the case, and the record in it (renderer/kit/navigation.tsx). */
export const dutyRooms = [
  'case',
  'people',
  'contacts',
  'risk',
  'protection',
  'response',
  'proceedings',
  'letters',
  'chronology',
] as const;

/** One line of what is missing or due: what it says, why, what it stands on, and where it is answered. It goes away when met. */
export const dutySchema = z.object({
  /** The rule that says so, by its code (resources/casework/rules.json), and what in the case it is about; both name the line. */
  rule: z.string().min(1).max(60),
  subject: z.string().max(120),
  caseId: idSchema,
  caseReference: z.string(),
  /** One line: what is not recorded, or due. Never that somebody failed. */
  text: z.string(),
  /** Two or three words: `2 days late`, `possible breach`, `asked, not answered`. */
  tag: z.string(),
  tone: z.enum(['red', 'amber', 'plum', 'neutral']),
  /** The day it is or was due, YYYY-MM-DD, or null where none can be told. */
  due: z.iso.date().nullable(),
  /** Where the day cannot be told for certain: past the bank holidays that are known, or no jurisdiction said. */
  isCertain: z.boolean(),
  /** Statute, code or report, and the day it was looked at. */
  source: z.object({ text: z.string(), asAt: z.iso.date(), confirmed: z.boolean() }),
  standsOn: z.array(z.object({ id: idSchema, kind: z.string(), title: z.string() })),
  room: z.enum(dutyRooms),
  /** The record to open there, by its id, or `new-` and the kind of the one to make; null for the room itself. */
  record: z.string().nullable(),
  /** Who put it off, why, until when; null where nobody has. */
  putOff: z.object({ id: idSchema, reason: z.string(), until: z.iso.date().nullable() }).nullable(),
});
export type Duty = z.infer<typeof dutySchema>;
