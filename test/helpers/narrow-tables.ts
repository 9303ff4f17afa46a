import type { Database } from 'better-sqlite3';

/** Every narrow table that is worked out from records, without the numbers of rows that are given anew. */
export function narrowTables(db: Database): Readonly<Record<string, readonly unknown[]>> {
  const all = (sql: string): readonly unknown[] => db.prepare(sql).all();
  return {
    records: all(
      'SELECT id, case_id, kind, shown, heads, undecided, removed, created_at, updated_at FROM records ORDER BY id',
    ),
    found: all('SELECT r.id, i.words FROM record_index i JOIN records r ON r.number = i.rowid ORDER BY r.id'),
    cases: all('SELECT * FROM cases ORDER BY id'),
    register: all('SELECT * FROM register ORDER BY id'),
    entries: all('SELECT * FROM entries ORDER BY id'),
    evidence: all('SELECT * FROM entry_evidence ORDER BY entry_id, position'),
    messages: all('SELECT * FROM entry_messages ORDER BY entry_id, item_id, position'),
    named: all('SELECT * FROM entry_register ORDER BY entry_id, position'),
    handovers: all('SELECT * FROM continuity ORDER BY id'),
    rows: all('SELECT entry_id, earliest, latest, acts, channel, flags FROM entry_rows ORDER BY entry_id'),
    words: all(
      'SELECT r.entry_id, i.* FROM entry_index i JOIN entry_rows r ON r.id = i.rowid ORDER BY r.entry_id',
    ),
    supports: all(
      'SELECT r.entry_id, s.element FROM entry_supports s JOIN entry_rows r ON r.id = s.row_id ORDER BY 1, 2',
    ),
  };
}
