import * as z from 'zod';
import { jurisdictionSchema } from './jurisdiction';

/** Dated data with its source (resources/law/bank-holidays.json): a holiday that is proclaimed later is added there. */
export const bankHolidaysSchema = z.strictObject({
  source: z.string().min(1),
  asAt: z.iso.date(),
  note: z.string().min(1),
  /** The days in between which every holiday is in the list, YYYY-MM-DD. */
  knownFrom: z.iso.date(),
  knownUntil: z.iso.date(),
  holidays: z.record(
    jurisdictionSchema,
    z.array(z.strictObject({ day: z.iso.date(), name: z.string().min(1) })),
  ),
});
