import * as z from 'zod';
import { idSchema, instantSchema } from './common';
import { keptReceiptSchema } from './receipt';

/** All that is known of packages after they were written or taken in. */
export const afterSchema = z.object({
  /** How many days a receipt may take before its package is overdue. */
  overdueDays: z.int(),
  receipts: z.array(keptReceiptSchema),
  /** Packages whose file was overwritten and taken away, by the id of their row in the list of packages. */
  wiped: z.array(z.object({ id: idSchema, at: instantSchema, by: z.string() })),
});
export type After = z.infer<typeof afterSchema>;

/** How long an office may say that a receipt takes. */
export const overdueDaysSchema = z.int().min(1).max(365);
