import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseRows } from '../../../../electron/services/erase/erase-rows';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { readItem } from '../../../../electron/services/items/item-rows';
import { suggestName } from '../../../../electron/services/items/name-item';
import { searchHandlers } from '../../../../electron/services/search/handlers';
import { sectionsSchema, versionsOfSections } from '../../../../electron/services/transfer/records/earlier';
import { itemOfToday } from '../../../../electron/services/transfer/records/items';
import { projections } from '../../../../electron/vault-process/projections';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { codeOf } from '../../../helpers/code-of';
import { copiedCase, takeVersions } from '../../../helpers/copied-case';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { narrowTables, scrambleExhibits } from '../../../helpers/narrow-tables';
import { recordsOf } from '../../../helpers/records-of';
import { useTempFolders } from '../../../helpers/temp-folder';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const tempFolder = useTempFolders();
let made: TestVault;
let caseId: string;
let item: string;

beforeEach(async () => {
  made = await makeTestVault();
  ({ id: caseId } = await caseHandlers(made.context)['cases.create'](filledCase));
  made.context.db.exec('UPDATE exhibit_series SET next = 9');
  item = await addItem(made.vault, caseId, 1, randomBytes(100), 'Suggested');
});
afterEach(() => made.close());

const call = (title: string, { context } = made) =>
  evidenceHandlers(context)['evidence.update']({ id: item, title });
const setPolice = (policeRef: string, { context } = made) =>
  exhibitHandlers(context)['exhibits.setPoliceRef']({ id: item, policeRef });
const recordId = () => recordIdAbout('exhibit', item);
const called = ({ context } = made) => {
  const { title, policeRef } = readItem(context, item);
  return [title, policeRef];
};

describe('what a person calls an exhibit', () => {
  it('is a record from the first word on: each change is a version that can be brought back', async () => {
    expect(versionsOfCase(made.context.db, caseId).some(({ kind }) => kind === 'exhibit')).toBe(false);
    await setPolice('NP/44');
    expect(called()).toEqual(['Suggested', 'NP/44']);
    await call('The door, “in the morning”');
    await call('The back door');
    const { versions } = await recordsOf(made)['records.history']({ id: recordId() });
    expect(versions.map(({ lines }) => lines.map(({ label, text }) => `${label}: ${text}`))).toEqual([
      ['Exhibit: WR/1', 'Title: The back door', 'Police reference: NP/44'],
      ['Exhibit: WR/1', 'Title: The door, “in the morning”', 'Police reference: NP/44'],
      ['Exhibit: WR/1', 'Police reference: NP/44'],
    ]);
    await recordsOf(made)['records.bringBack']({ id: recordId(), version: versions[1]?.id ?? '' });
    expect(called()).toEqual(['The door, “in the morning”', 'NP/44']);
    await setPolice('');
    expect(called()).toEqual(['The door, “in the morning”', '']);
  });

  it('stays where a reading suggests a title, which it goes back to when the record is removed or erased', async () => {
    const { context } = made;
    await call('The back door');
    await setPolice('NP/44');
    context.act({ action: 'test', subject: null }, () => {
      suggestName(context.db, item, 'E-mail: the lock');
    });
    expect(called()).toEqual(['The back door', 'NP/44']);
    await recordsOf(made)['records.remove']({ id: recordId() });
    expect(called()).toEqual(['E-mail: the lock', '']);
    await call('The letter');
    expect(called()).toEqual(['The letter', '']);
    context.act({ action: 'test', subject: null }, () => {
      context.records.erase(recordId());
    });
    expect(called()).toEqual(['E-mail: the lock', '']);
  });

  it('is what it is found by, and comes out the same when it is made again from the versions', async () => {
    await call('Zinfandel at the door');
    const { context } = made;
    const { hits } = await searchHandlers(context)['search.everything']({ caseId, text: 'zinfandel' });
    expect(hits.map(({ kind, id }) => [kind, id])).toEqual([['exhibit', item]]);
    const there = narrowTables(context.db);
    context.act({ action: 'test', subject: null }, () => {
      scrambleExhibits(context.db);
      expect(narrowTables(context.db)).not.toEqual(there);
      rebuildRecords(context.db, projections);
    });
    expect(narrowTables(context.db)).toEqual(there);
  });

  it('is one record an exhibit, made by nobody beside it and moved to no other', async () => {
    await call('The back door');
    const other = await addItem(made.vault, caseId, 2, randomBytes(10));
    const { body, version = '' } =
      (await recordsOf(made)['records.list']({ caseId, kind: 'exhibit' }))[0] ?? {};
    const create = () => recordsOf(made)['records.create']({ caseId, kind: 'exhibit', body: body ?? {} });
    expect(await codeOf(create)).toBe('invalid-input');
    const change = () =>
      recordsOf(made)['records.change']({ id: recordId(), version, body: { ...body, itemId: other } });
    expect(await codeOf(change)).toBe('invalid-input');
  });

  it('goes to another office with every version, and what two call differently is asked', async () => {
    await call('The door');
    await call('The back door');
    const other = await copiedCase(made.context, caseId);
    try {
      expect(versionsOfCase(other.context.db, caseId)).toEqual(versionsOfCase(made.context.db, caseId));
      expect(called(other)).toEqual(['The back door', '']);
      await call('The kitchen door', other);
      await setPolice('NP/44', other);
      await call('The side door');
      takeVersions(made.context, other.context, caseId);
      expect(await recordsOf(made)['records.undecided']({ caseId })).toMatchObject([
        { id: recordId(), kind: 'exhibit', title: 'The side door' },
      ]);
      const { heads, sides, fields } = await recordsOf(made)['records.question']({ id: recordId() });
      expect(fields.map(({ field, verdict }) => [field, verdict])).toEqual([
        ['policeRef', 'theirs'],
        ['title', 'asked'],
      ]);
      const ours = sides.findIndex(({ isOurs }) => isOurs);
      await recordsOf(made)['records.join']({ id: recordId(), heads, keep: true, choices: { title: ours } });
      expect(called()).toEqual(['The side door', 'NP/44']);
      expect(await recordsOf(made)['records.undecided']({ caseId })).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('is erased with its exhibit, and comes back by no version of another office', async () => {
    await call('The back door');
    const other = await copiedCase(made.context, caseId);
    try {
      const { context } = made;
      context.act({ action: 'test', subject: null }, () => {
        eraseRows(context.db, { type: 'item', id: item }, context.now().toISOString());
      });
      expect(context.records.versions(recordId())).toEqual([]);
      await call('The kitchen door', other);
      takeVersions(context, other.context, caseId);
      expect(JSON.stringify(versionsOfCase(context.db, caseId))).not.toContain('door');
    } finally {
      await other.close();
    }
  });
});

describe('what an older Holdfast kept of an exhibit in its own row', () => {
  const by = { office: 'office-1', author: 'Robin', hlc: '0001789722000155-0000' };
  const importedAt = '2026-09-17T09:00:00.030Z';
  const mail = [
    {
      ...{ id: '01a0be0b-3333-76dd-af2b-55ce47309063', field: 'subject', source: 'email', detail: '' },
      ...{ code: 'mail.Subject', raw: ' Last warning ', value: ' Last warning ', time: null, zone: null },
      rank: 2,
    },
  ];
  const row = (last: string, change: object) => ({
    ...{ id: `01a0a971-c286-73d4-b1f2-90b42e4192${last}`, title: 'Picture', policeRef: '', kind: 'image' },
    ...{ mime: 'image/png', facts: [] as typeof mail, ...change },
  });
  const email = { kind: 'email', mime: 'message/rfc822', facts: mail };
  const items = [
    row('01', {}),
    row('02', { title: 'The door in the morning', policeRef: 'NP/44' }),
    row('03', { policeRef: 'NP/45' }),
    row('04', { ...email, title: 'E-mail: Last warning' }),
    row('05', { ...email, facts: [], title: 'He means it' }),
    // A film without a picture in it.
    row('06', { title: 'Video', kind: 'audio', mime: 'audio/mp4' }),
  ];
  const [first, door, reference, , letter] = items;
  type Db = ReturnType<typeof openDatabase>;

  async function oldVault(before: (db: Db) => void = () => undefined): Promise<Db> {
    const db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
    runMigrations(db, migrations, 280);
    db.pragma('foreign_keys=OFF');
    const add = db.prepare(
      `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, police_ref, file_name, title, kind, mime,
         imported_at, preview, office, author, hlc)
       VALUES (@id, 'case-1', 'f', @id, 1, @policeRef, '', @title, @kind, @mime, @importedAt, 'none', @office, @author, @hlc)`,
    );
    const addFact = db.prepare(
      `INSERT INTO facts (id, item_id, field, source, code, detail, raw, value, time, zone, rank)
       VALUES (@id, @itemId, @field, @source, @code, @detail, @raw, @value, @time, @zone, @rank)`,
    );
    for (const { facts, ...each } of items) {
      add.run({ ...each, ...by, importedAt });
      for (const one of facts) addFact.run({ ...one, itemId: each.id });
    }
    before(db);
    runMigrations(db, migrations);
    return db;
  }
  const exhibitsIn = (db: Db) => versionsOfCase(db, 'case-1').filter(({ kind }) => kind === 'exhibit');

  it('is a version where a person wrote something, and what was only suggested is none', async () => {
    const db = await oldVault();
    const bodies = exhibitsIn(db).map(({ body }) => body);
    expect(bodies).toHaveLength(3);
    for (const body of [
      { itemId: door?.id, title: 'The door in the morning', policeRef: 'NP/44' },
      { itemId: reference?.id, title: null, policeRef: 'NP/45' },
      { itemId: letter?.id, title: 'He means it', policeRef: '' },
    ])
      expect(bodies).toContainEqual(body);
    for (const version of exhibitsIn(db))
      expect(version).toMatchObject({ ...by, at: '2026-09-18T09:00:00.155Z', parents: [], removed: false });
    const called = db.prepare('SELECT title, suggested_title FROM evidence ORDER BY id').raw();
    expect(called.all()).toEqual([
      ['Picture', 'Picture'],
      ['The door in the morning', 'Picture'],
      ['Picture', 'Picture'],
      ['E-mail: Last warning', 'E-mail: Last warning'],
      ['He means it', 'E-mail'],
      ['Video', 'Video'],
    ]);
    const there = narrowTables(db);
    rebuildRecords(db, projections);
    expect(narrowTables(db)).toEqual(there);
    db.close();
  });

  it('is a version, too, where the record of acts says that somebody wrote what had been suggested', async () => {
    const db = await oldVault((old) => {
      old
        .prepare(
          `INSERT INTO audit (seq, at, author, action, subject, detail, previous, hash)
           VALUES (1, '', 'Robin', 'evidence.update', ?, '{}', '', '')`,
        )
        .run(first?.id);
    });
    expect(exhibitsIn(db).map(({ body }) => body)).toContainEqual({
      ...{ itemId: first?.id, title: 'Picture', policeRef: '' },
    });
    db.close();
  });

  it('is the same version in a package of format 4, with the same suggestion beside it', async () => {
    const db = await oldVault();
    const packed = items.map((each) => ({
      ...{ ...each, sha256: 'a'.repeat(64), exhibitRef: 'A/1', exhibitNumber: 1, fileName: '' },
      ...{ importedAt, preview: 'none', ...by, tone: null, edited: false, derivatives: [] },
      ...{ previewReason: null, width: null, height: null, orientation: 1, pages: null, pageSizes: null },
      ...{ bestDate: null, dateConflict: false, dateReason: null },
    }));
    const sections = sectionsSchema.parse({ items: packed });
    const versions = versionsOfSections('case-1', sections).filter(({ kind }) => kind === 'exhibit');
    expect([...versions].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(exhibitsIn(db));
    const suggested = db.prepare('SELECT suggested_title FROM evidence ORDER BY id').pluck();
    expect(sections.items.map((each) => itemOfToday('case-1', each).suggestedTitle)).toEqual(suggested.all());
    db.close();
  });
});
