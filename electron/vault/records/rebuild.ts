import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { allRows } from '../rows/rows';
import { settleRecord } from './heads';
import type { Projection } from './heads';
import { versionsOf } from './version-rows';

const some = 500;

/**
 * Works every record's row and its narrow tables out anew, from the versions alone: after a rule has changed, or where a check
 * found them to differ. Must run inside a transaction. Gives the number of records.
 */
export function rebuildRecords(db: Database, projections: readonly Projection[]): number {
  let count = 0;
  db.prepare('DELETE FROM records').run();
  const rest =
    'SELECT DISTINCT record_id AS id FROM record_versions WHERE kind = ? AND record_id > ? ORDER BY id LIMIT ?';
  const id = z.object({ id: z.string() });
  const known = projections.map(({ kind }) => kind);
  const others = allRows(db, z.object({ kind: z.string() }), 'SELECT DISTINCT kind FROM record_versions')
    .map(({ kind }) => kind)
    .filter((kind) => !known.includes(kind));
  for (const kind of [...known, ...others]) {
    for (
      let ids = allRows(db, id, rest, kind, '', some);
      ids.length > 0;
      ids = allRows(db, id, rest, kind, ids.at(-1)?.id ?? '', some)
    ) {
      for (const { id: recordId } of ids) {
        settleRecord(db, versionsOf(db, recordId), projections);
        count += 1;
      }
    }
  }
  return count;
}
