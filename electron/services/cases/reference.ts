import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { oneRow } from '../../vault/rows/rows';

/** What the office calls a case, such as `HF-0147`. Throws `not-found`. */
export function caseReference({ db }: Pick<VaultContext, 'db'>, caseId: string): string {
  return oneRow(db, z.object({ reference: z.string() }), 'SELECT reference FROM cases WHERE id = ?', caseId)
    .reference;
}

/**
 * Nobody here gives a case the reference of another one; a package may (both keep it, and both are shown). `before`: what it was
 * called until now, null for a new one, which it keeps. Throws `conflict`.
 */
export function refuseTakenReference(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  before: string | null,
  reference: string,
): void {
  if (before === reference) return;
  const taken = db.prepare('SELECT 1 FROM cases WHERE reference = ? AND id <> ?').get(reference, caseId);
  if (taken !== undefined) throw new HoldfastError('conflict');
}
