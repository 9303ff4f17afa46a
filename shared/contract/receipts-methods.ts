import * as z from 'zod';
import { idSchema } from '../models/common';
import { afterSchema, overdueDaysSchema } from '../models/after';
import { custodySchema } from '../models/custody';
import { printedSchema } from '../models/exhibit';
import { jobSchema } from '../models/job';
import { keptReceiptSchema } from '../models/receipt';
import { method } from './method';

const byId = z.object({ id: idSchema });
/** Tokens of paths that somebody chose in a dialog of the system. */
const target = z.object({ target: idSchema });
const source = z.object({ source: idSchema });

/** What comes after a package was written: its receipt, what is still on the way, the stick. */
export const receiptsMethods = {
  /** For a package that was taken in here; to be carried back. */
  'transfer.writeReceipt': method(byId.extend(target.shape), keptReceiptSchema),
  /** One that was carried back, for a package of ours. */
  'transfer.readReceipt': method(source, keptReceiptSchema),
  /** Receipts, packages that were wiped, and how long a receipt may take. */
  'transfer.after': method(z.object({}), afterSchema),
  'transfer.setOverdueDays': method(z.object({ days: overdueDaysSchema }), afterSchema),
  /** Overwrites a package on a stick and takes it away. `givenUp`: though nobody has said that it arrived. */
  'transfer.wipe': method(byId.extend(source.shape).extend({ givenUp: z.boolean() }), jobSchema),
  /** Through which offices a case went. */
  'transfer.custody': method(z.object({ caseId: idSchema }), custodySchema),
  'transfer.printCustody': method(target.extend({ caseId: idSchema }), printedSchema),
} as const;
