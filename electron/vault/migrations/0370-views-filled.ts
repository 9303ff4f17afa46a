import type { Database } from 'better-sqlite3';

/**
 * Views that were kept before they were records lack what filters can ask for since: their versions have it, so that the table says
 * what it would when it is made again from them.
 */
export function migrate(db: Database): void {
  db.exec(`
    UPDATE chronology_views SET body = coalesce(
      (SELECT json_remove(v.body, '$.name') FROM records r JOIN record_versions v ON v.id = r.shown
       WHERE r.id = chronology_views.id), body);
  `);
}
