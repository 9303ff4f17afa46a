import type { Database } from 'better-sqlite3';
import { compareIds } from '../../shared/domain/records/version';
import { declaredTables } from '../../electron/vault/declared/tables';

/** Tables that are worked out from versions alone, each row whole. */
const whole = declaredTables
  .filter(
    ({ what, fts5 }) =>
      what.sort === 'projection' && what.of.includes('record_versions') && fts5 === undefined,
  )
  .map(({ table }) => table)
  // Its rows are numbered anew: asked for by name below.
  .filter((table) => table !== 'records');

/** Every narrow table that is worked out from records, without the numbers of rows that are given anew. */
export function narrowTables(db: Database): Readonly<Record<string, readonly unknown[]>> {
  const all = (sql: string): readonly unknown[] => db.prepare(sql).all();
  return {
    records: all(
      'SELECT id, case_id, kind, shown, heads, undecided, removed, created_at, updated_at FROM records ORDER BY id',
    ),
    found: all('SELECT r.id, i.words FROM record_index i JOIN records r ON r.number = i.rowid ORDER BY r.id'),
    ...Object.fromEntries(
      whole.map((table) => [
        table,
        [...all(`SELECT * FROM ${table}`)].sort((one, other) =>
          compareIds(JSON.stringify(one), JSON.stringify(other)),
        ),
      ]),
    ),
    exhibits: all('SELECT * FROM evidence ORDER BY id'),
    pages: all(
      'SELECT p.item_id, p.page, i.text FROM text_index i JOIN text_pages p ON p.id = i.rowid ORDER BY 1, 2',
    ),
    rows: all('SELECT entry_id, earliest, latest, acts, channel, flags FROM entry_rows ORDER BY entry_id'),
    words: all(
      'SELECT r.entry_id, i.* FROM entry_index i JOIN entry_rows r ON r.id = i.rowid ORDER BY r.entry_id',
    ),
    supports: all(
      'SELECT r.entry_id, s.element FROM entry_supports s JOIN entry_rows r ON r.id = s.row_id ORDER BY 1, 2',
    ),
  };
}

/** Spoils what is worked out of exhibits from records about them, where there is one. */
export function scrambleExhibits(db: Database): void {
  db.exec(
    `UPDATE evidence SET best_date = NULL, sort_date = 'x', date_conflict = 1, date_reason = 'x'
     WHERE id IN (SELECT json_extract(body, '$.itemId') FROM record_versions
       WHERE kind = 'date-choice' AND json_extract(body, '$.field') = 'captured')`,
  );
  db.exec(
    `UPDATE evidence SET title = 'x', police_ref = 'x', exhibit_ref = 'x', exhibit_number = 0, former_refs = '["x"]', item_class = 'x', document = 'x'
     WHERE id IN (SELECT json_extract(body, '$.itemId') FROM record_versions WHERE kind = 'exhibit')`,
  );
}
