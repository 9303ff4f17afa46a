import * as z from 'zod';
import { afterRules } from '../../../shared/domain/receipt/after-rules';
import { overdueDaysSchema } from '../../../shared/models/after';
import type { After } from '../../../shared/models/after';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { readSetting, writeSetting } from '../../vault/settings';
import { listReceipts } from './receipt-rows';

const setting = 'transfer.overdue-days';

/** Receipts, packages that were wiped, and how long a receipt may take here. */
export function readAfter(context: Pick<VaultContext, 'db'>): After {
  const { db } = context;
  const own = overdueDaysSchema.safeParse(Number(readSetting(db, setting) ?? Number.NaN));
  return {
    overdueDays: own.success ? own.data : afterRules.overdue.days,
    receipts: [...listReceipts(context)],
    // One that was wiped on two sticks is wiped since the last.
    wiped: allRows(
      db,
      z.object({ id: z.string(), at: z.string(), by: z.string() }),
      `SELECT t.id, max(a.seq), a.at, a.author AS by FROM transfers t
       JOIN audit a ON a.subject = t.id AND a.action = 'transfer.wipe' GROUP BY t.id`,
    ),
  };
}

export function setOverdueDays(context: VaultContext, days: number): void {
  context.act({ action: 'transfer.overdue-days', subject: null, detail: { days } }, () => {
    writeSetting(context.db, setting, String(days));
  });
}
