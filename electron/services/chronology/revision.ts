import type { VaultContext } from '../../vault/api';

const revisions = new WeakMap<object, number>();

/** Counts the changes of entries since the vault was opened: what was worked out before one is worked out anew. */
export function entriesRevision({ db }: Pick<VaultContext, 'db'>): number {
  return revisions.get(db) ?? 0;
}

export function touchEntries(context: Pick<VaultContext, 'db'>): void {
  revisions.set(context.db, entriesRevision(context) + 1);
}
