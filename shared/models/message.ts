import { z } from 'zod';
import { idSchema } from './common';

/** `unread` is a line that no reader understood: it is listed for review, never dropped. */
export const messageKinds = ['message', 'call', 'system', 'unread'] as const;
export const messageKindSchema = z.enum(messageKinds);
export type MessageKind = z.infer<typeof messageKindSchema>;

/** Seen from whoever made the export; `unknown` where the file does not say whose phone it was. */
export const messageDirections = ['in', 'out', 'unknown'] as const;

/** One message, call, system line or unread line of an export, as a reader gives it. */
export const messageRowSchema = z.object({
  kind: messageKindSchema,
  /** Clock time as the file shows it, `YYYY-MM-DDTHH:MM:SS` (`:00` where it has no seconds), or null. */
  local: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
    .nullable(),
  /** `+01:00`, `Z`, or null: the file names no zone. */
  zone: z.string().max(10).nullable(),
  /** The instant in UTC, ISO 8601 with Z, where the file gives one. */
  utc: z.string().max(30).nullable(),
  direction: z.enum(messageDirections),
  /** Name or number as the file shows it: the exporter's own contact name, no proof of identity. */
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
