import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sectionsSchema, versionsOfSections } from '../../../../electron/services/transfer/records/earlier';
import { projections } from '../../../../electron/vault-process/projections';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { versionsOf, versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { formatHlc } from '../../../../shared/domain/hlc';
import { historyOf } from '../../../../shared/domain/records/history';
import { compareIds } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { emptyProvenance } from '../../../../shared/models/provenance';
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

const said: readonly (readonly [itemId: string, version: number, body: object])[] = [
  [items[0], 1, { ...emptyProvenance, way: 'email', note: '  kept letter for letter\n' }],
  [items[0], 2, { ...emptyProvenance, way: 'copied_by_cable', checks: { date: 'no' } }],
  [items[1], 1, emptyProvenance],
];
/** The section as a package of format 4 has it. */
const provenance = said.map(([itemId, version, body], index) => ({
  ...{ itemId, version, body, at: at(index + 1), ...by(index + 1) },
}));

const handover = {
  ...{ from: 'Wren', to: 'Robin', edtf: '2026-09-16', time: '14:05', place: '', purpose: 'Safe keeping' },
  ...{ seal: '', fingerprintConfirmed: true, confirmation: 'Signed', note: ' so it was\n', planned: false },
};
const handovers = ['01a0c331-8f4e-71fc-8cbb-2bb9fd14c73a', '01a0c331-8f4e-71fc-8cbb-2bb9fd14c73b'] as const;
const continuity = handovers.map((id, index) => ({
  ...{ id, itemId: items[0], handoverId: items[1], corrects: index === 0 ? null : handovers[0] },
  ...{ body: { ...handover, place: String(index) }, recordedAt: at(index + 7), ...by(index + 7) },
}));

const tempFolder = useTempFolders();
let db: Database;
/** Rows of `continuity` as they were. */
let before: readonly unknown[];
beforeEach(async () => {
  db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
  runMigrations(db, migrations, 280);
  const times = { created_at: at(0), updated_at: at(0), ...by(0) };
  const text = { reference: 'A', alias: 'B', exhibit_initials: 'AB', status: 'active', safe_contact: '{}' };
  putRow(db, 'cases', { id: caseId, ...text, ...times });
  putRow(db, 'files', {
    id: 'file',
    key: randomBytes(32),
    sha256: 'a'.repeat(64),
    bytes: 1,
    created_at: at(0),
  });
  for (const [index, id] of items.entries())
    putRow(db, 'evidence', {
      ...{ id, case_id: caseId, file_id: 'file', exhibit_ref: `AB/${String(index)}`, exhibit_number: index },
      ...{
        file_name: 'f',
        title: 'File',
        kind: 'other',
        mime: '',
        imported_at: at(0),
        preview: 'none',
        ...by(0),
      },
    });
  for (const { itemId, body, ...rest } of provenance)
    putRow(db, 'provenance', { item_id: itemId, body: JSON.stringify(body), ...rest });
  for (const { itemId, handoverId, recordedAt, body, ...rest } of continuity)
    putRow(db, 'continuity', {
      ...{ item_id: itemId, handover_id: handoverId, recorded_at: recordedAt },
      ...{ body: JSON.stringify(body), ...rest },
    });
  before = db.prepare('SELECT * FROM continuity ORDER BY id').all();
  runMigrations(db, migrations);
});
afterEach(() => db.close());

describe('what was written about exhibits before it was a record', () => {
  it('is the same versions in a vault of then and in a package of format 4', () => {
    const sections = sectionsSchema.parse({ items: [], provenance, continuity });
    const packed = [...versionsOfSections(caseId, sections)].sort((a, b) => compareIds(a.id, b.id));
    expect(packed).toHaveLength(provenance.length + continuity.length);
    expect(versionsOfCase(db, caseId)).toEqual(packed);
    // A digest compares bodies as text.
    const texts = (versions: readonly Version[]) => versions.map(({ body }) => JSON.stringify(body));
    expect(texts(versionsOfCase(db, caseId))).toEqual(texts(packed));
  });

  it('keeps who wrote each version of where an exhibit came from, when, and every letter', () => {
    const versions = historyOf(versionsOf(db, recordIdAbout('provenance', items[0])));
    expect(versions).toMatchObject([
      { at: at(1), ...by(1), parents: [], body: { note: '  kept letter for letter\n', itemId: items[0] } },
      { at: at(2), ...by(2), parents: [versions[0]?.id], body: { checks: { date: 'no' } } },
    ]);
  });

  it('keeps who wrote each handover down, when, which one it puts right, and every letter', () => {
    const written = handovers.flatMap((id) => versionsOf(db, id));
    expect(written).toMatchObject([
      { at: at(7), ...by(7), refs: [items[0]], body: { ...handover, place: '0', corrects: null } },
      { at: at(8), ...by(8), refs: [items[0], handovers[0]], body: { place: '1', corrects: handovers[0] } },
    ]);
  });

  it('is two versions of one record where two offices each said it next', () => {
    const [first, second] = provenance;
    const theirs = { ...second, body: { ...emptyProvenance, way: 'other' }, ...by(9, 'office-2') };
    const sections = sectionsSchema.parse({ items: [], provenance: [first, theirs] });
    const [same, other] = versionsOfSections(caseId, sections);
    const ours = historyOf(versionsOf(db, recordIdAbout('provenance', items[0])));
    expect(same).toEqual(ours[0]);
    expect(other).toMatchObject({ parents: [ours[0]?.id], recordId: ours[0]?.recordId });
    expect(ours.map(({ id }) => id)).not.toContain(other?.id);
  });

  it('has narrow tables that come out the same when they are made again', () => {
    const there = narrowTables(db);
    rebuildRecords(db, projections);
    expect(narrowTables(db)).toEqual(there);
    expect(narrowTables(db).continuity).toEqual(before);
  });
});
