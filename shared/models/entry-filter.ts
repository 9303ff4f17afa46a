import * as z from 'zod';
import { behaviourSchema, channelSchema, entryKinds, markSchema } from './chronology';
import { idSchema } from './common';

const daySchema = z.iso.date();

/**
 * What every view of a chronology is drawn from. A filter that asks for nothing is the whole of it, and has to be given as
 * such; a condition that is not known here is refused, because to leave it out would be to select more than was asked for.
 */
export const entryFilterSchema = z.strictObject({
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
  /** Names of conditions that a newer Holdfast wrote and that nobody here can read: such a filter selects nothing. */
  newer: z.array(z.string().max(100)).max(100).default([]),
});
export type EntryFilter = z.infer<typeof entryFilterSchema>;

/** A filter that was kept, here or by another office: conditions not known here are named in it, so that they still count. */
export const keptFilterSchema = z.preprocess((value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const isKnown = (name: string): boolean => Object.hasOwn(entryFilterSchema.shape, name);
  const all = Object.entries(value);
  const newer = all.filter(([name]) => !isKnown(name)).map(([name]) => name.slice(0, 100));
  if (newer.length === 0) return value;
  return { ...Object.fromEntries(all.filter(([name]) => isKnown(name))), newer: newer.slice(0, 100) };
}, entryFilterSchema);

export const everyEntry: EntryFilter = entryFilterSchema.parse({});

export const entryOrders = ['oldest', 'newest'] as const;
export type EntryOrder = (typeof entryOrders)[number];
