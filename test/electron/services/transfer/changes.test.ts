import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { comparePackageFile } from '../../../../electron/services/transfer/compare/compare-package';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { nothingDecided } from '../../../../shared/models/package-decisions';
import type { PackagePurpose } from '../../../../shared/models/package-purpose';
import type { TransferRecord } from '../../../../shared/models/transfer';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control, everything } from './setting';

let folder: string;
let north: TestVault;
let south: TestVault;
let caseId: string;
let number = 0;
let first: TransferRecord;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-changes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  north = await makeTestVault({ officeName: 'North office' });
  south = await makeTestVault({ officeName: 'South office' });
  await meet(north.context, south.context);
  ({ id: caseId } = await caseHandlers(north.context)['cases.create'](filledCase));
  await exhibit(1, 'a large file '.repeat(20_000));
  await entry('Calls');
  first = await send('copy');
});
afterEach(async () => {
  await north.close();
  await south.close();
});

async function exhibit(given: number, content: string): Promise<string> {
  const id = await addItem(north.vault, caseId, given, Buffer.from(content));
  const { db } = north.context;
  db.prepare('UPDATE evidence SET producer_id = case_id WHERE id = ?').run(id);
  db.prepare('UPDATE exhibit_series SET next = max(next, ?) WHERE case_id = ?').run(given + 1, caseId);
  return id;
}

const entry = (title: string, evidenceIds: readonly string[] = []) =>
  chronologyHandlers(north.context)['chronology.create']({
    caseId,
    ...nothingMore,
    ...{ edtf: '2026-11-03', time: null, title, behaviours: ['a'], evidenceIds: [...evidenceIds] },
  });

const pathOf = (each: number) => join(folder, `${caseId}-${each}.hfcase`);
async function send(purpose: PackagePurpose, since?: string): Promise<TransferRecord> {
  const { recipient } = await transferHandlers(south.context)['transfer.office']({});
  const lock = { type: 'recipient', recipient } as const;
  const what = { caseId, path: pathOf((number += 1)), lock, purpose };
  return writePackage(north.context, since === undefined ? what : { ...what, since }, control);
}
const open = (
  each: number,
  leaveOut = nothingDecided.leaveOut,
  takeAfterAll = nothingDecided.takeAfterAll,
) => {
  const decisions = { leaveOut, takeAfterAll };
  return openPackage(south.context, { path: pathOf(each), passphrase: null, seen: null, decisions }, control);
};
const compare = async (each: number) =>
  (await comparePackageFile(south.context, { path: pathOf(each), passphrase: null, seen: null }, control))
    .records;
const idOf = (table: 'entries' | 'evidence'): string =>
  String(north.context.db.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().get());
const change = (id: string, title: string): void => {
  const { act, records } = north.context;
  act({ action: 'test', subject: caseId }, () => {
    records.change(id, { ...records.standing(id).shown?.body, title });
  });
};
const digest = async ({ context }: TestVault) =>
  (await transferHandlers(context)['case.digest']({ id: caseId })).parts;

describe('changes since a package', () => {
  it('hold what is new or different alone, and joined they make both cases equal', async () => {
    await open(number);
    const added = await exhibit(2, 'a small one');
    await entry('A visit', [added]);
    const sent = await send('changes', first.packageId);
    expect(sent).toMatchObject({ files: 1, entries: 1, purpose: 'changes' });
    expect(sent.bytes).toBeLessThan(first.bytes / 2);
    expect(await open(number)).toMatchObject({ brought: { joined: true, exhibits: 1 } });
    expect(await digest(south)).toEqual(await digest(north));
  });

  it('of what was left out there offer the record again, and what came inside a left-out exhibit without it', async () => {
    const [id, item] = [idOf('entries'), idOf('evidence')];
    await open(number, { records: [id], items: [item] });
    change(id, 'Many calls');
    const inside = await exhibit(2, 'an attachment');
    north.context.db.prepare('UPDATE evidence SET parent_id = ? WHERE id = ?').run(item, inside);
    await send('changes', first.packageId);
    expect(await compare(number)).toMatchObject([{ id, verdict: 'left-out-before' }]);
    expect(await open(number)).toMatchObject({ brought: { joined: true, exhibits: 1, records: 0 } });
    await send('copy');
    const takeAfterAll = { records: [id], items: [item] };
    await open(number, nothingDecided.leaveOut, takeAfterAll);
    expect(await digest(south)).toEqual(await digest(north));
  });

  it('of a record that the other office has are joined with it', async () => {
    await open(number);
    for (const title of ['Many calls', 'Seven calls']) change(idOf('entries'), title);
    expect(await send('changes', first.packageId)).toMatchObject({ entries: 1 });
    expect(await open(number)).toMatchObject({ brought: { joined: true, records: 1 } });
    expect(await digest(south)).toEqual(await digest(north));
  });

  it('are counted on from the last of them', async () => {
    await open(number);
    await entry('A visit');
    const second = await send('changes', first.packageId);
    await open(number);
    await entry('A letter');
    const third = await send('changes', second.packageId);
    expect(third.entries).toBe(1);
    // Each keeps what it added alone: the case is not written down again with every package.
    const added = north.context.db
      .prepare("SELECT json_array_length(held, '$.versions') FROM package_contents ORDER BY rowid")
      .pluck()
      .all() as number[];
    expect(added.slice(1)).toEqual([1, 1]);
    await open(number);
    expect(await digest(south)).toEqual(await digest(north));
  });

  it('are refused where the package before was not taken in, and nothing of them goes in', async () => {
    await entry('A visit');
    await send('changes', first.packageId);
    const before = await everything(south);
    await expect(open(number)).rejects.toMatchObject({ code: 'package-before-missing' });
    expect(await everything(south)).toEqual(before);
  });

  it('are not written where nothing is new, since nobody knows when, or since a package of another case', async () => {
    await expect(send('changes', first.packageId)).rejects.toMatchObject({ code: 'nothing-new' });
    await expect(send('changes')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(send('changes', caseId)).rejects.toMatchObject({ code: 'not-found' });
  });
});
