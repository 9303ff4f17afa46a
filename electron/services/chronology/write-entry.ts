import { z } from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { entryContent } from '../../../shared/domain/entry-content';
import { HoldfastError } from '../../../shared/errors';
import { newEntrySchema } from '../../../shared/models/chronology';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import type { VaultContext } from '../../vault/api';
import { checkMessageKeys, writeMessageLinks } from '../messages/links';
import { allRows, changeOne, oneRow, parseJson } from '../../vault/rows/rows';
import { bodyOf, readEntries } from './entry-rows';
import { indexEntry, unindexEntry } from './index-row';
import { touchEntries } from './revision';

export function readEntry(context: VaultContext, id: string): Entry {
  const entry = readEntries(context, { id })[0];
  if (entry === undefined) throw new HoldfastError('not-found');
  return entry;
}

/**
 * Evidence, people, places and orders of another case can never be cited: that would carry one client's material into
 * another's bundle.
 */
function checkCited(context: VaultContext, caseId: string, entry: NewEntry): void {
  const { evidenceIds, messageKeys, links } = entry;
  const owner = context.db.prepare('SELECT case_id FROM evidence WHERE id = ?').pluck();
  for (const id of evidenceIds) if (owner.get(id) !== caseId) throw new HoldfastError('invalid-input');
  if (new Set(evidenceIds).size !== evidenceIds.length) throw new HoldfastError('invalid-input');
  const registered = context.db.prepare('SELECT case_id FROM register WHERE id = ?').pluck();
  for (const { id } of links) if (registered.get(id) !== caseId) throw new HoldfastError('invalid-input');
  if (new Set(links.map(({ id, role }) => `${id} ${role}`)).size !== links.length)
    throw new HoldfastError('invalid-input');
  checkMessageKeys(context, caseId, messageKeys);
}

function writeLinks(context: VaultContext, entryId: string, entry: NewEntry): void {
  const { db } = context;
  const { evidenceIds, messageKeys, links } = entry;
  db.prepare('DELETE FROM entry_evidence WHERE entry_id = ?').run(entryId);
  const insert = db.prepare('INSERT INTO entry_evidence (entry_id, item_id, position) VALUES (?, ?, ?)');
  for (const [position, id] of evidenceIds.entries()) insert.run(entryId, id, position);
  db.prepare('DELETE FROM entry_register WHERE entry_id = ?').run(entryId);
  const link = db.prepare(
    'INSERT INTO entry_register (entry_id, register_id, role, position) VALUES (?, ?, ?, ?)',
  );
  for (const [position, { id, role }] of links.entries()) link.run(entryId, id, role, position);
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

function changed(context: VaultContext, caseId: string): void {
  touchEntries(context);
  context.changed('chronology', caseId);
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
  indexEntry(context, caseId, id, entry);
}

/** Must run inside an act. `before` is the version the change was made from; another one gives `not-found`. */
function rewriteEntry(
  context: VaultContext,
  caseId: string,
  id: string,
  before: number,
  entry: NewEntry,
  at: string,
): void {
  const { earliest, latest } = dateBounds(entry.edtf, entry.time);
  const stamp = context.stamp();
  changeOne(
    context.db,
    `UPDATE entries SET version = @next, body = @body, earliest = @earliest, latest = @latest, updated_at = @at,
       removed = 0, author = @author, hlc = @hlc WHERE id = @id AND version = @before`,
    { id, before, next: before + 1, body: bodyOf(entry), earliest, latest, at, ...stamp },
  );
  keepVersion(context, id, before + 1, entry, at, stamp.author);
  writeLinks(context, id, entry);
  indexEntry(context, caseId, id, entry);
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
  changed(context, caseId);
  return readEntry(context, id);
}

/** Several entries in one act: all of them are made, or none. Gives their ids, in order. */
export function createEntries(
  context: VaultContext,
  caseId: string,
  entries: readonly NewEntry[],
): readonly string[] {
  for (const entry of entries) {
    dateBounds(entry.edtf, entry.time);
    checkCited(context, caseId, entry);
  }
  const at = context.now().toISOString();
  const made = entries.map((entry) => ({ id: context.newId(), entry }));
  const detail = { entries: made.length };
  context.act({ action: 'entry.create-many', subject: caseId, detail }, () => {
    touchCase(context, caseId, at);
    for (const { id, entry } of made) insertEntry(context, caseId, id, entry, at);
  });
  changed(context, caseId);
  return made.map(({ id }) => id);
}

/** `version` is the one that was changed; another one in the vault gives `conflict`. */
export function updateEntry(context: VaultContext, id: string, version: number, entry: NewEntry): Entry {
  const before = readEntry(context, id);
  if (before.version !== version) throw new HoldfastError('conflict');
  dateBounds(entry.edtf, entry.time);
  checkCited(context, before.caseId, entry);
  const at = context.now().toISOString();
  context.act({ action: 'entry.update', subject: id, detail: { version: version + 1 } }, () => {
    touchCase(context, before.caseId, at);
    rewriteEntry(context, before.caseId, id, version, entry, at);
  });
  changed(context, before.caseId);
  return readEntry(context, id);
}

/** The same change of several live entries of a case, each as a new version, all in one act. Throws `not-found`. */
export function changeEntries(
  context: VaultContext,
  caseId: string,
  ids: readonly string[],
  change: (entry: NewEntry) => NewEntry,
): number {
  const at = context.now().toISOString();
  const detail = { entries: ids.length };
  let count = 0;
  context.act({ action: 'entry.update-many', subject: caseId, detail }, () => {
    touchCase(context, caseId, at);
    for (const id of new Set(ids)) {
      const before = readEntry(context, id);
      if (before.caseId !== caseId) throw new HoldfastError('not-found');
      const content = entryContent(before);
      const next = change(content);
      if (JSON.stringify(next) === JSON.stringify(content)) continue;
      checkCited(context, caseId, next);
      rewriteEntry(context, caseId, id, before.version, next, at);
      count += 1;
    }
  });
  changed(context, caseId);
  return count;
}

/** Must run inside an act. */
function takeOut(context: VaultContext, id: string, at: string): void {
  const stamp = context.stamp();
  changeOne(
    context.db,
    'UPDATE entries SET removed = 1, updated_at = @at, author = @author, hlc = @hlc WHERE id = @id AND removed = 0',
    { id, at, ...stamp },
  );
  for (const table of ['entry_evidence', 'entry_messages', 'entry_register'])
    context.db.prepare(`DELETE FROM ${table} WHERE entry_id = ?`).run(id);
  unindexEntry(context, id);
}

export function removeEntry(context: VaultContext, id: string): void {
  const { caseId } = readEntry(context, id);
  const at = context.now().toISOString();
  context.act({ action: 'entry.remove', subject: id }, () => {
    touchCase(context, caseId, at);
    takeOut(context, id, at);
  });
  changed(context, caseId);
}

/** All of them in one act, or none. Throws `not-found` for one that is not live or of another case. */
export function removeEntries(context: VaultContext, caseId: string, ids: readonly string[]): void {
  const at = context.now().toISOString();
  context.act({ action: 'entry.remove-many', subject: caseId, detail: { entries: ids.length } }, () => {
    touchCase(context, caseId, at);
    for (const id of new Set(ids)) {
      if (readEntry(context, id).caseId !== caseId) throw new HoldfastError('not-found');
      takeOut(context, id, at);
    }
  });
  changed(context, caseId);
}

const stateRow = z.object({ case_id: z.string(), version: z.int(), removed: z.int() });
const versionRow = z.object({ version: z.int(), body: z.string(), at: z.string(), author: z.string() });

export interface Version {
  readonly version: number;
  readonly at: string;
  readonly author: string;
  readonly entry: NewEntry;
}

/** Every version, the newest first; also of an entry that was removed. */
export function readVersions(
  { db }: Pick<VaultContext, 'db'>,
  id: string,
): { readonly removed: boolean; readonly versions: readonly Version[] } {
  const { removed } = oneRow(db, stateRow, 'SELECT case_id, version, removed FROM entries WHERE id = ?', id);
  const versions = allRows(
    db,
    versionRow,
    'SELECT version, body, at, author FROM entry_versions WHERE entry_id = ? ORDER BY version DESC',
    id,
  ).map(({ body, ...row }) => ({ ...row, entry: parseJson(newEntrySchema, body) }));
  return { removed: removed === 1, versions };
}

/**
 * Makes an earlier version the newest one, as a version of its own. What it cited and has been erased since cannot come
 * back: it is left out.
 */
export function restoreVersion(context: VaultContext, id: string, version: number): Entry {
  const { state, entry } = restorable(context, id, version);
  const at = context.now().toISOString();
  context.act({ action: 'entry.restore', subject: id, detail: { version: state.version + 1 } }, () => {
    touchCase(context, state.case_id, at);
    rewriteEntry(context, state.case_id, id, state.version, entry, at);
    bringLinkedBack(context, entry);
  });
  changed(context, state.case_id);
  return readEntry(context, id);
}

/** Brings removed entries of a case back as they were last, all in one act, or none. Throws `not-found`. */
export function bringBack(context: VaultContext, caseId: string, ids: readonly string[]): void {
  const at = context.now().toISOString();
  context.act({ action: 'entry.restore-many', subject: caseId, detail: { entries: ids.length } }, () => {
    touchCase(context, caseId, at);
    for (const id of new Set(ids)) {
      const { state, entry } = restorable(context, id, null);
      if (state.case_id !== caseId || state.removed === 0) throw new HoldfastError('not-found');
      rewriteEntry(context, caseId, id, state.version, entry, at);
      bringLinkedBack(context, entry);
    }
  });
  changed(context, caseId);
}

/** A person, place or order that was removed meanwhile is there again with the entry that is linked to it. */
function bringLinkedBack({ db }: VaultContext, { links }: NewEntry): void {
  const back = db.prepare('UPDATE register SET removed = 0 WHERE id = ? AND removed = 1');
  for (const { id } of links) back.run(id);
}

/** A version of an entry (null: the newest) as it can be stored now: without what it cited and has been erased since. */
function restorable(
  context: VaultContext,
  id: string,
  version: number | null,
): { readonly state: z.infer<typeof stateRow>; readonly entry: NewEntry } {
  const { db } = context;
  const state = oneRow(db, stateRow, 'SELECT case_id, version, removed FROM entries WHERE id = ?', id);
  const wanted = readVersions(context, id).versions.find(
    (each) => each.version === (version ?? state.version),
  );
  if (wanted === undefined) throw new HoldfastError('not-found');
  const there = (sql: string, ...params: unknown[]): boolean =>
    db
      .prepare(sql)
      .pluck()
      .get(...params) !== undefined;
  const entry: NewEntry = {
    ...wanted.entry,
    evidenceIds: wanted.entry.evidenceIds.filter((item) =>
      there('SELECT 1 FROM evidence WHERE id = ? AND case_id = ?', item, state.case_id),
    ),
    messageKeys: wanted.entry.messageKeys.filter(({ itemId, position }) =>
      there('SELECT 1 FROM messages WHERE item_id = ? AND position = ?', itemId, position),
    ),
    links: wanted.entry.links.filter((link) =>
      there('SELECT 1 FROM register WHERE id = ? AND case_id = ?', link.id, state.case_id),
    ),
  };
  checkCited(context, state.case_id, entry);
  return { state, entry };
}
