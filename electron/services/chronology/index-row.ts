import { supportsOf } from '../../../shared/domain/coverage/supports';
import { narrowRow } from '../../../shared/domain/chronology-row';
import { printDate } from '../../../shared/domain/dates/print';
import { everyElement } from '../../../shared/domain/law/law-of';
import type { NewEntry } from '../../../shared/models/chronology';
import type { VaultContext } from '../../vault/api';

type Db = Pick<VaultContext, 'db'>;

/** Takes an entry out of the index. Must run inside the act that removes it. */
export function unindexEntry({ db }: Db, entryId: string): void {
  db.prepare('DELETE FROM entry_rows WHERE entry_id = ?').run(entryId);
}

/**
 * Writes what an entry is filtered, sorted and searched by. Must run inside the act that writes the entry, after its links
 * are written.
 */
export function indexEntry(context: Db, caseId: string, entryId: string, entry: NewEntry): void {
  const { db } = context;
  const row = { ...narrowRow(entry), entryId, caseId };
  // Its number stays, so that a list that is being looked at keeps its place.
  const id = Number(
    db
      .prepare(
        `INSERT INTO entry_rows (entry_id, case_id, earliest, latest, acts, channel, flags)
         VALUES (@entryId, @caseId, @earliest, @latest, @acts, @channel, @flags)
         ON CONFLICT (entry_id) DO UPDATE SET earliest = excluded.earliest, latest = excluded.latest, acts = excluded.acts,
           channel = excluded.channel, flags = excluded.flags RETURNING id`,
      )
      .pluck()
      .get(row),
  );
  db.prepare('DELETE FROM entry_supports WHERE row_id = ?').run(id);
  const support = db.prepare('INSERT INTO entry_supports (row_id, element) VALUES (?, ?)');
  for (const element of supportsOf(entry, everyElement)) support.run(id, element);
  db.prepare('DELETE FROM entry_index WHERE rowid = ?').run(id);
  db.prepare(
    'INSERT INTO entry_index (rowid, title, account, quote, comment, other) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    id,
    entry.title,
    [entry.description, entry.effect, entry.changes].join('\n'),
    entry.quote,
    entry.comment,
    otherWords(context, entryId, entry),
  );
}

/** Everything else an entry may be looked for by: place, people, police references, exhibits, its date in words. */
function otherWords({ db }: Db, entryId: string, entry: NewEntry): string {
  const refs = db
    .prepare(
      `SELECT v.exhibit_ref || coalesce((SELECT ' ' || group_concat(f.value, ' ') FROM json_each(v.former_refs) f), '')
       FROM entry_evidence l JOIN evidence v ON v.id = l.item_id WHERE l.entry_id = ? ORDER BY l.position`,
    )
    .pluck()
    .all(entryId) as string[];
  const names = db
    .prepare(
      "SELECT json_extract(g.body, '$.name') FROM entry_register l JOIN register g ON g.id = l.register_id WHERE l.entry_id = ? ORDER BY l.position",
    )
    .pluck()
    .all(entryId) as string[];
  const { reported } = entry;
  return [
    printDate(entry.edtf, entry.time),
    entry.place,
    entry.others,
    entry.vehicle,
    ...entry.witnesses.map(({ name }) => name),
    ...(reported === null
      ? []
      : [reported.reference, reported.crimeNumber, reported.officer, reported.response]),
    entry.safetyAction,
    ...names,
    ...refs,
  ]
    .filter((part) => part !== '')
    .join('\n');
}
