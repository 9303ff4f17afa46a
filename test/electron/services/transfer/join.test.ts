import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { eraseHandlers } from '../../../../electron/services/erase/handlers';
import { readSharedReferences } from '../../../../electron/services/exhibits/shared-references';
import { comparePackageFile } from '../../../../electron/services/transfer/compare/compare-package';
import { inspectPackage } from '../../../../electron/services/transfer/inspect-package';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import type { Records } from '../../../../electron/services/transfer/records';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { formatHlc, parseHlc } from '../../../../shared/domain/hlc';
import { nothingDecided } from '../../../../shared/models/package-decisions';
import { emptyProvenance } from '../../../../shared/models/provenance';
import { nothingMore } from '../../../../shared/domain/entry-content';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { openMembers, writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control, everything, storedFiles } from './setting';

let folder: string;
let north: TestVault;
let south: TestVault;
let caseId: string;
let item: string;
let number: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-join-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  number = 0;
  north = await makeTestVault({ officeName: 'North office' });
  south = await makeTestVault({ officeName: 'South office' });
  await meet(north.context, south.context);
  ({ id: caseId } = await caseHandlers(north.context)['cases.create'](filledCase));
  item = await exhibit(north, 1, 'the first');
  await entry(north, 'Calls', [item]);
  await move(north, south);
});
afterEach(async () => {
  await north.close();
  await south.close();
});

/** An exhibit as an import leaves it, with its number given by the office's own series. */
async function exhibit(vault: TestVault, given: number, content: string): Promise<string> {
  const id = await addItem(vault.vault, caseId, given, Buffer.from(content));
  const { db } = vault.context;
  db.prepare('UPDATE evidence SET producer_id = case_id WHERE id = ?').run(id);
  db.prepare('UPDATE exhibit_series SET next = max(next, ?) WHERE case_id = ?').run(given + 1, caseId);
  return id;
}

const entry = (vault: TestVault, title: string, evidenceIds: readonly string[] = []) =>
  chronologyHandlers(vault.context)['chronology.create']({
    caseId,
    ...nothingMore,
    ...{ edtf: '2026-11-03', time: null, title, behaviours: ['a'], evidenceIds: [...evidenceIds] },
  });

async function write(from: TestVault, to: TestVault): Promise<string> {
  const { recipient } = await transferHandlers(to.context)['transfer.office']({});
  const path = join(folder, `${caseId}-${(number += 1)}.hfcase`);
  const lock = { type: 'recipient', recipient } as const;
  await writePackage(from.context, { caseId, path, lock, purpose: 'copy' }, control);
  return path;
}
const open = (vault: TestVault, path: string, decisions = nothingDecided) =>
  openPackage(vault.context, { path, passphrase: null, seen: null, decisions }, control);
const move = async (from: TestVault, to: TestVault) => open(to, await write(from, to));
const compare = (vault: TestVault, path: string) =>
  comparePackageFile(vault.context, { path, passphrase: null, seen: null }, control);
const parts = async ({ context }: TestVault) =>
  (await transferHandlers(context)['case.digest']({ id: caseId })).parts;
const titles = ({ context }: TestVault): unknown[] =>
  context.db
    .prepare("SELECT json_extract(body, '$.title') FROM entries WHERE removed = 0 ORDER BY 1")
    .pluck()
    .all();
const count = ({ context }: TestVault, table: string): unknown =>
  context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('a case that comes back', () => {
  it('brings exhibits and entries that were added there, and both offices end with the same', async () => {
    const added = await exhibit(south, 2, 'the second');
    await entry(south, 'A visit', [added]);
    await entry(north, 'A letter');
    expect(await move(south, north)).toMatchObject({
      brought: { joined: true, exhibits: 1, records: 1, redactedCopies: 0 },
    });
    expect(await move(north, south)).toMatchObject({ brought: { exhibits: 0, records: 1 } });
    expect(titles(north)).toEqual(['A letter', 'A visit', 'Calls']);
    expect(await parts(south)).toEqual(await parts(north));
    expect(north.context.db.prepare('SELECT count(*) FROM entry_evidence').pluck().get()).toBe(2);
    expect(north.context.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('leaves a person to decide what both changed', async () => {
    const change = (vault: TestVault, title: string) => {
      const { context } = vault;
      const [id] = context.db.prepare('SELECT id FROM entries').pluck().all() as string[];
      context.act({ action: 'test', subject: caseId }, () => {
        const { shown } = context.records.standing(id ?? '');
        context.records.change(id ?? '', { ...shown?.body, title });
      });
    };
    change(south, 'Many calls');
    change(north, 'Seven calls');
    const path = await write(south, north);
    const { records } = await compare(north, path);
    expect(records).toMatchObject([{ kind: 'entry', verdict: 'changed-both' }]);
    await open(north, path);
    expect(count(north, 'records WHERE undecided = 1')).toBe(1);
    expect(titles(north)).toHaveLength(1);
  });

  it('keeps two exhibits of one reference, both of which are shown, and says so before', async () => {
    await exhibit(north, 2, 'ours');
    await exhibit(south, 2, 'theirs');
    const path = await write(south, north);
    const { sharedReferences } = await compare(north, path);
    expect(sharedReferences).toMatchObject([{ ref: 'WR/2', exhibits: ['file-2.bin', 'file-2.bin'] }]);
    await open(north, path);
    expect(readSharedReferences(north.context, caseId).map(({ ref, files }) => [ref, files.length])).toEqual([
      ['WR/2', 2],
    ]);
  });

  it('never brings back by itself what was erased here: a person decides', async () => {
    const { context } = south;
    context.act({ action: 'test', subject: caseId }, () => {
      context.records.say('provenance', { caseId, body: { ...emptyProvenance, itemId: item } });
    });
    await eraseHandlers(north.vault)['erase.item']({ id: item, reason: 'not ours' });
    const path = await write(south, north);
    expect((await compare(north, path)).items).toMatchObject([{ id: item, standing: 'erased-here' }]);
    await open(north, path);
    expect([count(north, 'evidence'), await storedFiles(north)]).toEqual([0, 0]);
    const again = await write(south, north);
    await open(north, again, { ...nothingDecided, takeAfterAll: { records: [], items: [item] } });
    expect([count(north, 'evidence'), count(north, 'item_tombstones')]).toEqual([1, 0]);
    expect(count(north, 'entry_evidence')).toBe(1);
    expect(await parts(north)).toEqual(await parts(south));
  });

  it('is taken in but for what is left out, which is remembered and offered again', async () => {
    const added = await exhibit(south, 2, 'the second');
    const { id: visit } = await entry(south, 'A visit', [added]);
    const path = await write(south, north);
    const leaveOut = { records: [visit], items: [added] };
    await open(north, path, { ...nothingDecided, leaveOut });
    expect([titles(north), count(north, 'evidence'), await storedFiles(north)]).toEqual([['Calls'], 1, 1]);

    const second = await write(south, north);
    const { items, records } = await compare(north, second);
    expect(items).toMatchObject([{ id: added, standing: 'left-out-before' }]);
    expect(records).toMatchObject([{ id: visit, verdict: 'left-out-before' }]);
    await open(north, second);
    expect(count(north, 'evidence')).toBe(1);

    const third = await write(south, north);
    const takeAfterAll = { records: [visit], items: [added] };
    await open(north, third, { ...nothingDecided, takeAfterAll });
    expect(titles(north)).toEqual(['A visit', 'Calls']);
    expect(await parts(north)).toEqual(await parts(south));
  });

  it('joins a case beside another one that bears its reference, and says so', async () => {
    const third = await makeTestVault({ officeName: 'West office' });
    await meet(north.context, third.context);
    await caseHandlers(third.context)['cases.create']({ ...filledCase, alias: 'Another' });
    const path = await write(north, third);
    expect(await compare(third, path)).toMatchObject({ joins: false, sameReference: ['Another'] });
    await open(third, path);
    const all = await caseHandlers(third.context)['cases.list']({});
    expect(all.map(({ reference }) => reference)).toEqual(['FV-1', 'FV-1']);
    const create = () => caseHandlers(third.context)['cases.create'](filledCase);
    expect(await codeOf(create)).toBe('conflict');
    await third.close();
  });
});

describe('looking at a package', () => {
  it('changes nothing but the record of acts, and finds nothing new in what was sent from here', async () => {
    const path = await write(north, south);
    const before = await everything(south);
    const found = await compare(south, path);
    expect(found).toMatchObject({ joins: true, records: [], items: [], clocks: null });
    expect(found.counts).toMatchObject({ itemsSame: 1, itemsNotThere: 0 });
    expect(await everything(south)).toEqual(before);
  });

  it('of a new case lists all of it, and what comes with it whatever is ticked', async () => {
    const third = await makeTestVault({ officeName: 'West office' });
    await meet(north.context, third.context);
    const found = await compare(third, await write(north, third));
    expect(found.joins).toBe(false);
    expect(found.items).toMatchObject([{ id: item, ref: 'WR/1', standing: 'new' }]);
    expect(
      found.records
        .filter(({ isBearing }) => isBearing)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['case', 'producer']);
    await third.close();
  });

  it('comes to the same as is shown who sent it', async () => {
    const path = await write(north, south);
    const { packageId, manifestSha256 } = await inspectPackage(south.context, { path, passphrase: null });
    expect(await compare(south, path)).toMatchObject({ packageId, manifestSha256 });
  });
});

describe('a package from a clock that is ten years ahead', () => {
  it('is shown beside ours; its stamps stay, and do not move our clock', async () => {
    const ahead = 10 * 365 * 86_400_000;
    const later = await makeTestVault({ officeName: 'Later', now: () => new Date(Date.now() + ahead) });
    await meet(north.context, later.context);
    await move(north, later);
    await entry(later, 'In ten years');
    const path = await write(later, north);
    const { clocks } = await compare(north, path);
    expect(Date.parse(clocks?.theirs ?? '') - Date.parse(clocks?.ours ?? '')).toBeGreaterThan(
      ahead - 600_000,
    );
    await open(north, path);
    const stamps = () =>
      (north.context.db.prepare("SELECT hlc FROM record_versions WHERE hlc <> ''").pluck().all() as string[])
        .map((hlc) => parseHlc(hlc).wall)
        .filter((wall) => wall > Date.now() + ahead / 2);
    expect(stamps()).toHaveLength(1);
    expect(parseHlc(north.context.stamp().hlc).wall).toBeLessThan(Date.now() + 60_000);
    north = await north.reopen();
    expect(
      formatHlc(parseHlc(north.context.stamp().hlc)) < formatHlc({ wall: Date.now() + 60_000, count: 0 }),
    ).toBe(true);
    await later.close();
  });
});

describe('a package made by hand of a case that is here', () => {
  const edited = async (edit: (records: Records) => unknown): Promise<string> => {
    const path = await write(north, south);
    const members: Members = await openMembers(await readFile(path), south.context);
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const after = edit(records);
    const named = JSON.stringify(after);
    // Every file of a package is named by a record of it.
    const kept = [...members].filter(([name]) => !name.startsWith('files/') || named.includes(name.slice(6)));
    const changed = new Map([...kept, ['records.json', Buffer.from(named)] as const]);
    await writeMembers(path, changed, north.context, south.context);
    return path;
  };

  it.each<readonly [string, string, (records: Records, other: string) => unknown]>([
    [
      'an exhibit with other bytes under a known id',
      'exhibit-altered',
      (r) => ({ ...r, items: r.items.map((each) => ({ ...each, sha256: 'a'.repeat(64) })) }),
    ],
    [
      'an exhibit under the id of one of another case',
      'package-damaged',
      (r, other) => ({ ...r, items: r.items.map((each) => ({ ...each, id: other })) }),
    ],
    [
      'an id in upper case',
      'package-damaged',
      (r) => ({ ...r, items: r.items.map((each) => ({ ...each, id: each.id.toUpperCase() })) }),
    ],
    [
      'a version of another case',
      'package-damaged',
      (r, other) => ({ ...r, versions: r.versions.map((each) => ({ ...each, caseId: other })) }),
    ],
    [
      'a version that says something else than the same here',
      'version-altered',
      (r) => ({ ...r, versions: r.versions.map((each) => ({ ...each, author: 'somebody else' })) }),
    ],
    [
      'a series of another producer',
      'package-damaged',
      (r) => ({ ...r, series: r.series.map((each) => ({ ...each, producerId: r.items[0]?.id })) }),
    ],
  ])('is refused for %s, and the vault is as it was', async (_what, code, edit) => {
    const { id } = await caseHandlers(south.context)['cases.create']({ ...filledCase, reference: 'OTHER' });
    const foreign = await addItem(south.vault, id, 1, Buffer.from('of another case'));
    const path = await edited((records) => edit(records, foreign));
    const before = await everything(south);
    expect(await codeOf(() => open(south, path))).toBe(code);
    expect(await codeOf(() => compare(south, path))).toBe(code);
    expect(await everything(south)).toEqual(before);
  });
});
