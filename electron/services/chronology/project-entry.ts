import type { Database } from 'better-sqlite3';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { entryContent } from '../../../shared/domain/entry-content';
import type { NewEntry } from '../../../shared/models/chronology';
import { entryKind } from '../../../shared/records/entry';
import type { Projection } from '../../vault/records/heads';
import { bodyOf } from './entry-rows';
import { indexEntry, unindexEntry } from './index-row';

/**
 * `entries` and what hangs on it: links to exhibits, messages and the register, and the narrow rows that the chronology is
 * filtered, sorted and searched by. What an entry names and is not in the case any more, because it was erased, is not linked.
 */
export const entryProjection: Projection = {
  kind: entryKind.kind,
  write: (db, { id, caseId, shown, removed, version, createdAt, updatedAt }) => {
    const entry = entryContent(entryKind.body.parse(shown.body));
    const { earliest, latest } = dateBounds(entry.edtf, entry.time);
    db.prepare(
      `INSERT INTO entries (id, case_id, version, body, earliest, latest, removed, created_at, updated_at, office, author, hlc)
       VALUES (@id, @caseId, @version, @body, @earliest, @latest, @removed, @createdAt, @updatedAt, @office, @author, @hlc)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body, earliest = excluded.earliest,
         latest = excluded.latest, removed = excluded.removed, created_at = excluded.created_at,
         updated_at = excluded.updated_at, office = excluded.office, author = excluded.author, hlc = excluded.hlc`,
    ).run({
      ...{ id, caseId, version, earliest, latest, createdAt, updatedAt },
      ...{ office: shown.office, author: shown.author, hlc: shown.hlc },
      body: bodyOf(entry),
      removed: removed ? 1 : 0,
    });
    db.prepare('UPDATE cases SET updated_at = ? WHERE id = ? AND updated_at < ?').run(
      updatedAt,
      caseId,
      updatedAt,
    );
    for (const table of ['entry_evidence', 'entry_messages', 'entry_register'])
      db.prepare(`DELETE FROM ${table} WHERE entry_id = ?`).run(id);
    if (removed || caseId === null) {
      unindexEntry({ db }, id);
      return;
    }
    const linked = writeLinks(db, caseId, id, entry);
    indexEntry({ db }, caseId, id, linked);
  },
};

/** Writes the links there can be, each once, and gives the entry with these alone. */
function writeLinks(db: Database, caseId: string, entryId: string, entry: NewEntry): NewEntry {
  const item = db.prepare(
    'INSERT OR IGNORE INTO entry_evidence (entry_id, item_id, position) SELECT ?, id, ? FROM evidence WHERE id = ? AND case_id = ?',
  );
  const named = db.prepare(
    'INSERT OR IGNORE INTO entry_register (entry_id, register_id, role, position) SELECT ?, id, ?, ? FROM register WHERE id = ? AND case_id = ?',
  );
  const message = db.prepare(
    `INSERT OR IGNORE INTO entry_messages (entry_id, item_id, position) SELECT ?, m.item_id, m.position FROM messages m
     JOIN evidence e ON e.id = m.item_id WHERE m.item_id = ? AND m.position = ? AND e.case_id = ?`,
  );
  const isThere = ({ changes }: { readonly changes: number }): boolean => changes > 0;
  return {
    ...entry,
    evidenceIds: entry.evidenceIds.filter((id, position) => isThere(item.run(entryId, position, id, caseId))),
    links: entry.links.filter(({ id, role }, position) =>
      isThere(named.run(entryId, role, position, id, caseId)),
    ),
    messageKeys: entry.messageKeys.filter(({ itemId, position }) =>
      isThere(message.run(entryId, itemId, position, caseId)),
    ),
  };
}
