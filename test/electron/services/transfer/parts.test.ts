import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureOfficeKeys } from '../../../../electron/services/offices/office';
import { inspectPackage } from '../../../../electron/services/transfer/inspect-package';
import { listTransfers } from '../../../../electron/services/transfer/transfer-rows';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { realFs } from '../../../../electron/vault/fs-layer';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import type { PackageLock } from '../../../../shared/models/transfer';
import { codeOf } from '../../../helpers/code-of';
import { faultyFs } from '../../../helpers/faulty-fs';
import { useTempFolders } from '../../../helpers/temp-folder';
import { control, receive, usePackedCase } from './setting';
import type { PackedCase } from './setting';

const tempFolder = useTempFolders();
const partBytes = 45_000;
let made: PackedCase;
let stick: string;
let path: string;
let lock: PackageLock;
usePackedCase((now) => {
  made = now;
});
beforeEach(async () => {
  stick = await tempFolder();
  path = join(stick, 'package.hfcase');
  lock = { type: 'recipient', recipient: (await ensureOfficeKeys(made.receiver.context)).office.recipient };
  made.sender.context.db.prepare('DELETE FROM transfer_drafts').run();
});
type Control = Parameters<typeof writePackage>[2];
const write = (layer?: FsLayer, part?: number, of: Control = control) =>
  writePackage(made.sender.context, { caseId: made.caseId, path, lock, purpose: 'copy' }, of, layer, part);
const names = (): readonly string[] => readdirSync(stick).sort();
const parts = (): readonly string[] => names().map((name) => join(stick, name));
const drafts = (): unknown =>
  made.sender.context.db.prepare('SELECT count(*) FROM transfer_drafts').pluck().get();

describe('a package in parts', () => {
  it('has numbered parts of one length and opens from any of them, or from all in one file as cat joins them', async () => {
    const record = await write(undefined, partBytes);
    const found = parts();
    expect(found.length).toBeGreaterThan(3);
    expect(found.map((each) => basename(each))).toEqual(
      found.map((_each, at) => `package.hfcase.${String(at + 1).padStart(3, '0')}`),
    );
    expect(new Set(found.slice(0, -1).map((each) => statSync(each).size))).toEqual(new Set([partBytes]));
    const joined = Buffer.concat(found.map((each) => readFileSync(each)));
    expect(joined.length).toBe(record.bytes);
    for (const each of [found[0], found[2]])
      expect(
        await inspectPackage(made.receiver.context, { path: each ?? '', passphrase: null }),
      ).toMatchObject({
        ...{ packageId: record.packageId, bytes: record.bytes, problem: null },
      });
    writeFileSync(join(stick, 'joined'), joined);
    const preview = await inspectPackage(made.receiver.context, {
      path: join(stick, 'joined'),
      passphrase: null,
    });
    expect(preview.packageId).toBe(record.packageId);
    expect(await codeOf(() => receive(made, found[1]))).toBe('no error');
  });

  it('is refused in plain words with a part missing, swapped, cut or of another package', async () => {
    await write(undefined, partBytes);
    const [first = '', second = '', third = '', ...others] = parts();
    const last = others.at(-1) ?? third;
    const asBefore = await tempFolder();
    for (const each of parts()) copyFileSync(each, join(asBefore, basename(each)));
    const tried = async (spoil: () => void): Promise<string> => {
      spoil();
      const codes = [await codeOf(() => receive(made, first))];
      for (const name of names()) rmSync(join(stick, name));
      for (const name of readdirSync(asBefore)) copyFileSync(join(asBefore, name), join(stick, name));
      return codes.join();
    };
    const swap = (one: string, other: string): void => {
      renameSync(one, join(stick, 'x'));
      renameSync(other, one);
      renameSync(join(stick, 'x'), other);
    };
    expect(await tried(() => rmSync(second))).toBe('package-parts');
    expect(await tried(() => rmSync(last))).toBe('package-parts');
    expect(await tried(() => swap(second, third))).toBe('package-parts');
    expect(await tried(() => swap(first, second))).toBe('package-parts');
    expect(await tried(() => writeFileSync(third, readFileSync(third).subarray(0, 100)))).toBe(
      'package-parts',
    );
    expect(await tried(() => copyFileSync(second, third))).toBe('package-parts');
    expect(await tried(() => [...parts()].slice(1).forEach((each) => rmSync(each)))).toBe('package-parts');
    expect(await codeOf(() => receive(made, first))).toBe('no error');
  });

  it('never writes over parts that are there', async () => {
    writeFileSync(`${path}.002`, 'something else');
    expect(await codeOf(() => write(undefined, partBytes))).toBe('target-exists');
    expect(names()).toEqual(['package.hfcase.002']);
  });
});

describe('writing a package to a stick that goes away', () => {
  it.each([
    ['in one file', undefined],
    ['in parts', partBytes],
  ] as const)('goes on where it stopped, whichever operation fails each time, %s', async (_what, part) => {
    let failures = 0;
    let packageId: string | null = null;
    const sizes = new Set<number>();
    for (let nth = 1; nth < 100; nth += 1) {
      const code = (['ENOSPC', 'EIO', 'ENODEV', 'ENOENT'] as const)[nth % 4] ?? 'EIO';
      const faulty = faultyFs(nth, code, { stays: true });
      const outcome = await write(faulty.layer, part).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) break;
      failures += 1;
      const said = { ENOSPC: 'stick-full', EIO: 'stick-failing', ENODEV: 'stick-gone', ENOENT: 'stick-gone' };
      expect(await codeOf(Promise.reject(outcome)), `operation ${nth}`).toBe(said[code]);
      const draft = made.sender.context.db.prepare('SELECT package_id FROM transfer_drafts').pluck().get();
      packageId ??= String(draft);
      expect(draft).toBe(packageId);
      // The last step makes the finished name durable: if only that fails, the file is there and whole.
      if (names().includes('package.hfcase')) sizes.add(statSync(path).size);
    }
    expect(failures).toBeGreaterThan(5);
    if (part === undefined) expect(new Set([...sizes, statSync(path).size]).size).toBe(1);
    expect(drafts()).toBe(0);
    expect(names().filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(listTransfers(made.sender.context)[0]?.packageId).toBe(packageId);
    expect(await codeOf(() => receive(made, part === undefined ? path : `${path}.001`))).toBe('no error');
  });

  it('writes only what is missing, and the very bytes of an undisturbed writing, which stock age opens', async ({
    skip,
  }) => {
    // Its head, one batch, and the next batch by half.
    expect(await codeOf(() => write(faultyFs(3, 'ENODEV', { stays: true }).layer))).toBe('stick-gone');
    const [draft = ''] = parts();
    const before = readFileSync(draft);
    expect(before.length).toBeGreaterThan(100_000);
    let written = 0;
    const counting: FsLayer = {
      ...realFs,
      create: () => Promise.reject(new Error('nothing is made anew')),
      reopen: async (at, length) => {
        const handle = await realFs.reopen(at, length);
        return {
          ...handle,
          write: (...args) => {
            written += args[2];
            return handle.write(...args);
          },
        };
      },
    };
    // What a stick does that was pulled out: the last bytes are not what was written.
    // Every one of them is another: a zero may have been right.
    for (let at = before.length - 1000; at < before.length; at += 1) before[at] = (before[at] ?? 0) ^ 0xff;
    writeFileSync(draft, before);
    const { bytes } = await write(counting);
    const whole = readFileSync(path);
    expect(whole.length).toBe(bytes);
    expect(written).toBe(bytes - before.length + 1000);
    expect(whole.subarray(0, before.length - 1000).equals(before.subarray(0, -1000))).toBe(true);
    if (spawnSync('age', ['--version']).error !== undefined) skip('the age command is not installed');
    const { identity } = await ensureOfficeKeys(made.receiver.context);
    const key = join(await tempFolder(), 'key');
    writeFileSync(key, `${identity}\n`);
    const tar = execFileSync('age', ['-d', '-i', key, path], { maxBuffer: 1e9 });
    expect(execFileSync('tar', ['-tf', '-'], { input: tar, encoding: 'utf8' })).toContain('padding');
  });

  it('starts anew when the case has changed, another name was chosen, or another passphrase, and leaves nothing of the first', async () => {
    const ids: string[] = [];
    const pulled = async (): Promise<void> => {
      expect(await codeOf(() => write(faultyFs(3, 'ENODEV', { stays: true }).layer))).toBe('stick-gone');
      ids.push(
        String(made.sender.context.db.prepare('SELECT package_id FROM transfer_drafts').pluck().get()),
      );
      expect(names().filter((name) => name.endsWith('.part'))).toHaveLength(1);
    };
    lock = { type: 'passphrase', passphrase: 'copper lantern drifts beyond the quarry' };
    await pulled();
    await pulled();
    expect(new Set(ids).size).toBe(1);
    lock = { type: 'passphrase', passphrase: 'another lantern drifts beyond the quarry' };
    await pulled();
    path = join(stick, 'other.hfcase');
    await pulled();
    expect(new Set(ids).size).toBe(3);
    made.sender.context.db.prepare('UPDATE evidence SET tone = NULL, edited = 1 - edited').run();
    await pulled();
    expect(new Set(ids).size).toBe(4);
    await write();
    expect(names()).toEqual(['other.hfcase']);
  });

  it('leaves nothing where somebody stops it', async () => {
    const stop = new AbortController();
    const of = {
      ...{ id: 'x', signal: stop.signal },
      progress: ({ done }: { done?: number }) => {
        if (done !== undefined && done > 50_000) stop.abort();
      },
    };
    expect(await codeOf(() => write(undefined, undefined, of))).toBe('cancelled');
    expect(names()).toEqual([]);
    expect(drafts()).toBe(0);
  });

  it('says how much is missing', async () => {
    const full = await write(faultyFs(3, 'ENOSPC').layer).catch((error: unknown) => error);
    expect(full).toMatchObject({ code: 'stick-full', detail: { missing: expect.any(Number) as number } });
  });
});
afterEach(() => {
  made.sender.context.db.prepare('DELETE FROM transfer_drafts').run();
});
