import type { Database } from 'better-sqlite3';
import { entryContent } from '../../../shared/domain/entry-content';
import { readEntries } from './entry-rows';
import { indexEntry } from './index-row';

/** A name is among the words by which the entries that name somebody are looked for. Must run inside the act that changed it. */
export function reindexNaming(db: Database, registerId: string): void {
  reindex(
    db,
    'SELECT r.id FROM entry_register l JOIN entry_rows r ON r.entry_id = l.entry_id WHERE l.register_id = ?',
    registerId,
  );
}

/** So are the references of the exhibits that an entry cites. Must run inside the act that gave one of them another. */
export function reindexCiting(db: Database, itemId: string): void {
  reindex(
    db,
    'SELECT r.id FROM entry_evidence l JOIN entry_rows r ON r.entry_id = l.entry_id WHERE l.item_id = ?',
    itemId,
  );
}

function reindex(db: Database, sql: string, id: string): void {
  const rowIds = db.prepare(sql).pluck().all(id) as number[];
  for (const entry of readEntries({ db }, { rowIds }))
    indexEntry({ db }, entry.caseId, entry.id, entryContent(entry));
}
