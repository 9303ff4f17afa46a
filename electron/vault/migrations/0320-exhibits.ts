import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { namedThen } from '../records/earlier-exhibits';
import { keepVersions } from '../records/keep-versions';
import { allRows } from '../rows/rows';

const text = z.string();
const itemRow = z.object({
  ...{ id: text, case_id: text, title: text, police_ref: text, kind: text, mime: text, imported_at: text },
  ...{ office: text, author: text, hlc: text, written: z.int() },
});
const factRow = z.object({ field: text, code: text, value: text });

/**
 * What a person calls an exhibit becomes a record, apart from the title that an import or a reading suggested, to which an exhibit
 * goes back where there is none.
 */
export function migrate(db: Database): void {
  db.exec("ALTER TABLE evidence ADD COLUMN suggested_title TEXT NOT NULL DEFAULT ''");
  const suggest = db.prepare('UPDATE evidence SET suggested_title = @suggested WHERE id = @id');
  // Page by page: there may be a hundred thousand.
  const some = `
    SELECT id, case_id, title, police_ref, kind, mime, imported_at, office, author, hlc,
      EXISTS (SELECT 1 FROM audit a WHERE a.action = 'evidence.update' AND a.subject = evidence.id) AS written
    FROM evidence WHERE id > ? ORDER BY id LIMIT 500`;
  for (
    let rows = allRows(db, itemRow, some, '');
    rows.length > 0;
    rows = allRows(db, itemRow, some, rows.at(-1)?.id)
  ) {
    for (const {
      id,
      case_id: caseId,
      police_ref: policeRef,
      imported_at: importedAt,
      written,
      ...row
    } of rows) {
      const facts = allRows(
        db,
        factRow,
        'SELECT field, code, value FROM facts WHERE item_id = ? ORDER BY id',
        id,
      );
      const { suggested, version } = namedThen({
        ...{ ...row, itemId: id, caseId, policeRef, importedAt, facts, isWritten: written === 1 },
      });
      suggest.run({ id, suggested });
      if (version !== null) keepVersions(db, [version]);
    }
  }
}
