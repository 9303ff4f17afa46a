import { dateBounds } from '../../../shared/domain/dates/bounds';
import { entryContent } from '../../../shared/domain/entry-content';
import { HoldfastError } from '../../../shared/errors';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import type { VaultContext } from '../context';
import { checkMessageKeys, writeMessageLinks } from '../messages/links';
import { changeOne } from '../rows';
import { bodyOf, readEntries } from './entry-rows';

export function readEntry(context: VaultContext, id: string): Entry {
  const entry = readEntries(context, { id })[0];
  if (entry === undefined) throw new HoldfastError('not-found');
  return entry;
}

/** Evidence of another case can never be cited: that would carry one client's material into another's bundle. */
function checkCited(context: VaultContext, caseId: string, { evidenceIds, messageKeys }: NewEntry): void {
  const owner = context.db.prepare('SELECT case_id FROM evidence WHERE id = ?').pluck();
  for (const id of evidenceIds) if (owner.get(id) !== caseId) throw new HoldfastError('invalid-input');
  if (new Set(evidenceIds).size !== evidenceIds.length) throw new HoldfastError('invalid-input');
  checkMessageKeys(context, caseId, messageKeys);
}

function writeLinks(context: VaultContext, entryId: string, { evidenceIds, messageKeys }: NewEntry): void {
  const { db } = context;
  db.prepare('DELETE FROM entry_evidence WHERE entry_id = ?').run(entryId);
  const insert = db.prepare('INSERT INTO entry_evidence (entry_id, item_id, position) VALUES (?, ?, ?)');
  for (const [position, id] of evidenceIds.entries()) insert.run(entryId, id, position);
  writeMessageLinks(context, entryId, messageKeys);
}

function keepVersion(
  { db }: VaultContext,
  id: string,
  version: number,
  entry: NewEntry,
  at: string,
  author: string,
): void {
  db.prepare('INSERT INTO entry_versions (entry_id, version, body, at, author) VALUES (?, ?, ?, ?, ?)').run(
    id,
    version,
    JSON.stringify(entryContent(entry)),
    at,
    author,
  );
}

function touchCase({ db }: VaultContext, caseId: string, at: string): void {
  changeOne(db, 'UPDATE cases SET updated_at = ? WHERE id = ?', at, caseId);
}

/** Must run inside an act. */
function insertEntry(context: VaultContext, caseId: string, id: string, entry: NewEntry, at: string): void {
  const { earliest, latest } = dateBounds(entry.edtf, entry.time);
  const stamp = context.stamp();
  context.db
    .prepare(
      `INSERT INTO entries (id, case_id, version, body, earliest, latest, created_at, updated_at, office, author, hlc)
       VALUES (@id, @caseId, 1, @body, @earliest, @latest, @at, @at, @office, @author, @hlc)`,
    )
    .run({ id, caseId, body: bodyOf(entry), earliest, latest, at, ...stamp });
  keepVersion(context, id, 1, entry, at, stamp.author);
  writeLinks(context, id, entry);
}

export function createEntry(context: VaultContext, caseId: string, entry: NewEntry): Entry {
  dateBounds(entry.edtf, entry.time);
  checkCited(context, caseId, entry);
  const id = context.newId();
  const at = context.now().toISOString();
  context.act({ action: 'entry.create', subject: id }, () => {
    touchCase(context, caseId, at);
    insertEntry(context, caseId, id, entry, at);
  });
  context.changed('chronology', caseId);
  return readEntry(context, id);
}

/** Several entries in one act: all of them are made, or none. */
export function createEntries(context: VaultContext, caseId: string, entries: readonly NewEntry[]): Entry[] {
  for (const entry of entries) checkCited(context, caseId, entry);
  const at = context.now().toISOString();
  const made = entries.map((entry) => ({ id: context.newId(), entry }));
  const detail = { entries: made.length };
  context.act({ action: 'entry.create-many', subject: caseId, detail }, () => {
    touchCase(context, caseId, at);
    for (const { id, entry } of made) insertEntry(context, caseId, id, entry, at);
  });
  context.changed('chronology', caseId);
  return made.map(({ id }) => readEntry(context, id));
}

/** `version` is the one that was changed; another one in the vault gives `conflict`. */
export function updateEntry(context: VaultContext, id: string, version: number, entry: NewEntry): Entry {
  const before = readEntry(context, id);
  if (before.version !== version) throw new HoldfastError('conflict');
  const { earliest, latest } = dateBounds(entry.edtf, entry.time);
  checkCited(context, before.caseId, entry);
  const at = context.now().toISOString();
  context.act({ action: 'entry.update', subject: id, detail: { version: version + 1 } }, () => {
    touchCase(context, before.caseId, at);
    const stamp = context.stamp();
    changeOne(
      context.db,
      `UPDATE entries SET version = @next, body = @body, earliest = @earliest, latest = @latest, updated_at = @at,
         author = @author, hlc = @hlc WHERE id = @id AND version = @version AND removed = 0`,
      { id, version, next: version + 1, body: bodyOf(entry), earliest, latest, at, ...stamp },
    );
    keepVersion(context, id, version + 1, entry, at, stamp.author);
    writeLinks(context, id, entry);
  });
  context.changed('chronology', before.caseId);
  return readEntry(context, id);
}

export function removeEntry(context: VaultContext, id: string): void {
  const { caseId } = readEntry(context, id);
  const at = context.now().toISOString();
  context.act({ action: 'entry.remove', subject: id }, () => {
    touchCase(context, caseId, at);
    const stamp = context.stamp();
    changeOne(
      context.db,
      'UPDATE entries SET removed = 1, updated_at = @at, author = @author, hlc = @hlc WHERE id = @id AND removed = 0',
      { id, at, ...stamp },
    );
    for (const table of ['entry_evidence', 'entry_messages'])
      context.db.prepare(`DELETE FROM ${table} WHERE entry_id = ?`).run(id);
  });
  context.changed('chronology', caseId);
}
