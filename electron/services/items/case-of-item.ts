import * as z from 'zod';
import type { VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';

const row = z.object({ case_id: z.string() });

/** The case that an exhibit belongs to. Throws `not-found`. */
export function caseOfItem({ db }: Pick<VaultContext, 'db'>, itemId: string): string {
  return oneRow(db, row, 'SELECT case_id FROM evidence WHERE id = ?', itemId).case_id;
}
