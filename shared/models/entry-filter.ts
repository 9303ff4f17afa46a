import { z } from 'zod';
import { behaviourSchema, channelSchema, entryKinds, markSchema } from './chronology';
import { idSchema } from './common';

const daySchema = z.iso.date();

/** What every view of a chronology is drawn from: an empty filter is the whole of it. */
export const entryFilterSchema = z.object({
  /** Words anywhere in the entry; "several in quotes" stand together. */
  text: z.string().max(200).default(''),
  kind: z.enum(entryKinds).nullable().default(null),
  /** Marked with any of these. */
  acts: z.array(behaviourSchema).max(9).default([]),
  channel: channelSchema.nullable().default(null),
  /** Days, YYYY-MM-DD: entries that may have been on or after, on or before. */
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
  reported: z.boolean().nullable().default(null),
  approximate: z.boolean().nullable().default(null),
  /** With, or without, an exhibit or messages it stands on. */
  evidence: z.boolean().nullable().default(null),
  /** Linked to this person, place or order. */
  registerId: idSchema.nullable().default(null),
  /** Speaks to this element of the law. */
  element: markSchema.nullable().default(null),
  /** On this weekday (0 Monday to 6 Sunday), in this hour (0 to 23), where the time is known. */
  weekday: z.int().min(0).max(6).nullable().default(null),
  hour: z.int().min(0).max(23).nullable().default(null),
  /** All but these. */
  inverse: z.boolean().default(false),
});
export type EntryFilter = z.infer<typeof entryFilterSchema>;

export const everyEntry: EntryFilter = entryFilterSchema.parse({});

export const entryOrders = ['oldest', 'newest'] as const;
export type EntryOrder = (typeof entryOrders)[number];
