import { z } from 'zod';
import { clockTimeSchema, edtfSchema, idSchema, instantSchema, longText, shortText } from './common';
import { messageKeySchema, mostCited } from './message';

/**
 * Acts associated with stalking, Protection from Harassment Act 1997 s.2A(3)(a) to (g); the list is not exhaustive,
 * hence `other`. Marking one is a label for sorting, never a legal finding.
 */
export const behaviours = ['a', 'b', 'c_i', 'c_ii', 'd', 'e', 'f', 'g', 'other'] as const;
export const behaviourSchema = z.enum(behaviours);
export type Behaviour = z.infer<typeof behaviourSchema>;

export const channels = [
  'in_person',
  'call',
  'voicemail',
  'text',
  'whatsapp',
  'email',
  'social',
  'post',
  'gift',
  'vehicle',
  'device_or_tracker',
  'third_party',
  'legal_process',
  'online_post',
  'property',
  'other',
] as const;
export const channelSchema = z.enum(channels);
export type Channel = z.infer<typeof channelSchema>;

export const timePrecisions = ['exact', 'minute', 'about', 'part_of_day'] as const;

/** Time of day beside the EDTF date, which cannot say "about 9pm" (domain 6.4). */
export const entryTimeSchema = z.object({
  from: clockTimeSchema,
  to: clockTimeSchema.nullable(),
  precision: z.enum(timePrecisions),
});
export type EntryTime = z.infer<typeof entryTimeSchema>;

export const reportedSchema = z.object({
  date: edtfSchema.nullable(),
  reference: z.string().trim().max(80),
  response: z.string().trim().max(500),
});

export const newEntrySchema = z.object({
  edtf: edtfSchema,
  time: entryTimeSchema.nullable(),
  title: shortText.min(1),
  /** What happened, in the client's account. */
  description: longText,
  /** The exact words used, or empty. */
  quote: longText,
  behaviours: z.array(behaviourSchema).max(9),
  channel: channelSchema.nullable(),
  place: shortText,
  /** Where the date comes from in plain words, such as `EXIF DateTimeOriginal of RW/3` or `the client's account`. */
  dateSource: shortText,
  reported: reportedSchema.nullable(),
  evidenceIds: z.array(idSchema).max(500),
  /** Messages and calls it stands on. How many there are is counted from these. */
  messageKeys: z.array(messageKeySchema).max(mostCited).default([]),
});
export type NewEntry = z.infer<typeof newEntrySchema>;

export const entrySchema = newEntrySchema.extend({
  id: idSchema,
  caseId: idSchema,
  /** `on or about 3 Nov 2026, about 21:00`. */
  printedDate: shortText,
  /** Earliest and latest instant the date allows, as sortable `YYYY-MM-DDTHH:MM:SS`; open ends are 0000… and 9999…. */
  earliest: z.string(),
  latest: z.string(),
  approximate: z.boolean(),
  exhibits: z.array(z.object({ id: idSchema, exhibitRef: z.string(), title: shortText })).readonly(),
  /** How many messages and calls it stands on: the same one in two exports counts once. */
  messageCount: z.int(),
  /** `47 calls, 21:00 to 23:10, from RW/31`; empty without any. */
  messageText: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: z.int(),
});
export type Entry = z.infer<typeof entrySchema>;
