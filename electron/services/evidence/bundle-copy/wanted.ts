import { z } from 'zod';
import type { ErrorCode } from '../../../../shared/errors';
import type { VaultContext } from '../../context';
import { allRows } from '../../rows';

type Db = Pick<VaultContext, 'db'>;

/** Called with every picture that is stored without the copy it needs, in the same transaction. */
export function wantCopy({ db }: Db, itemId: string): void {
  db.prepare('INSERT INTO bundle_copies_wanted (item_id) VALUES (?)').run(itemId);
}

export function noMoreWanted({ db }: Db, itemId: string): void {
  db.prepare('DELETE FROM bundle_copies_wanted WHERE item_id = ?').run(itemId);
}

/** So that it is not tried again and again; a bundle that needs it tries once more. */
export function markFailed({ db }: Db, itemId: string, code: ErrorCode): void {
  db.prepare('UPDATE bundle_copies_wanted SET failed = ? WHERE item_id = ?').run(code, itemId);
}

/** The items that wait for a copy, the oldest first. */
export function waitingForCopy({ db }: Db): readonly string[] {
  const row = z.object({ item_id: z.string() });
  return allRows(
    db,
    row,
    'SELECT item_id FROM bundle_copies_wanted WHERE failed IS NULL ORDER BY item_id',
  ).map(({ item_id }) => item_id);
}
