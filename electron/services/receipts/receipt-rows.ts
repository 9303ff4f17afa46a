import * as z from 'zod';
import { keptReceiptSchema } from '../../../shared/models/receipt';
import type { KeptReceipt } from '../../../shared/models/receipt';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

/** Keeps a receipt with its text, letter for letter. Must run inside the act that read or wrote it. */
export function keepReceipt({ db }: Pick<VaultContext, 'db'>, receipt: KeptReceipt, text: string): void {
  db.prepare(
    'INSERT INTO receipts (id, direction, package_id, at, body, text) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(receipt.id, receipt.direction, receipt.packageId, receipt.at, JSON.stringify(receipt), text);
}

/** All receipts, in the order in which they came. */
export function listReceipts({ db }: Pick<VaultContext, 'db'>): readonly KeptReceipt[] {
  return allRows(db, z.object({ body: z.string() }), 'SELECT body FROM receipts ORDER BY rowid').map(
    ({ body }) => parseJson(keptReceiptSchema, body),
  );
}

/** Whether this very receipt was read before. */
export function isReceiptHere({ db }: Pick<VaultContext, 'db'>, id: string): boolean {
  return db.prepare("SELECT 1 FROM receipts WHERE id = ? AND direction = 'in'").get(id) !== undefined;
}
