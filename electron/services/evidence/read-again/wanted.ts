import * as z from 'zod';
import { compareIds } from '../../../../shared/domain/records/version';
import type { ErrorCode } from '../../../../shared/errors';
import type { VaultContext } from '../../../vault/api';
import { isShownOtherwise, shownOtherwise } from '../../items/shown-as';
import { allRows } from '../../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

/**
 * Called for every picture, PDF and film that came from another office and could be shown there: how it lies, its pages and what is
 * shown of it are worked out again here.
 */
export function wantReading({ db }: Db, itemId: string): void {
  db.prepare(
    `INSERT INTO pictures_to_read (item_id)
     SELECT id FROM evidence WHERE id = ? AND kind IN ('image', 'pdf', 'video') AND preview = 'ready'`,
  ).run(itemId);
}

export function isReadingWanted({ db }: Db, itemId: string): boolean {
  const sql = 'SELECT 1 FROM pictures_to_read WHERE item_id = ? AND failed IS NULL';
  return db.prepare(sql).get(itemId) !== undefined || isShownOtherwise({ db }, itemId);
}

export function noMoreReading({ db }: Db, itemId: string): void {
  db.prepare('DELETE FROM pictures_to_read WHERE item_id = ?').run(itemId);
}

/** The original could not be read: it is not tried again and again. */
export function readingFailed({ db }: Db, itemId: string, code: ErrorCode): void {
  db.prepare('UPDATE pictures_to_read SET failed = ? WHERE item_id = ?').run(code, itemId);
}

/** The items that wait to be read again, the oldest first; of one case or of all. */
export function waitingForReading({ db }: Db, caseId: string | null = null): readonly string[] {
  const otherwise = shownOtherwise({ db }, caseId);
  const waiting = allRows(
    db,
    z.object({ item_id: z.string() }),
    `SELECT r.item_id FROM pictures_to_read r JOIN evidence e ON e.id = r.item_id
     WHERE r.failed IS NULL AND (@caseId IS NULL OR e.case_id = @caseId) ORDER BY r.item_id`,
    { caseId },
  ).map(({ item_id: id }) => id);
  return [...new Set([...waiting, ...otherwise])].sort(compareIds);
}
