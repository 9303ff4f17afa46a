import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { entryContent } from '../../../shared/domain/entry-content';
import { HoldfastError } from '../../../shared/errors';
import { newEntrySchema } from '../../../shared/models/chronology';
import type { Entry, NewEntry } from '../../../shared/models/chronology';
import type { VaultContext } from '../../vault/api';
import { historyOf } from '../../../shared/domain/records/history';
import { checkMessageKeys } from '../messages/links';
import { changeOne, oneRow } from '../../vault/rows/rows';
import { readEntries } from './entry-rows';
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
export function checkCited(context: VaultContext, caseId: string, entry: NewEntry): void {
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

/** Throws `not-found` for a case that is not there. */
export function touchCase({ db, now }: VaultContext, caseId: string): void {
  changeOne(db, 'UPDATE cases SET updated_at = ? WHERE id = ?', now().toISOString(), caseId);
}

function changed(context: VaultContext, caseId: string): void {
  touchEntries(context);
  context.changed('chronology', caseId);
}

export function createEntry(context: VaultContext, caseId: string, entry: NewEntry): Entry {
  dateBounds(entry.edtf, entry.time);
  checkCited(context, caseId, entry);
  const id = context.newId();
  context.act({ action: 'entry.create', subject: id }, () => {
    touchCase(context, caseId);
    context.records.create('entry', { id, caseId, body: entry });
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
  const made = entries.map((entry) => ({ id: context.newId(), entry }));
  const detail = { entries: made.length };
  context.act({ action: 'entry.create-many', subject: caseId, detail }, () => {
    touchCase(context, caseId);
    for (const { id, entry } of made) context.records.create('entry', { id, caseId, body: entry });
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
  context.act({ action: 'entry.update', subject: id, detail: { version: version + 1 } }, () => {
    touchCase(context, before.caseId);
    context.records.change(id, entry);
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
  const detail = { entries: ids.length };
  let count = 0;
  context.act({ action: 'entry.update-many', subject: caseId, detail }, () => {
    touchCase(context, caseId);
    for (const id of new Set(ids)) {
      const before = readEntry(context, id);
      if (before.caseId !== caseId) throw new HoldfastError('not-found');
      const content = entryContent(before);
      const next = change(content);
      if (JSON.stringify(next) === JSON.stringify(content)) continue;
      checkCited(context, caseId, next);
      context.records.change(id, next);
      count += 1;
    }
  });
  changed(context, caseId);
  return count;
}

export function removeEntry(context: VaultContext, id: string): void {
  const { caseId } = readEntry(context, id);
  context.act({ action: 'entry.remove', subject: id }, () => {
    touchCase(context, caseId);
    context.records.remove(id);
  });
  changed(context, caseId);
}

/** All of them in one act, or none. Throws `not-found` for one that is not live or of another case. */
export function removeEntries(context: VaultContext, caseId: string, ids: readonly string[]): void {
  context.act({ action: 'entry.remove-many', subject: caseId, detail: { entries: ids.length } }, () => {
    touchCase(context, caseId);
    for (const id of new Set(ids)) {
      if (readEntry(context, id).caseId !== caseId) throw new HoldfastError('not-found');
      context.records.remove(id);
    }
  });
  changed(context, caseId);
}

const stateRow = z.object({ case_id: z.string(), version: z.int(), removed: z.int() });

export interface Version {
  readonly version: number;
  readonly at: string;
  readonly author: string;
  readonly entry: NewEntry;
}

/** Every version that was written, the newest first, removals apart; also of an entry that was removed. */
export function readVersions(
  { db, records }: Pick<VaultContext, 'db' | 'records'>,
  id: string,
): { readonly removed: boolean; readonly versions: readonly Version[] } {
  const { removed } = oneRow(db, stateRow, 'SELECT case_id, version, removed FROM entries WHERE id = ?', id);
  const written = historyOf(records.versions(id)).filter((each) => each.body !== null && !each.removed);
  const versions = written.map(({ at, author, body }, index) => ({
    version: index + 1,
    ...{ at, author, entry: newEntrySchema.parse(body) },
  }));
  return { removed: removed === 1, versions: versions.reverse() };
}

/**
 * Makes an earlier version the newest one, as a version of its own. What it cited and has been erased since cannot come
 * back: it is left out.
 */
export function restoreVersion(context: VaultContext, id: string, version: number): Entry {
  const { state, entry } = restorable(context, id, version);
  context.act({ action: 'entry.restore', subject: id, detail: { version: state.version + 1 } }, () => {
    touchCase(context, state.case_id);
    bringLinkedBack(context, entry);
    context.records.bringBack(id, entry);
  });
  changed(context, state.case_id);
  return readEntry(context, id);
}

/** Brings removed entries of a case back as they were last, all in one act, or none. Throws `not-found`. */
export function bringBack(context: VaultContext, caseId: string, ids: readonly string[]): void {
  context.act({ action: 'entry.restore-many', subject: caseId, detail: { entries: ids.length } }, () => {
    touchCase(context, caseId);
    for (const id of new Set(ids)) {
      const { state, entry } = restorable(context, id, null);
      if (state.case_id !== caseId || state.removed === 0) throw new HoldfastError('not-found');
      bringLinkedBack(context, entry);
      context.records.bringBack(id, entry);
    }
  });
  changed(context, caseId);
}

/** A person, place or order that was removed meanwhile is there again with the entry that is linked to it. */
export function bringLinkedBack({ db, records }: VaultContext, { links }: NewEntry): void {
  const isRemoved = db.prepare('SELECT 1 FROM register WHERE id = ? AND removed = 1').pluck();
  for (const { id } of links) {
    if (isRemoved.get(id) === undefined) continue;
    records.bringBack(id, records.standing(id).shown?.body);
  }
}

/** A version of an entry (null: the newest) as it can be stored now: without what it cited and has been erased since. */
function restorable(
  context: VaultContext,
  id: string,
  version: number | null,
): { readonly state: z.infer<typeof stateRow>; readonly entry: NewEntry } {
  const { db } = context;
  const state = oneRow(db, stateRow, 'SELECT case_id, version, removed FROM entries WHERE id = ?', id);
  const { versions } = readVersions(context, id);
  const wanted = version === null ? versions[0] : versions.find((each) => each.version === version);
  if (wanted === undefined) throw new HoldfastError('not-found');
  const entry = citable(context, state.case_id, wanted.entry);
  return { state, entry };
}

/** An entry without what is not in its case, because it was erased. Throws `invalid-input` for what is of another case. */
export function citable(context: VaultContext, caseId: string, wanted: NewEntry): NewEntry {
  const { db } = context;
  const there = (sql: string, ...params: unknown[]): boolean =>
    db
      .prepare(sql)
      .pluck()
      .get(...params) !== undefined;
  const entry: NewEntry = {
    ...wanted,
    evidenceIds: wanted.evidenceIds.filter((item) =>
      there('SELECT 1 FROM evidence WHERE id = ? AND case_id = ?', item, caseId),
    ),
    messageKeys: wanted.messageKeys.filter(({ itemId, position }) =>
      there('SELECT 1 FROM messages WHERE item_id = ? AND position = ?', itemId, position),
    ),
    links: wanted.links.filter((link) =>
      there('SELECT 1 FROM register WHERE id = ? AND case_id = ?', link.id, caseId),
    ),
  };
  checkCited(context, caseId, entry);
  return entry;
}
