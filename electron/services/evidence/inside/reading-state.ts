import type { ImportResult } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { readableKinds } from './kinds';

/** Marks an item that was just stored as one with something inside to be read. Runs in the act that stores it. */
export function markForReading({ db }: Pick<VaultContext, 'db'>, stored: ImportResult): void {
  const { itemId, kind, bytes } = stored;
  if (itemId === null || kind === null || bytes === 0 || !readableKinds.has(kind)) return;
  db.prepare("UPDATE evidence SET reading = 'waiting' WHERE id = ?").run(itemId);
}
