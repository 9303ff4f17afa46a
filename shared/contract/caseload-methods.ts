import * as z from 'zod';
import { caseStatusSchema } from '../models/case';
import { calendarItemSchema, caseRowSchema, taskRowSchema } from '../models/caseload';
import { idSchema, longText } from '../models/common';
import { caseDetailsSchema } from '../records/case-details';
import { endedStatuses } from '../domain/casework/caseload/endings';
import { method } from './method';

const nothing = z.object({});
const days = { from: z.iso.date(), until: z.iso.date() };

/** The caseload, its calendar, and where the work on a case stands. */
export const caseloadMethods = {
  /** Every case in narrow rows, by its reference. */
  'casework.caseload': method(nothing, z.array(caseRowSchema)),
  /** What has a day in open cases, from one day to another, both of them included. */
  'casework.calendar': method(z.object(days), z.array(calendarItemSchema)),
  /** Tasks, reviews and appointments of open cases that are not done. */
  'casework.tasks': method(nothing, z.array(taskRowSchema)),
  /** Writes a calendar file of neutral titles (.ics) to a path that somebody chose. */
  'casework.exportCalendar': method(
    z.object({ target: idSchema, ...days }),
    z.object({ events: z.int(), bytes: z.int() }),
  ),
  /** Ends the work on a case: the status, and in its details the day, the reason and what was recorded. */
  'casework.endCase': method(
    z.object({
      caseId: idSchema,
      status: z.enum(endedStatuses),
      on: z.iso.date(),
      reason: caseDetailsSchema.shape.closeReason.unwrap().unwrap(),
      record: longText,
    }),
    nothing,
  ),
  /** Takes the work up again. What was recorded when it ended stays; its day and reason stay in the versions alone. */
  'casework.reopenCase': method(
    z.object({ caseId: idSchema, status: caseStatusSchema.exclude(endedStatuses) }),
    nothing,
  ),
} as const;
