import * as z from 'zod';
import { dutyRooms } from './duty';
import { caseStatusSchema } from './case';
import { idSchema } from './common';
import { jurisdictionSchema } from './jurisdiction';

/** A line of the caseload: what it is listed, chosen and sorted by, and nothing else of the case. */
export const caseRowSchema = z.object({
  id: idSchema,
  reference: z.string(),
  alias: z.string(),
  status: caseStatusSchema,
  safeRule: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  jurisdiction: jurisdictionSchema.nullable(),
  /** Whose case it is, in the words of the office; empty while nobody has said. */
  owner: z.string(),
  referredOn: z.iso.date().nullable(),
  closedOn: z.iso.date().nullable(),
  closeReason: z.string().nullable(),
  /** Printed date of the newest entry, or null. */
  latestEntry: z.string().nullable(),
  /** Exhibits whose dates disagree and wait for a decision. */
  conflictCount: z.int(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** What has a day of its own. */
export const calendarSorts = [
  'hearing',
  'release',
  'bail_return',
  'order_ends',
  'term_ends',
  'review',
  'plan_action',
  'task',
  'appointment',
  'consent_ends',
  'recording_deleted',
  'duty',
] as const;
export const calendarSortSchema = z.enum(calendarSorts);
export type CalendarSort = z.infer<typeof calendarSortSchema>;

/** One thing on a day of the calendar, and where it is answered. */
export const calendarItemSchema = z.object({
  /** The record that says so. */
  id: idSchema,
  sort: calendarSortSchema,
  caseId: idSchema,
  caseReference: z.string(),
  caseAlias: z.string(),
  day: z.iso.date(),
  /** HH:MM on the UK's clock, or null. */
  time: z.string().nullable(),
  /** The date in words where it is no exact day, so that `day` is only the first one possible; else null. */
  about: z.string().nullable(),
  /** What the record is called. */
  text: z.string(),
  room: z.enum(dutyRooms),
  record: z.string().nullable(),
});
export type CalendarItem = z.infer<typeof calendarItemSchema>;

/** A task, review or appointment that is not done, of any case. */
export const taskRowSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  caseReference: z.string(),
  caseAlias: z.string(),
  title: z.string(),
  sort: z.enum(['task', 'review', 'appointment']),
  due: z.iso.date().nullable(),
  time: z.string().nullable(),
  owner: z.string(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;
