import * as z from 'zod';
import type { ErrorCode } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { cleaner } from '../../pdf-copy/stored';
import { allRows } from '../../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

/** Called with every picture that is stored without the copy it needs, and with every PDF, in the same transaction. */
export function wantCopy({ db }: Db, itemId: string): void {
  db.prepare('INSERT INTO bundle_copies_wanted (item_id) VALUES (?)').run(itemId);
}

/** PDFs without a copy by the present cleaner: from an older version, or come with a case of another office. */
export function wantMissing({ db }: Db): void {
  db.prepare(
    `INSERT INTO bundle_copies_wanted (item_id)
     SELECT e.id FROM evidence e WHERE e.kind = 'pdf' AND e.preview = 'ready'
       AND NOT EXISTS (SELECT 1 FROM pdf_copies c
         WHERE c.source_id = coalesce((SELECT file_id FROM shown_files WHERE item_id = e.id), e.file_id) AND c.cleaner = ?)
       AND NOT EXISTS (SELECT 1 FROM bundle_copies_wanted w WHERE w.item_id = e.id)`,
  ).run(cleaner);
}

export function noMoreWanted({ db }: Db, itemId: string): void {
  db.prepare('DELETE FROM bundle_copies_wanted WHERE item_id = ?').run(itemId);
}

/** So that it is not tried again and again; a bundle that needs it tries once more. */
export function markFailed({ db }: Db, itemId: string, code: ErrorCode): void {
  db.prepare('UPDATE bundle_copies_wanted SET failed = ? WHERE item_id = ?').run(code, itemId);
}

const waiting = z.object({ id: z.string(), kind: z.string() });

/** The items that wait for a copy, the oldest first. */
export function waitingForCopy({ db }: Db): readonly z.infer<typeof waiting>[] {
  return allRows(
    db,
    waiting,
    `SELECT w.item_id AS id, e.kind FROM bundle_copies_wanted w JOIN evidence e ON e.id = w.item_id
     WHERE w.failed IS NULL ORDER BY w.item_id`,
  );
}
