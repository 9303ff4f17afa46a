import { z } from 'zod';
import type { VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';

/** What the office calls a case, such as `HF-0147`. Throws `not-found`. */
export function caseReference({ db }: Pick<VaultContext, 'db'>, caseId: string): string {
  return oneRow(db, z.object({ reference: z.string() }), 'SELECT reference FROM cases WHERE id = ?', caseId)
    .reference;
}
