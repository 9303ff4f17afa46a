import * as z from 'zod';
import { clockTimeSchema, edtfSchema, idSchema, instantSchema, longText, shortText } from './common';
import { messageKeySchema, mostCited } from './message';

/**
 * Acts associated with stalking, by codes that are the same wherever a case is; which letter and words they have there is law
 * (resources/law). The first eight are those of the Protection from Harassment Act 1997 s.2A(3), whose list is not exhaustive,
 * hence `other`; `enter` (any premises) and `leave` (giving or leaving anything) are named in Scotland and Northern Ireland.
 * Rows keep an act by its place here, so a new one comes last. Marking one is a label for sorting, never a legal finding.
 */
export const behaviours = ['a', 'b', 'c_i', 'c_ii', 'd', 'e', 'f', 'g', 'other', 'enter', 'leave'] as const;
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

/** Time of day beside the EDTF date, which cannot say "about 9pm". */
export const entryTimeSchema = z.object({
  from: clockTimeSchema,
  to: clockTimeSchema.nullable(),
  precision: z.enum(timePrecisions),
  /**
   * Minutes that the clock was ahead of UTC, where somebody said so: for an hour that came twice when the clocks went
   * back, and for what happened abroad. Without it the time is UK time.
   */
  offset: z
    .int()
    .min(-14 * 60)
    .max(14 * 60)
    .optional(),
});
export type EntryTime = z.infer<typeof entryTimeSchema>;

export const reportedSchema = z.object({
  date: edtfSchema.nullable(),
  /** Log (CAD) reference. */
  reference: z.string().trim().max(80),
  response: z.string().trim().max(500),
  /** `by phone`, `at the station`, `online`. */
  how: z.string().trim().max(80).default(''),
  officer: z.string().trim().max(120).default(''),
  crimeNumber: z.string().trim().max(80).default(''),
});
export type Reported = z.infer<typeof reportedSchema>;

/** `event`: what the conduct stands against, such as a separation, a warning, an order, a hearing. It is never counted as conduct. */
export const entryKinds = ['incident', 'event'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** How long after it happened the client wrote it down or told it. */
export const recordedWhens = ['at_once', 'same_day', 'later'] as const;
export const threatKinds = ['harm', 'kill', 'others', 'self', 'property', 'publish', 'other'] as const;
export const certainties = ['named', 'suspected', 'unknown'] as const;
export const willingness = ['yes', 'no', 'not_asked'] as const;

export const actorSchema = z.object({
  certainty: z.enum(certainties),
  /** What the client goes by: `saw his face`, `the same van`. */
  why: z.string().trim().max(500),
});
export const witnessSchema = z.object({
  name: shortText.min(1),
  contact: shortText,
  statement: z.enum(willingness),
});
export type Witness = z.infer<typeof witnessSchema>;

/** An element of the law that an entry speaks to, by its id in resources/law: sorting, never a finding. */
export const markSchema = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,39}$/);

/** What people, places and orders have to do with an entry. */
export const linkRoles = ['actor', 'proxy', 'witness', 'present', 'place', 'breach', 'other'] as const;
export const entryLinkSchema = z.object({ id: idSchema, role: z.enum(linkRoles) });
export type EntryLink = z.infer<typeof entryLinkSchema>;

export const newEntrySchema = z.object({
  edtf: edtfSchema,
  time: entryTimeSchema.nullable(),
  kind: z.enum(entryKinds).default('incident'),
  title: shortText.min(1),
  /** What happened, in the client's account. */
  description: longText,
  /** The exact words used, or empty. */
  quote: longText,
  /** The advocate's own remark, kept apart from the account and left out of what is disclosed unless asked for. */
  comment: longText.default(''),
  behaviours: z.array(behaviourSchema).max(behaviours.length),
  marks: z.array(markSchema).max(60).default([]),
  channel: channelSchema.nullable(),
  place: shortText,
  /** Where the date comes from in plain words, such as `EXIF DateTimeOriginal of RW/3` or `the client's account`. */
  dateSource: shortText,
  reported: reportedSchema.nullable(),
  /** The client has said that it was not reported. Without this and without `reported`, nobody has asked. */
  unreported: z.literal(true).optional(),
  evidenceIds: z.array(idSchema).max(500),
  /** Messages and calls it stands on. How many there are is counted from these. */
  messageKeys: z.array(messageKeySchema).max(mostCited).default([]),
  links: z.array(entryLinkSchema).max(100).default([]),
  recordedWhen: z.enum(recordedWhens).nullable().default(null),
  actor: actorSchema.nullable().default(null),
  /** Anybody who acted for the person, or was used to. */
  others: shortText.default(''),
  /** Make, colour, registration. */
  vehicle: shortText.default(''),
  witnesses: z.array(witnessSchema).max(50).default([]),
  /** Alarm, distress, and what else it did to the client: s.4A(1)(b)(ii). */
  effect: longText.default(''),
  /** What the client does differently day to day since then: s.4A(1)(b)(ii). */
  changes: longText.default(''),
  /** Whether the client feared that violence would be used: s.4A(1)(b)(i). Null where nobody asked. */
  fear: z.boolean().nullable().default(null),
  threat: z.enum(threatKinds).nullable().default(null),
  childrenPresent: z.boolean().nullable().default(null),
  safetyAction: longText.default(''),
  /** How often, as the client says, where there are no rows to count. */
  attempts: z.int().min(1).max(100_000).nullable().default(null),
  /** Whether conduct of this sort was new then. */
  firstTime: z.boolean().nullable().default(null),
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
  /** The people, places and orders it is linked to, with their names as they stand now. */
  named: z
    .array(
      z.object({
        id: idSchema,
        kind: z.enum(['person', 'place', 'order']),
        name: shortText,
        role: z.enum(linkRoles),
      }),
    )
    .readonly(),
  /** How many messages and calls it stands on: the same one in two exports counts once. */
  messageCount: z.int(),
  /** `47 calls, 21:00 to 23:10, from RW/31`; empty without any. */
  messageText: z.string(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  version: z.int(),
});
export type Entry = z.infer<typeof entrySchema>;
