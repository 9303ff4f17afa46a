import * as z from 'zod';
import { idSchema, instantSchema, shortText } from './common';

/** `unread` is a line that no reader understood: it is listed for review, never dropped. */
export const messageKinds = ['message', 'call', 'system', 'unread'] as const;
export const messageKindSchema = z.enum(messageKinds);
export type MessageKind = z.infer<typeof messageKindSchema>;

/** Seen from whoever made the export; `unknown` where the file does not say whose phone it was. */
export const messageDirections = ['in', 'out', 'unknown'] as const;
export const messageDirectionSchema = z.enum(messageDirections);
export type MessageDirection = z.infer<typeof messageDirectionSchema>;

/** One message, call, system line or unread line of an export, as a reader gives it. */
export const messageRowSchema = z.object({
  kind: messageKindSchema,
  /**
   * Clock time as the file shows it, `YYYY-MM-DDTHH:MM:SS` (`:00` where it has no seconds), `YYYY-MM-DD` where it has no
   * time, or null. Where the file gives an instant, the clock of the UK.
   */
  local: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/)
    .nullable(),
  /** `+01:00`, `Z`, or null: the file names no zone. */
  zone: z.string().max(10).nullable(),
  /** The instant in UTC, ISO 8601 with Z, where the file gives one. */
  utc: z.string().max(30).nullable(),
  direction: messageDirectionSchema,
  /**
   * Name or number as the file shows it: the exporter's own contact name, no proof of identity. Who wrote, in a chat; the
   * other side, in a list of texts or calls. Empty when a call's number was withheld.
   */
  sender: z.string().max(500),
  /** E.164 where a number could be read, else null. */
  number: z.string().max(20).nullable(),
  body: z.string(),
  /** Name of the media file the message points to, or null. */
  mediaName: z.string().max(1024).nullable(),
  /** Of a call, in seconds. */
  durationS: z.int().min(0).nullable(),
  /** What the file says became of it: `missed`, `rejected`, `failed`, `deleted`, `edited` ... or null. */
  status: z.string().max(60).nullable(),
  /** Lines of the file it covers, from 1; for XML, the number of its element. */
  firstLine: z.int().min(1),
  lastLine: z.int().min(1),
  /** The line itself where it was not, or not wholly, understood. */
  raw: z.string().nullable(),
});
export type MessageRow = z.infer<typeof messageRowSchema>;

/** Which message: the export and its place there. */
export const messageKeySchema = z.object({ itemId: idSchema, position: z.int().min(0) });
export type MessageKey = z.infer<typeof messageKeySchema>;

/** In which order a file writes day, month and year. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export const dateOrderSchema = z.enum(dateOrders);
export type DateOrder = z.infer<typeof dateOrderSchema>;

/** How the order is known: the year comes first, only one fits all dates, only one runs in order, a person said so. */
export const orderGrounds = ['year-first', 'numbers', 'sequence', 'same', 'person'] as const;

/** Real lines in each reading that is possible, for a person to decide. */
export const orderQuestionSchema = z.object({
  orders: z.array(dateOrderSchema),
  lines: z.array(
    z.object({
      line: z.int(),
      text: z.string().max(400),
      readings: z.partialRecord(dateOrderSchema, z.string()),
    }),
  ),
});
export type OrderQuestion = z.infer<typeof orderQuestionSchema>;

/** What a column of a table says. */
export const columnRoles = [
  'ignore',
  'date',
  'time',
  'direction',
  'number',
  'name',
  'duration',
  'type',
  'body',
] as const;
export const columnRoleSchema = z.enum(columnRoles);
export type ColumnRole = z.infer<typeof columnRoleSchema>;

export const csvMappingSchema = z.object({
  /** Records above the first call or message: the heading and whatever stands before it. */
  headingRecords: z.int().min(0).max(50),
  roles: z.array(columnRoleSchema).min(1).max(100),
  /** What a row is where no column says so. */
  rows: z.enum(['call', 'message']),
  /** Where no column says so. A bill lists what was dialled: `out`. */
  direction: messageDirectionSchema,
  /** Of a duration that is a bare number. */
  durationUnit: z.enum(['seconds', 'minutes']),
});
export type CsvMapping = z.infer<typeof csvMappingSchema>;

/** What a person has answered about an export, handed to its reader. */
export const messageAnswersSchema = z.object({
  order: dateOrderSchema.nullable(),
  mapping: csvMappingSchema.nullable(),
});
export type MessageAnswers = z.infer<typeof messageAnswersSchema>;

export const messageFormats = ['whatsapp', 'sms-xml', 'calls-xml', 'csv'] as const;
export const messageFormatSchema = z.enum(messageFormats);
export type MessageFormat = z.infer<typeof messageFormatSchema>;

/** What a reader says about the whole of an export. */
export const messageNotesSchema = z.object({
  format: messageFormatSchema,
  /** `needs-order` and `needs-columns`: nothing was read yet, a person is asked first. */
  state: z.enum(['read', 'needs-order', 'needs-columns']),
  order: dateOrderSchema.nullable(),
  orderFrom: z.enum(orderGrounds).nullable(),
  question: orderQuestionSchema.nullable(),
  /** The first records of a table and what its columns seem to be; null for other formats. */
  table: z
    .object({
      heading: z.array(z.string().max(200)).max(100),
      records: z.array(z.array(z.string().max(200)).max(100)).max(60),
      guess: csvMappingSchema,
    })
    .nullable(),
  /** Lines of the file, or elements of an XML file: each is in exactly one row. */
  lines: z.int(),
  rows: z.int(),
  /** Rows of which only the beginning is kept here. */
  shortened: z.int(),
});
export type MessageNotes = z.infer<typeof messageNotesSchema>;

export const messageCountsSchema = z.object({
  message: z.int(),
  call: z.int(),
  system: z.int(),
  unread: z.int(),
  /** Rows to be looked at: unread ones and those not wholly understood. */
  review: z.int(),
});
export type MessageCounts = z.infer<typeof messageCountsSchema>;

/** What is kept of an export beside its rows (`message_sources.body`). */
export const messageSourceBodySchema = z.object({
  notes: messageNotesSchema.nullable(),
  answers: messageAnswersSchema,
  /** Which of the senders is whoever's phone it was; null while nobody said so. */
  owner: z.string().max(500).nullable(),
  counts: messageCountsSchema,
  /** Earliest and latest time of its rows, as in their `local`. */
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type MessageSourceBody = z.infer<typeof messageSourceBodySchema>;

/** `waiting`: about to be read; `failed`: with the code in `reason`. */
export const messageSourceStates = ['waiting', 'read', 'needs-order', 'needs-columns', 'failed'] as const;
export const messageSourceStateSchema = z.enum(messageSourceStates);

/** An export of a case, as it is listed. */
export const messageSourceSchema = z.object({
  itemId: idSchema,
  exhibitRef: z.string(),
  title: shortText,
  fileName: z.string().max(1024),
  kind: z.enum(['messages', 'table']),
  state: messageSourceStateSchema,
  /** An error code when it failed, else null. */
  reason: z.string().nullable(),
  ...messageSourceBodySchema.shape,
  /** Rows that an export read earlier holds too. */
  repeated: z.int(),
});
export type MessageSource = z.infer<typeof messageSourceSchema>;

/** Which rows of a case are wanted. Days are YYYY-MM-DD, both included. */
export const messageFilterSchema = z.object({
  itemId: idSchema.nullable().default(null),
  /** Exactly as shown. */
  sender: z.string().max(500).nullable().default(null),
  direction: messageDirectionSchema.nullable().default(null),
  kind: messageKindSchema.nullable().default(null),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  text: z.string().max(200).default(''),
  /** Only rows to be looked at. */
  review: z.boolean().default(false),
  /** Only rows that this chronology entry stands on. */
  entryId: idSchema.nullable().default(null),
});
export type MessageFilter = z.infer<typeof messageFilterSchema>;

/** A picture, recording or other item that came with a message. */
export const messageMediaSchema = z.object({
  itemId: idSchema,
  exhibitRef: z.string(),
  title: shortText,
  hasPreview: z.boolean(),
});

/** A row as it is shown. */
export const messageViewSchema = messageKeySchema.extend({
  ...messageRowSchema.shape,
  format: messageFormatSchema.nullable(),
  exhibitRef: z.string(),
  media: z.array(messageMediaSchema),
  /** Reference of the export that holds the same row and was read earlier, or null. */
  repeats: z.string().nullable(),
  /** How many entries of the chronology stand on it. */
  citedBy: z.int(),
});
export type MessageView = z.infer<typeof messageViewSchema>;

/** Facts about the rows of a filter, all of them counted. */
export const messageSummarySchema = z.object({
  rows: z.int(),
  message: z.int(),
  call: z.int(),
  system: z.int(),
  unread: z.int(),
  review: z.int(),
  repeated: z.int(),
  days: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  /** Of the calls: how many were missed, how long the others took, and when. */
  missed: z.int(),
  seconds: z.int(),
  firstCall: z.string().nullable(),
  lastCall: z.string().nullable(),
  /** Most frequent first. */
  senders: z
    .array(
      z.object({
        sender: z.string(),
        count: z.int(),
        first: z.string().nullable(),
        last: z.string().nullable(),
      }),
    )
    .max(200),
  senderCount: z.int(),
});
export type MessageSummary = z.infer<typeof messageSummarySchema>;

export const savedMappingSchema = z.object({
  id: idSchema,
  name: shortText,
  mapping: csvMappingSchema,
  at: instantSchema,
  /** Its table had the same heading as this one. */
  fits: z.boolean(),
});
export type SavedMapping = z.infer<typeof savedMappingSchema>;

/** So many rows may one entry stand on. */
export const mostCited = 20_000;
/** So many rows may be made into an entry each, in one go. */
export const mostEntriesAtOnce = 50;

/** Words for the rows that an entry stands on: `47 calls, 21:00 to 23:10, from RW/31`. Always counted, never typed. */
export const messageTallySchema = z.object({ count: z.int(), text: z.string() });
export type MessageTally = z.infer<typeof messageTallySchema>;
