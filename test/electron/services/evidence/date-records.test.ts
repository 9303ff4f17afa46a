import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseRows } from '../../../../electron/services/erase/erase-rows';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { insertFact } from '../../../../electron/services/items/file-rows';
import { fileUnder } from '../../../../electron/services/items/file-under';
import { readItem } from '../../../../electron/services/items/item-rows';
import { provenanceHandlers } from '../../../../electron/services/provenance/handlers';
import { sectionsSchema, versionsOfSections } from '../../../../electron/services/transfer/records/earlier';
import { projections } from '../../../../electron/vault-process/projections';
import type { VaultContext } from '../../../../electron/vault/api';
import { openDatabase } from '../../../../electron/vault/database';
import { migrations } from '../../../../electron/vault/migrations/index';
import { runMigrations } from '../../../../electron/vault/migrations/runner';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { recordIdAbout } from '../../../../electron/vault/records/record-id';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import { historyOf } from '../../../../shared/domain/records/history';
import { dateChoiceKind } from '../../../../shared/records/date-choice';
import type { VaultInput } from '../../../../shared/contract/vault-methods';
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

/** An exhibit of which the camera and the name say different days. */
beforeEach(async () => {
  made = await makeTestVault();
  const { context, vault } = made;
  ({ id: caseId } = await caseHandlers(context)['cases.create'](filledCase));
  item = await addItem(vault, caseId, 1, randomBytes(100), 'a.jpg');
  context.db.exec('UPDATE exhibit_series SET next = 9');
  context.act({ action: 'test', subject: null }, () => {
    const captured = { field: 'captured' } as const;
    insertFact(
      context,
      item,
      newFact({ ...captured, source: 'exif', code: 'exif.DateTimeOriginal', raw: '2026-03-04' }),
    );
    insertFact(
      context,
      item,
      newFact({ ...captured, source: 'file-name', code: 'file-name.Date', raw: '2026-03-01' }),
    );
    fileUnder(context.db, item);
  });
});
afterEach(() => made.close());

const choose = (edtf: string, reason: string, context = made.context) => {
  const choice: VaultInput<'evidence.chooseDate'> = { id: item, choice: { edtf, time: null }, reason };
  return evidenceHandlers(context)['evidence.chooseDate'](choice);
};
const recordId = () => recordIdAbout('date-choice/captured', item);
const filed = async ({ db }: VaultContext = made.context) => {
  const { bestDate, dateConflict } = readItem({ db }, item);
  const reason: unknown = db.prepare('SELECT date_reason FROM evidence WHERE id = ?').pluck().get(item);
  return Promise.resolve({ edtf: bestDate?.edtf, chosen: bestDate?.chosen, dateConflict, reason });
};
const asFactsGive = { edtf: '2026-03-04', chosen: false, dateConflict: true, reason: null };

describe('a date that somebody settled on', () => {
  it('is a record: each choice is a version, and an earlier one can be brought back', async () => {
    expect(await filed()).toEqual(asFactsGive);
    await choose('2026-03-02', '  Her diary, “in the hall”.\n');
    await choose('2026-03-03~', 'She is not sure');
    const { versions } = await recordsOf(made)['records.history']({ id: recordId() });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    const text = JSON.stringify(versions);
    for (const words of ['WR/1', 'When it was made', '2 Mar 2026', 'She is not sure', '“in the hall”.\\n'])
      expect(text).toContain(words);
    const { choices } = await provenanceHandlers(made.context)['evidence.history']({ id: item });
    expect(choices.map(({ edtf }) => edtf)).toEqual(['2026-03-03~', '2026-03-02']);
    await recordsOf(made)['records.bringBack']({ id: recordId(), version: versions[1]?.id ?? '' });
    expect(await filed()).toEqual({
      ...{ edtf: '2026-03-02', chosen: true, dateConflict: false },
      reason: '  Her diary, “in the hall”.\n',
    });
  });

  it('of what an exhibit shows is a record of its own, and files nothing', async () => {
    await choose('2026-03-02', 'Her diary');
    await evidenceHandlers(made.context)['evidence.sayShown']({
      ...{ id: item, edtf: '2026-02-14', time: '08:12', saidBy: 'Wren', reason: 'The clock in the hall' },
    });
    const { choices } = await provenanceHandlers(made.context)['evidence.history']({ id: item });
    expect(choices).toMatchObject([
      { field: 'captured', edtf: '2026-03-02' },
      { field: 'shown', edtf: '2026-02-14', time: '08:12', reason: 'The clock in the hall' },
    ]);
    expect(await filed()).toMatchObject({ edtf: '2026-03-02' });
  });

  it('that was removed or erased leaves the exhibit under the date that its facts give', async () => {
    await choose('2026-03-02', 'Her diary');
    await recordsOf(made)['records.remove']({ id: recordId() });
    expect(await filed()).toEqual(asFactsGive);
    await choose('2026-03-03', 'Her phone');
    expect(await filed()).toMatchObject({ edtf: '2026-03-03', chosen: true });
    const { versions } = await recordsOf(made)['records.history']({ id: recordId() });
    expect(versions.map(({ removed }) => removed)).toEqual([false, true, false]);
    const { context } = made;
    context.act({ action: 'test', subject: null }, () => {
      context.records.erase(recordId());
    });
    expect(await filed()).toEqual(asFactsGive);
  });

  it('comes out the same when what the exhibit is filed under is made again from the versions', async () => {
    await choose('2026-03-02', 'Her diary');
    const { context } = made;
    const there = narrowTables(context.db);
    context.act({ action: 'test', subject: null }, () => {
      scrambleExhibits(context.db);
      expect(narrowTables(context.db)).not.toEqual(there);
      rebuildRecords(context.db, projections);
    });
    expect(narrowTables(context.db)).toEqual(there);
  });

  it('is one record an exhibit, made by nobody beside it and moved to no other', async () => {
    await choose('2026-03-02', 'Her diary');
    const other = await addItem(made.vault, caseId, 2, randomBytes(10));
    const { body, version } =
      (await recordsOf(made)['records.list']({ caseId, kind: 'date-choice' }))[0] ?? {};
    const create = () => recordsOf(made)['records.create']({ caseId, kind: 'date-choice', body: body ?? {} });
    expect(await codeOf(create)).toBe('invalid-input');
    const moved = { ...body, itemId: other };
    const change = () =>
      recordsOf(made)['records.change']({ id: recordId(), version: version ?? '', body: moved });
    expect(await codeOf(change)).toBe('invalid-input');
    const date = { ...dateChoiceKind.body.parse(body).date, edtf: '2026-02-30' };
    const spoil = () =>
      recordsOf(made)['records.change']({ id: recordId(), version: version ?? '', body: { ...body, date } });
    expect(await codeOf(spoil)).toBe('invalid-input');
    expect((await recordsOf(made)['records.list']({ caseId, kind: 'date-choice' })).length).toBe(1);
  });

  it('goes to another office with every version, and two that settle on different days are asked', async () => {
    await choose('2026-03-02', 'Her diary');
    await choose('2026-03-03', 'Her phone');
    const other = await copiedCase(made.context, caseId);
    try {
      expect(versionsOfCase(other.context.db, caseId)).toEqual(versionsOfCase(made.context.db, caseId));
      expect(await filed(other.context)).toEqual(await filed());
      await choose('2026-03-05', 'The court order', other.context);
      await choose('2026-03-06', 'The neighbour');
      takeVersions(made.context, other.context, caseId);
      expect(await recordsOf(made)['records.undecided']({ caseId })).toMatchObject([
        { id: recordId(), kind: 'date-choice' },
      ]);
      const question = await recordsOf(made)['records.question']({ id: recordId() });
      expect(question.fields.map(({ field, verdict }) => [field, verdict])).toEqual([
        ['date', 'asked'],
        ['reason', 'asked'],
      ]);
      const theirs = question.sides.findIndex(({ isOurs }) => !isOurs);
      await recordsOf(made)['records.join']({
        ...{ id: recordId(), heads: question.heads, keep: true },
        choices: { date: theirs, reason: theirs },
      });
      expect(await recordsOf(made)['records.undecided']({ caseId })).toEqual([]);
      expect(await filed()).toMatchObject({ edtf: '2026-03-05', reason: 'The court order' });
    } finally {
      await other.close();
    }
  });

  it('is erased with its exhibit, and comes back by no version of another office', async () => {
    await choose('2026-03-02', 'Her diary');
    const other = await copiedCase(made.context, caseId);
    try {
      const { context } = made;
      context.act({ action: 'test', subject: null }, () => {
        eraseRows(context.db, { type: 'item', id: item }, context.now().toISOString());
      });
      expect(context.records.versions(recordId())).toEqual([]);
      await choose('2026-03-05', 'The court order', other.context);
      takeVersions(context, other.context, caseId);
      expect(context.records.versions(recordId())).toEqual([]);
      expect(JSON.stringify(versionsOfCase(context.db, caseId))).not.toContain('Her diary');
    } finally {
      await other.close();
    }
  });
});

describe('dates that an older Holdfast kept in rows of their own', () => {
  const by = { office: 'office-1', author: 'Robin' };
  const items = ['01a0a971-c286-73d4-b1f2-90b42e419201', '01a0a971-c286-73d4-b1f2-90b42e419202'];
  const [first = '', second = ''] = items;
  const dated = (edtf: string) => ({
    ...{ edtf, time: null, zone: null, source: 'typed', code: 'typed.Advocate', detail: '', chosen: true },
  });
  const row = (id: string, itemId: string, edtf: string, hlc: string, at: string | null) => ({
    ...{ id, itemId, field: 'captured', date: dated(edtf), reason: `Why ${edtf}`, at, ...by, hlc },
  });
  const choices = [
    // Of before they were kept one by one.
    row(first, first, '2026-03-01', '0001789635600026-0000', null),
    row(items[1] ?? '', second, '2026-03-02', '0001789635600027-0000', '2026-09-17T09:00:00.030Z'),
    row('01a0be0b-3333-76dd-af2b-55ce47309063', first, '2026-03-03', '0001789635700000-0000', '2026-09-18'),
    row('01a0be0b-3333-76dd-af2b-55ce47309062', first, '2026-03-04', '0001789635800000-0000', '2026-09-19'),
    {
      ...row(
        '01a0be0b-3333-76dd-af2b-55ce47309064',
        first,
        '2026-01-01',
        '0001789635900000-0000',
        '2026-09-20',
      ),
      field: 'shown',
    },
  ];
  const third = '01a0a971-c286-73d4-b1f2-90b42e419203';
  const filings = [
    { id: first, date: dated('2026-03-04'), reason: 'Why 2026-03-04' },
    { id: second, date: dated('2026-03-02'), reason: 'Why 2026-03-02' },
    // Settled on before choices were kept one by one, and come in a package of then.
    { id: third, date: dated('2026-05-05'), reason: 'Long ago' },
  ];
  const hlc = '0001789635800001-0000';

  async function oldVault() {
    const db = openDatabase(join(await tempFolder(), 'db'), randomBytes(32), randomBytes(16));
    runMigrations(db, migrations, 280);
    db.pragma('foreign_keys=OFF');
    const addItemRow = db.prepare(
      `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, file_name, title, kind, mime, imported_at,
         preview, best_date, sort_date, date_reason, office, author, hlc)
       VALUES (@id, 'case-1', 'f', @id, 1, '', 'File', 'other', '', '', 'none', @date, @sort, @reason, @office, @author, @hlc)`,
    );
    for (const { id, date, reason } of filings) {
      const { code, detail, ...rest } = date;
      // As the migration before left it: its code at the end.
      const stored = JSON.stringify({ ...rest, code, detail });
      addItemRow.run({ id, date: stored, sort: `${date.edtf}T00:00:00`, reason, ...by, hlc });
    }
    const add = db.prepare(
      `INSERT INTO date_choices (id, item_id, field, date, reason, at, office, author, hlc)
       VALUES (@id, @itemId, @field, @date, @reason, @at, @office, @author, @hlc)`,
    );
    for (const each of choices) add.run({ ...each, date: JSON.stringify(each.date) });
    runMigrations(db, migrations);
    return db;
  }

  it('are versions, each made from the one before, by whom and when letter for letter', async () => {
    const db = await oldVault();
    const versions = versionsOfCase(db, 'case-1').filter(({ kind }) => kind === 'date-choice');
    expect(versions).toHaveLength(6);
    const history = historyOf(
      versions.filter(({ recordId: id }) => id === recordIdAbout('date-choice/captured', first)),
    );
    expect(history.map(({ body, at, author }) => [body?.reason, at, author])).toEqual([
      ['Why 2026-03-01', '', 'Robin'],
      ['Why 2026-03-03', '2026-09-18', 'Robin'],
      ['Why 2026-03-04', '2026-09-19', 'Robin'],
    ]);
    expect(history.map(({ parents }) => parents)).toEqual([[], [history[0]?.id], [history[1]?.id]]);
    const there = narrowTables(db);
    rebuildRecords(db, projections);
    expect(narrowTables(db)).toEqual(there);
    db.close();
  });

  it('are the same versions in a package of format 4', async () => {
    const db = await oldVault();
    const packed = filings.map(({ id, date, reason }) => ({
      ...{ id, sha256: 'a'.repeat(64), exhibitRef: 'A/1', exhibitNumber: 1, fileName: '', title: 'File' },
      ...{ kind: 'other', mime: '', importedAt: '2026-09-17T09:00:00.030Z', preview: 'none' },
      ...{ previewReason: null, width: null, height: null, orientation: 1, pages: null, pageSizes: null },
      ...{ tone: null, edited: false, facts: [], derivatives: [], ...by, hlc },
      ...{ bestDate: date, dateConflict: false, dateReason: reason },
    }));
    const fitting = choices.filter(({ at }) => at === null || at.length > 9);
    const sections = sectionsSchema.parse({ items: packed, dateChoices: fitting });
    const versions = versionsOfSections('case-1', sections).filter(({ kind }) => kind === 'date-choice');
    const ours = versionsOfCase(db, 'case-1').filter(({ kind }) => kind === 'date-choice');
    expect([...versions].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(ours);
    db.close();
  });
});
