import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { takeNumber } from '../../../../electron/services/items/producers';
import { readSeries, readStoredSeries } from '../../../../electron/services/items/series-rows';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { restoreVault } from '../../../../electron/vault/backup/restore';
import { runBackup } from '../../../../electron/vault/backup/run';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { unlockVault } from '../../../../electron/vault/open-vault';
import { realFs } from '../../../../electron/vault/fs-layer';
import type { PackagePurpose } from '../../../../shared/models/package-purpose';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { makeTestVault, testDeps, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const control = { id: 'test', signal: new AbortController().signal, progress: () => undefined };

let north: TestVault;
let south: TestVault;
let folder: string;
let caseId: string;

beforeEach(async () => {
  north = await makeTestVault({ officeName: 'North office' });
  south = await makeTestVault({ officeName: 'South office' });
  folder = await mkdtemp(join(tmpdir(), 'holdfast-series-'));
  ({ id: caseId } = await caseHandlers(north.context)['cases.create']({
    ...filledCase,
    exhibitInitials: 'RW',
  }));
  await meet(north.context, south.context);
});
afterEach(async () => {
  await north.close();
  await south.close();
  await rm(folder, { recursive: true, force: true });
});

type Vault = Pick<TestVault, 'context'>;

const producers = ({ context }: Vault) => exhibitHandlers(context)['exhibits.producers']({ caseId });
const shown = async (vault: Vault): Promise<readonly string[]> =>
  (await producers(vault)).map(({ initials, nextNumber }) => `${initials}/${nextNumber}`);

/** Takes a number in an act of its own, as an import does for each file, and puts the reference on a file. */
function give({ context }: Vault): string {
  return context.act({ action: 'evidence.import', subject: null }, () => {
    const { ref, number, producerId } = takeNumber(context, caseId, null);
    const id = context.newId();
    const { db } = context;
    const at = context.now().toISOString();
    db.prepare("INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, 0, '')").run(
      id,
      randomBytes(32),
      randomBytes(32).toString('hex'),
    );
    db.prepare(
      `INSERT INTO evidence (id, case_id, file_id, producer_id, exhibit_ref, exhibit_number, given_ref, given_number, file_name, title, kind, mime,
         imported_at, preview, office, author, hlc)
       VALUES (@id, @caseId, @id, @producerId, @ref, @number, @ref, @number, '', '', 'other', 'application/octet-stream', @at, 'none', @office,
         @author, @hlc)`,
    ).run({ id, caseId, producerId, ref, number, at, ...context.stamp() });
    return ref;
  });
}

const last = (stored: string): string => stored.slice(stored.indexOf('/') + 1);

async function send(purpose: PackagePurpose, name = 'case', layer?: FsLayer): Promise<string> {
  const path = join(folder, `${name}.hfcase`);
  const { office } = await ensureOfficeKeys(south.context);
  const lock = { type: 'recipient', recipient: office.recipient } as const;
  await writePackage(north.context, { caseId, path, lock, purpose }, control, layer);
  return path;
}
const receive = (path: string) => openPackage(south.context, { path, passphrase: null, seen: null }, control);
const forgetFiles = ({ context }: Vault): void => {
  context.db.exec('DELETE FROM evidence; DELETE FROM files');
};

describe('exhibit references are given by a series', () => {
  it('of which only the owner counts on: what gets a copy goes on with a mark of its own, seen before its first use', async () => {
    give(north);
    give(north);
    forgetFiles(north);
    await receive(await send('copy'));
    expect(await shown(north)).toEqual(['RW/3']);
    const [marked = ''] = await shown(south);
    expect(marked).toMatch(/^R[A-Z]W\/1$/);
    expect(await shown(south)).toEqual([marked]);
    expect(give(south)).toBe(marked);
    expect(last(give(south))).toBe('2');
    expect(give(north)).toBe('RW/3');
    expect(readSeries(south.context, caseId).find(({ initials }) => initials === 'RW')?.next).toBe(3);
  });

  it('with a mark that a person may choose before first use, and not after', async () => {
    await receive(await send('copy'));
    const [producer] = await producers(south);
    if (producer === undefined) throw new Error('no producer');
    const change = (initials: string) =>
      exhibitHandlers(south.context)['exhibits.changeProducer']({
        id: producer.id,
        name: 'Robin Wells',
        initials,
      });
    expect(producer).toMatchObject({ used: false, others: ['RW'], removable: false, isDefault: true });
    expect(await codeOf(() => change('RW'))).toBe('conflict');
    await change('RQW');
    expect(await shown(south)).toEqual(['RQW/1']);
    expect(give(south)).toBe('RQW/1');
    expect(await codeOf(() => change('RZW'))).toBe('conflict');
    expect(await producers(south)).toMatchObject([{ initials: 'RQW', isDefault: true, used: true }]);
  });

  it('and a handover closes it here when the package is written, and opens it there', async () => {
    give(north);
    forgetFiles(north);
    const path = await send('handover');
    const [here = ''] = await shown(north);
    expect(here).toMatch(/^R[A-Z]W\/1$/);
    await receive(path);
    expect(await shown(south)).toEqual(['RW/2']);
    expect(readStoredSeries(south.context, caseId)).toEqual(readStoredSeries(north.context, caseId));
    expect(give(south)).toBe('RW/2');
    expect(give(north)).toBe(here);
  });

  it('and a second package of a handover says the same as the first', async () => {
    await send('handover');
    const before = readStoredSeries(north.context, caseId);
    const path = await send('handover', 'again');
    expect(readStoredSeries(north.context, caseId)).toEqual(before);
    await receive(path);
    expect(await shown(south)).toEqual(['RW/1']);
  });

  it('and a handover under a passphrase is refused: whoever was told it could count on', async () => {
    const lock = { type: 'passphrase', passphrase: 'copper lantern quiet harbour' } as const;
    const path = join(folder, 'case.hfcase');
    const writing = () => writePackage(north.context, { caseId, path, lock, purpose: 'handover' }, control);
    expect(await codeOf(writing)).toBe('invalid-input');
    expect(await shown(north)).toEqual(['RW/1']);
  });

  it('and nothing is handed over where an exhibit comes in while the package is written, or the stick is pulled out', async () => {
    const before = readStoredSeries(north.context, caseId);
    let refs: readonly string[] = [];
    const slow: FsLayer = {
      ...realFs,
      create: async (path) => {
        if (path.startsWith(folder)) refs = [...refs, give(north)];
        return realFs.create(path);
      },
    };
    expect(await codeOf(() => send('handover', 'slow', slow))).toBe('case-changed');
    expect(refs).toEqual(['RW/1']);
    expect(await readdir(folder)).toEqual([]);
    expect(give(north)).toBe('RW/2');
    forgetFiles(north);
    const pulled: FsLayer = {
      ...realFs,
      create: (path) => (path.startsWith(folder) ? Promise.reject(new Error('gone')) : realFs.create(path)),
    };
    expect(await codeOf(() => send('handover', 'pulled', pulled))).not.toBe('no error');
    expect(await shown(north)).toEqual(['RW/3']);
    expect(readStoredSeries(north.context, caseId)).toEqual(before.map((each) => ({ ...each, next: 3 })));
  });

  it('and restoring a backup opens a new series with a mark of its own; a closed one never counts on', async () => {
    give(north);
    forgetFiles(north);
    const place = join(folder, 'stick');
    await runBackup(north.vault, place, control);
    const snapshot = (await inspectBackup(place))[0]?.id ?? '';
    const target = join(folder, 'restored');
    await restoreVault({ from: place, snapshot, secret: testPassphrase, target }, { control });
    const vault = await unlockVault({ folder: target, passphrase: testPassphrase }, testDeps());
    try {
      const [marked = ''] = await shown(vault);
      expect(marked).toMatch(/^R[A-Z]W\/1$/);
      expect(readSeries(vault.context, caseId)).toMatchObject([{ initials: 'RW', next: 2, state: 'closed' }]);
      expect(give(vault)).toBe(marked);
      const acts = vault.context.db
        .prepare("SELECT count(*) FROM audit WHERE action = 'series.renew'")
        .pluck();
      expect(acts.get()).toBe(1);
      vault.close();
      const again = await unlockVault({ folder: target, passphrase: testPassphrase }, testDeps());
      expect(last(give(again))).toBe('2');
      again.close();
    } finally {
      vault.close();
    }
    // The vault it was made of has not lost its own.
    expect(give(north)).toBe('RW/2');
  });

  it('and initials that a case got from another office have a producer from the first exhibit on', () => {
    north.context.db.exec("UPDATE cases SET exhibit_initials = 'ZZ'");
    expect(give(north)).toBe('ZZ/1');
    expect(give(north)).toBe('ZZ/2');
  });

  it('and no unique index stands in the way of two files that bear one reference', () => {
    give(north);
    give(north);
    const same = () => north.context.db.exec("UPDATE evidence SET exhibit_ref = 'RW/1'");
    expect(same).not.toThrow();
  });
});
