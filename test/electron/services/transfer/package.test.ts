import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { chronologyHandlers } from '../../../../electron/services/chronology/handlers';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { SeenPackage } from '../../../../shared/models/office';
import type { Job } from '../../../../shared/models/job';
import { filledCase } from '../../../helpers/filled-vault';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { compareCard, meet } from '../../../helpers/offices';
import { faultyFs } from '../../../helpers/faulty-fs';
import { nothingMore } from '../../../../shared/domain/entry-content';

let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;
let packagePath: string;

async function ended(vault: TestVault, job: Job | Promise<Job>): Promise<Job> {
  return vault.context.jobs.ended((await job).id);
}
const exportTo = async (
  path: string,
  lock: Parameters<ReturnType<typeof transferHandlers>['transfer.export']>[0]['lock'],
) =>
  ended(sender, transferHandlers(sender.context)['transfer.export']({ caseId, path, lock, purpose: 'copy' }));
const importFrom = async (
  vault: TestVault,
  path: string,
  passphrase: string | null = null,
  seen: SeenPackage | null = null,
) => ended(vault, transferHandlers(vault.context)['transfer.import']({ path, passphrase, seen }));

beforeAll(async () => {
  sender = await makeTestVault({ officeName: 'North office' });
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-transfer-'));
  const input = join(folder, 'in');
  await mkdir(input);
  for (let index = 0; index < 5; index += 1)
    await writeFile(join(input, `f${index}.bin`), Buffer.alloc(70_000 * index, index));
  caseId = (await caseHandlers(sender.context)['cases.create']({ ...filledCase, reference: 'N-1' })).id;
  await ended(sender, evidenceHandlers(sender.context)['evidence.import']({ caseId, paths: [input] }));
  const items = await evidenceHandlers(sender.context)['evidence.list']({
    caseId,
    search: '',
    filter: 'all',
    sort: 'exhibit',
  });
  const chronology = chronologyHandlers(sender.context);
  const first = await chronology['chronology.create']({
    caseId,
    ...nothingMore,
    edtf: '2026-04-14/2026-04-18',
    time: null,
    title: 'Calls',
    description: 'Several calls',
    quote: '',
    behaviours: ['b'],
    channel: 'call',
    place: '',
    dateSource: 'the client',
    reported: null,
    evidenceIds: items.map(({ id }) => id).slice(0, 2),
    messageKeys: [],
  });
  await chronology['chronology.update']({ ...first, title: 'Many calls' });
  const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
  packagePath = join(folder, 'case.hfcase');
  const job = await exportTo(packagePath, { type: 'recipient', recipient });
  expect(job.state).toBe('done');
});
afterAll(async () => {
  await sender.close();
  await receiver.close();
  await rm(folder, { recursive: true, force: true });
});

async function storedFiles(vault: TestVault): Promise<number> {
  const all = await readdir(join(vault.folder, 'evidence'), { recursive: true, withFileTypes: true });
  return all.filter((each) => each.isFile()).length;
}

describe('a package', () => {
  it('damaged at any of many places is refused with a code and changes nothing', async () => {
    const bytes = await readFile(packagePath);
    const bad = join(folder, 'bad.hfcase');
    for (let index = 0; index < 40; index += 1) {
      const at = Math.floor((bytes.length * index) / 40);
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      await writeFile(bad, index % 2 === 0 ? copy : bytes.subarray(0, at));
      const job = await importFrom(receiver, bad);
      expect(job.state).toBe('failed');
      expect(['package-damaged', 'package-not-ours', 'package-wrong-key']).toContain(job.error);
    }
    await writeFile(bad, Buffer.concat([bytes, Buffer.from('more')]));
    expect((await importFrom(receiver, bad)).error).toBe('package-damaged');
    expect(await caseHandlers(receiver.context)['cases.list']({})).toEqual([]);
    expect(await storedFiles(receiver)).toBe(0);
  });

  it('opens with stock age and tar, and its files have the recorded fingerprints', async ({ skip }) => {
    if (spawnSync('age', ['--version']).error !== undefined) skip('the age command is not installed');
    const { identity } = await transferHandlers(receiver.context)['transfer.identity']({});
    const key = join(folder, 'identity.txt');
    await writeFile(key, `${identity}\n`);
    const tar = join(folder, 'case.tar');
    expect(spawnSync('age', ['-d', '-i', key, '-o', tar, packagePath]).status).toBe(0);
    const names = spawnSync('tar', ['-tf', tar], { encoding: 'utf8' }).stdout.trim().split('\n');
    expect(names.slice(0, 4)).toEqual(['manifest.json', 'manifest.sig', 'SHA256SUMS', 'records.json']);
    expect(names.at(-1)).toBe('padding');
    for (const name of names.slice(4, -1)) {
      const bytes = spawnSync('tar', ['-xOf', tar, name], { maxBuffer: 1e9 }).stdout;
      expect(name).toBe(`files/${createHash('sha256').update(bytes).digest('hex')}`);
    }
    const unpacked = join(folder, 'unpacked');
    await mkdir(unpacked);
    expect(spawnSync('tar', ['-xf', tar, '-C', unpacked]).status).toBe(0);
    const sums = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], {
      cwd: unpacked,
      encoding: 'utf8',
    });
    expect(sums.status).toBe(0);
    expect(sums.stdout.trim().split('\n')).toHaveLength(names.length - 4);
  });

  it('is refused by an office it is not meant for', async () => {
    const stranger = await makeTestVault();
    expect((await importFrom(stranger, packagePath)).error).toBe('package-wrong-key');
    await stranger.close();
  });

  it('opens in the second office with every file and entry the same, and only once', async () => {
    const job = await importFrom(receiver, packagePath);
    expect(job).toMatchObject({ state: 'done', error: null });
    const ours = await transferHandlers(sender.context)['case.digest']({ id: caseId });
    const theirs = await transferHandlers(receiver.context)['case.digest']({ id: caseId });
    expect(theirs.files).toEqual(ours.files);
    expect(theirs.entries).toEqual(ours.entries);
    expect(theirs.files.every((file) => file.reread === file.sha256)).toBe(true);
    expect(
      receiver.context.db.prepare("SELECT count(*) FROM record_versions WHERE kind = 'entry'").pluck().get(),
    ).toBe(2);
    expect((await importFrom(receiver, packagePath)).error).toBe('package-already-here');
  });

  it('under a passphrase opens with it and with no other', async () => {
    const path = join(folder, 'by-words.hfcase');
    expect((await exportTo(path, { type: 'passphrase', passphrase: 'read out over the phone' })).state).toBe(
      'done',
    );
    const third = await makeTestVault();
    await compareCard(sender.context, third.context);
    expect((await importFrom(third, path, 'something else entirely')).error).toBe('package-wrong-key');
    expect((await importFrom(third, path)).error).toBe('package-wrong-key');
    expect((await importFrom(third, path, 'read out over the phone')).state).toBe('done');
    await third.close();
  });

  it('of another kind of file is told apart', async () => {
    const path = join(folder, 'holiday.hfcase');
    await writeFile(path, 'not a package at all');
    expect((await importFrom(receiver, path)).error).toBe('package-not-ours');
    expect((await importFrom(receiver, join(folder, 'gone.hfcase'))).error).toBe('file-vanished');
  });

  it('never stands half-written under its name, whichever file operation fails', async () => {
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    const path = join(folder, 'faulty.hfcase');
    const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
    for (let nth = 1; nth < 200; nth += 1) {
      const faulty = faultyFs(nth, 'ENOSPC');
      const input = {
        caseId,
        path,
        lock: { type: 'recipient' as const, recipient },
        purpose: 'copy' as const,
      };
      const record = await writePackage(sender.context, input, control, faulty.layer).catch(() => null);
      if (record !== null) break;
      const there = await stat(path).catch(() => null);
      // The last step makes the finished name durable: if only that fails, the file is there and whole.
      if (there !== null) expect(there.size).toBeGreaterThan(700_000);
      await rm(path, { force: true });
      // What a full stick has of it stays there, once, for the next try.
      expect((await readdir(folder)).filter((name) => name.endsWith('.part')).length).toBeLessThan(2);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await stat(path)).size).toBeGreaterThan(700_000);
  });
});
