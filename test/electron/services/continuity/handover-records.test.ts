import { describe, expect, it } from 'vitest';
import { continuityHandlers } from '../../../../electron/services/continuity/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { projections } from '../../../../electron/vault-process/projections';
import { rebuildRecords } from '../../../../electron/vault/records/rebuild';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import type { NewHandover } from '../../../../shared/models/continuity';
import { codeOf } from '../../../helpers/code-of';
import { narrowTables } from '../../../helpers/narrow-tables';
import { recordsOf } from '../../../helpers/records-of';
import type { TestVault } from '../../../helpers/test-vault';
import { useTwoOffices } from '../../../helpers/two-offices';

let north: TestVault;
let south: TestVault;
let item: string;
let other: string;
const offices = useTwoOffices((made) => {
  ({ north, south } = made);
  [item, other] = made.items;
});

const handover: NewHandover = {
  from: 'Robin Wells',
  to: 'PC 1234 Ash',
  edtf: '2026-07-09',
  time: '14:20',
  place: 'Harbour police station',
  purpose: 'For the investigation',
  seal: 'B 004211',
  fingerprintConfirmed: true,
  confirmation: 'Signed the label',
  note: '  as she said\n',
};
const add = (vault: TestVault, itemIds: readonly string[], change: Partial<NewHandover> = {}) =>
  continuityHandlers(vault.context)['continuity.add']({
    ...{ itemIds: [...itemIds], handover: { ...handover, ...change }, planned: false },
  });
const correct = (vault: TestVault, id: string, to: string) =>
  continuityHandlers(vault.context)['continuity.correct']({
    ...{ id, handover: { ...handover, to }, planned: false, all: false },
  });
const rowsOf = async (vault: TestVault, itemId = item) =>
  (await continuityHandlers(vault.context)['continuity.timeline']({ itemId })).flatMap((step) =>
    step.type === 'handover' ? [step.row] : [],
  );
const onlyRow = async (vault: TestVault) => {
  const [row] = await rowsOf(vault);
  if (row === undefined) throw new Error('there is no handover');
  return row;
};

describe('a handover of an exhibit', () => {
  it('leaves nothing behind when an exhibit is erased that only an earlier version of it is about', async () => {
    await add(north, [item]);
    const { id } = await onlyRow(north);
    const { body } = north.context.records.standing(id).shown ?? {};
    // As another office may have written it.
    north.context.act({ action: 'test', subject: null }, () =>
      north.context.records.change(id, { ...body, itemId: other }),
    );
    expect(await rowsOf(north, other)).toHaveLength(1);
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'asked for' });
    expect(north.context.records.versions(id)).toEqual([]);
    expect(await rowsOf(north, other)).toEqual([]);
  });

  it('is a record of one version for each exhibit, which says in words what was written down', async () => {
    await add(north, [item, other]);
    const row = await onlyRow(north);
    await correct(north, row.id, 'DC 77 Birch');
    const [, second] = await rowsOf(north);
    const list = await recordsOf(north)['records.list']({ caseId: offices.caseId, kind: 'handover' });
    expect(list.map(({ body }) => [body.itemId, body.corrects])).toEqual([
      [item, null],
      [other, null],
      [item, row.id],
    ]);
    const { versions, title } = await recordsOf(north)['records.history']({ id: second?.id ?? '' });
    expect([title, versions.length]).toEqual(['Robin Wells → DC 77 Birch, 9 Jul 2026', 1]);
    expect(versions[0]?.lines.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'Exhibit: WR/1',
      'From: Robin Wells',
      'To: DC 77 Birch',
      'Date: 9 Jul 2026',
      'Time: 14:20',
      'Place: Harbour police station',
      'What for: For the investigation',
      'Seal or packaging: B 004211',
      'Fingerprint compared: yes',
      'Signed or confirmed: Signed the label',
      'Note:   as she said\n',
      'Puts right: Robin Wells → PC 1234 Ash, 9 Jul 2026',
    ]);
  });

  it('is never changed: it is put right by a record of its own', async () => {
    await add(north, [item]);
    const row = await onlyRow(north);
    const { version, body } = (
      await recordsOf(north)['records.list']({ caseId: offices.caseId, kind: 'handover' })
    )[0] ?? { version: '', body: {} };
    const change = (more: object) =>
      codeOf(() => recordsOf(north)['records.change']({ id: row.id, version, body: { ...body, ...more } }));
    expect(await change({ to: 'Somebody else' })).toBe('invalid-input');
    expect(await change({ itemId: other })).toBe('invalid-input');
    expect(await onlyRow(north)).toEqual(row);
  });

  it('that was removed can be brought back, and is still written down when and by whom it was', async () => {
    await add(north, [item]);
    const row = await onlyRow(north);
    await correct(north, row.id, 'DC 77 Birch');
    const [before, second] = await rowsOf(north);
    await recordsOf(north)['records.remove']({ id: second?.id ?? '' });
    // Nothing puts the first right any more, and it can be put right again.
    expect(await rowsOf(north)).toMatchObject([{ id: row.id, correctedBy: [] }]);
    const { versions } = await recordsOf(north)['records.history']({ id: second?.id ?? '' });
    await recordsOf(north)['records.bringBack']({ id: second?.id ?? '', version: versions[1]?.id ?? '' });
    expect(await rowsOf(north)).toEqual([before, second]);
  });

  it('is packed and opened elsewhere', async () => {
    await add(north, [item, other]);
    await correct(north, (await onlyRow(north)).id, 'DC 77 Birch');
    await offices.send();
    for (const itemId of [item, other])
      expect(await rowsOf(south, itemId)).toEqual(await rowsOf(north, itemId));
    expect(narrowTables(south.context.db).continuity).toEqual(narrowTables(north.context.db).continuity);
  });

  it('that two offices put right keeps both corrections, and shows them', async () => {
    await add(north, [item]);
    await offices.send();
    const { id } = await onlyRow(north);
    await correct(north, id, 'DC 77 Birch');
    await correct(south, id, 'DC 78 Cedar');
    offices.exchange();
    for (const vault of [north, south]) {
      const [first, ...corrections] = await rowsOf(vault);
      expect(corrections.map(({ to }) => to).sort()).toEqual(['DC 77 Birch', 'DC 78 Cedar']);
      expect(first?.correctedBy).toEqual(corrections.map((each) => each.id));
      // Nothing is to be decided: both stand, and each can be put right.
      expect(await recordsOf(vault)['records.undecided']({ caseId: offices.caseId })).toEqual([]);
      expect(await codeOf(() => correct(vault, id, 'Nobody'))).toBe('conflict');
      expect(await codeOf(() => correct(vault, corrections[0]?.id ?? '', 'DC 79 Elm'))).toBe('no error');
    }
  });

  it('comes out the same when its table is made again', async () => {
    await add(north, [item, other]);
    const row = await onlyRow(north);
    await recordsOf(north)['records.remove']({ id: row.id });
    await recordsOf(north)['records.bringBack']({
      ...{ id: row.id, version: north.context.records.versions(row.id)[0]?.id ?? '' },
    });
    const there = narrowTables(north.context.db);
    north.context.act({ action: 'test', subject: null }, () => {
      north.context.db.exec('DELETE FROM continuity');
      rebuildRecords(north.context.db, projections);
    });
    expect(there.continuity).toHaveLength(2);
    expect(narrowTables(north.context.db)).toEqual(there);
  });

  it('is erased with its exhibit, and that of another exhibit stays', async () => {
    await add(north, [item, other], { note: 'kestrel' });
    await correct(north, (await onlyRow(north)).id, 'DC 77 Birch');
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    const left = versionsOfCase(north.context.db, offices.caseId).filter(({ kind }) => kind === 'handover');
    expect(left.map(({ refs }) => refs)).toEqual([[other]]);
    expect(await rowsOf(north, other)).toMatchObject([{ note: 'kestrel', others: 0 }]);
  });

  it('of an exhibit that was erased here is kept when it comes, and has no row', async () => {
    await offices.send();
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'Sent by mistake' });
    await add(south, [item, other]);
    offices.exchange();
    expect(await rowsOf(north, other)).toHaveLength(1);
    expect(narrowTables(north.context.db).continuity).toHaveLength(1);
  });

  it('is of an exhibit of its case, and puts right one of the same exhibit', async () => {
    await add(north, [item]);
    const { id: corrects } = await onlyRow(north);
    const create = (more: object) =>
      codeOf(() =>
        recordsOf(north)['records.create']({
          ...{ caseId: offices.caseId, kind: 'handover' },
          body: {
            ...{
              ...handover,
              planned: false,
              itemId: item,
              handoverId: north.context.newId(),
              corrects: null,
            },
            ...more,
          },
        }),
      );
    expect(await create({ itemId: north.context.newId() })).toBe('invalid-input');
    expect(await create({ itemId: other, corrects })).toBe('invalid-input');
    expect(await create({ edtf: '2026-02-30' })).toBe('invalid-input');
    expect(await create({ edtf: '2099-02-01' })).toBe('not-confirmed');
    expect(await create({ corrects })).toBe('no error');
    expect(await rowsOf(north)).toHaveLength(2);
  });
});
