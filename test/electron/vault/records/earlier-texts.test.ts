import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  sectionsSchema,
  versionsOfLines,
  versionsOfSections,
} from '../../../../electron/services/transfer/records/earlier';
import { projections } from '../../../../electron/vault-process/projections';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { correctionId, recordIdAbout } from '../../../../electron/vault/records/record-id';
import { versionsOf, versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { formatHlc } from '../../../../shared/domain/hlc';
import { historyOf } from '../../../../shared/domain/records/history';
import { compareIds } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { narrowTables } from '../../../helpers/narrow-tables';
import { putRow } from '../../../helpers/put-row';
import { useTempFolders } from '../../../helpers/temp-folder';

const caseId = '01a0a971-c286-73d4-b1f2-90b42e419234';
const items = ['01a0c331-8f4e-71fc-8cbb-2bb9fd14c738', '01a0c331-8f4e-71fc-8cbb-2bb9fd14c739'] as const;
const at = (minute: number): string => new Date(minute * 60_000).toISOString();
const by = (minute: number, office = 'office-1') => ({
  ...{ office, author: `Robin ${String(minute)}` },
  hlc: formatHlc({ wall: minute * 60_000, count: 0 }),
});

const corrected: readonly (readonly [itemId: string, page: number, version: number, text: string])[] = [
  [items[0], 1, 1, '  kept letter for letter\n'],
  [items[0], 1, 2, 'Quay Lane'],
  [items[0], 2, 1, ''],
  [items[1], 1, 1, 'Quay Street'],
];
/** The lines as a package of format 4 has them, in any order. */
const lines = corrected
  .map(([itemId, page, version, text], index) => ({
    ...{ type: 'correction' as const, itemId, page, version, text },
    ...{ at: at(index + 1), ...by(index + 1) },
  }))
  .reverse();

/** The section as a package of format 4 has it. */
const languages = [
  { itemId: null, languages: 'eng+pol' },
  { itemId: items[0], languages: 'ukr' },
];

const tempFolder = useTempFolders();
let db: Database;
/** A vault of then. */
beforeEach(async () => {
  db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
  runMigrations(db, migrations, 330);
  const times = { created_at: at(0), updated_at: at(0), ...by(0) };
  const text = { reference: 'A', alias: 'B', exhibit_initials: 'AB', status: 'active', safe_contact: '{}' };
  putRow(db, 'cases', { id: caseId, ...text, ...times });
  const file = { id: 'file', key: randomBytes(32), sha256: 'a'.repeat(64), bytes: 1 };
  putRow(db, 'files', { ...file, created_at: at(0) });
  for (const [index, id] of items.entries())
    putRow(db, 'evidence', {
      ...{ id, case_id: caseId, file_id: 'file', exhibit_ref: `AB/${String(index)}`, exhibit_number: index },
      ...{
        file_name: 'f',
        title: 't',
        kind: 'other',
        mime: '',
        imported_at: at(0),
        preview: 'none',
        ...by(0),
      },
    });
  for (const [itemId, page] of corrected)
    db.prepare(
      `INSERT OR IGNORE INTO text_pages (item_id, page, source, text, engine, languages, at)
       VALUES (?, ?, 'ocr', 'as it was read', '', 'eng', '')`,
    ).run(itemId, page);
  for (const { type: _type, itemId, ...row } of lines)
    putRow(db, 'text_corrections', { item_id: itemId, ...row });
  for (const { itemId, ...row } of languages)
    if (itemId === null) putRow(db, 'text_case_choices', { case_id: caseId, ...row });
    else putRow(db, 'text_item_choices', { item_id: itemId, ...row });
});
afterEach(() => db.close());

const migrate = (): void => {
  runMigrations(db, migrations);
};
const kept = (kind: string) => versionsOfCase(db, caseId).filter((each) => each.kind === kind);
const indexed = () =>
  db
    .prepare(
      'SELECT p.item_id, p.page, i.text FROM text_index i JOIN text_pages p ON p.id = i.rowid ORDER BY 1, 2',
    )
    .all();

describe('what was corrected in texts before it was a record', () => {
  it('is the same versions in a vault of then and in a package of format 4', () => {
    migrate();
    const packed = [...versionsOfLines(caseId, lines)].sort((a, b) => compareIds(a.id, b.id));
    expect(packed).toHaveLength(corrected.length);
    expect(kept('text-correction')).toEqual(packed);
    // A digest compares bodies as text.
    const texts = (versions: readonly Version[]) => versions.map(({ body }) => JSON.stringify(body));
    expect(texts(kept('text-correction'))).toEqual(texts(packed));
  });

  it('keeps who wrote each version, when, and every letter', () => {
    migrate();
    const versions = historyOf(versionsOf(db, correctionId(items[0], 1)));
    expect(versions).toMatchObject([
      { at: at(1), ...by(1), parents: [], body: { text: '  kept letter for letter\n', page: 1 } },
      { at: at(2), ...by(2), parents: [versions[0]?.id], body: { text: 'Quay Lane', itemId: items[0] } },
    ]);
  });

  it('is two versions of one record where two offices each corrected it next', () => {
    const [first, second] = [...lines].reverse();
    if (first === undefined || second === undefined) throw new Error('no lines');
    migrate();
    const theirs = { ...second, text: 'Quay Road', ...by(9, 'office-2') };
    const [same, other] = versionsOfLines(caseId, [first, theirs]);
    const ours = historyOf(versionsOf(db, correctionId(items[0], 1)));
    expect(same).toEqual(ours[0]);
    expect(other).toMatchObject({ parents: [ours[0]?.id], recordId: ours[0]?.recordId });
    expect(ours.map(({ id }) => id)).not.toContain(other?.id);
  });

  it('is found as before, and its table comes out the same when it is made again', () => {
    const found = indexed();
    expect(found).toContainEqual({ item_id: items[0], page: 1, text: 'Quay Lane' });
    migrate();
    expect(indexed()).toEqual(found);
    const there = narrowTables(db);
    expect(there.text_corrections).toHaveLength(3);
    db.exec('DELETE FROM text_corrections');
    rebuildRecords(db, projections);
    expect(narrowTables(db)).toEqual(there);
  });
});

describe('the languages that were chosen before they were a record', () => {
  it('are the same versions in a vault of then and in a package of format 4, of which nobody knows who chose', () => {
    migrate();
    const packed = [...versionsOfSections(caseId, sectionsSchema.parse({ items: [], languages }))];
    expect(kept('languages')).toEqual(packed.sort((a, b) => compareIds(a.id, b.id)));
    const nobody = { office: '', author: '', at: '', parents: [] };
    expect(versionsOf(db, recordIdAbout('languages', caseId))).toMatchObject([
      { body: { itemId: null, languages: ['eng', 'pol'] }, refs: [], ...nobody },
    ]);
    expect(versionsOf(db, recordIdAbout('languages', items[0]))).toMatchObject([
      { body: { itemId: items[0], languages: ['ukr'] }, refs: [items[0]], ...nobody },
    ]);
  });

  it('are one version where two offices had chosen alike, and two where one had chosen otherwise', () => {
    migrate();
    const chosen = (of: string) =>
      versionsOfSections(
        caseId,
        sectionsSchema.parse({ items: [], languages: [{ itemId: null, languages: of }] }),
      );
    const [ours] = versionsOf(db, recordIdAbout('languages', caseId));
    expect(chosen('eng+pol')).toEqual([ours]);
    const [other] = chosen('eng');
    expect(other?.recordId).toBe(ours?.recordId);
    expect(other?.id).not.toBe(ours?.id);
  });
});
