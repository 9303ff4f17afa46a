import { z } from 'zod';
import { idSchema } from '../models/common';
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
  'transfer.receipts': method(z.object({}), z.array(keptReceiptSchema)),
} as const;
