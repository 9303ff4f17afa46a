import type { VaultContext } from '../../vault/api';

/** So many equal rows are counted; more of them in one minute were not written by a person. */
const mostCounted = 50;

/**
 * Finds the export that holds a row already. Where a file gives the very instant, the same row twice in it is a repeat too;
 * where it gives minutes, somebody may have written the same word twice in one, so the second is one only when another export
 * has it twice as well.
 */
export function createRepeatFinder(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  itemId: string,
): (hash: number, position: number, isExact: boolean) => string | null {
  const earlierHere = db
    .prepare(
      'SELECT count(*) FROM (SELECT 1 FROM messages WHERE print = ? AND item_id = ? AND position < ? LIMIT ?)',
    )
    .pluck();
  const nextHolder = db
    .prepare('SELECT item_id FROM messages WHERE print = ? AND item_id > ? ORDER BY item_id LIMIT 1')
    .pluck();
  const holdsMore = db
    .prepare('SELECT 1 FROM messages WHERE print = ? AND item_id = ? AND repeat_of IS NULL LIMIT 1 OFFSET ?')
    .pluck();
  const ofCase = db.prepare('SELECT 1 FROM evidence WHERE id = ? AND case_id = ?').pluck();
  const hasOthers =
    db
      .prepare(
        `SELECT 1 FROM evidence e WHERE e.case_id = ? AND e.id <> ? AND e.kind IN ('messages', 'table')
           AND EXISTS (SELECT 1 FROM messages m WHERE m.item_id = e.id) LIMIT 1`,
      )
      .get(caseId, itemId) !== undefined;
  return (hash, position, isExact) => {
    if (!hasOthers && !isExact) return null;
    const before = Number(earlierHere.get(hash, itemId, position, isExact ? 1 : mostCounted));
    if (isExact && before > 0) return itemId;
    if (!hasOthers) return null;
    // The index has the rows of a hash by export: one step for each that holds it.
    for (
      let holder: unknown = nextHolder.get(hash, '');
      typeof holder === 'string';
      holder = nextHolder.get(hash, holder)
    ) {
      if (holder === itemId || ofCase.get(holder, caseId) === undefined) continue;
      if (holdsMore.get(hash, holder, before) !== undefined) return holder;
    }
    return null;
  };
}
