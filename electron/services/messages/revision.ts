import type { VaultContext } from '../../vault/api';

const revisions = new WeakMap<object, number>();

/** Counts the changes of rows of messages since the vault was opened: what was worked out before one is worked out anew. */
export function rowsRevision({ db }: Pick<VaultContext, 'db'>): number {
  return revisions.get(db) ?? 0;
}

export function touchRows(context: Pick<VaultContext, 'db'>): void {
  revisions.set(context.db, rowsRevision(context) + 1);
}
