import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupHandlers } from '../../../../electron/services/backup/handlers';
import { checkBackup } from '../../../../electron/vault/backup/check';
import { holdFolder, holdName } from '../../../../electron/vault/backup/hold';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { backupFolderName } from '../../../../electron/vault/backup/layout';
import { runBackup } from '../../../../electron/vault/backup/run';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { realFs } from '../../../../electron/vault/fs-layer';
import { codeOf } from '../../../helpers/code-of';
import { addItem, fillVault } from '../../../helpers/filled-vault';
import type { Filled } from '../../../helpers/filled-vault';
import { makeTestVault, testPassphrase } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

const control = { signal: new AbortController().signal, progress: () => undefined };
const now = (): Date => new Date();
let work: string;
let place: string;
let made: TestVault;
let filled: Filled;

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'holdfast-test-'));
  place = join(work, 'stick');
  made = await makeTestVault();
  filled = await fillVault(made.vault);
});
afterEach(async () => {
  await made.close();
  await rm(work, { recursive: true, force: true });
});

const folder = (): string => join(place, backupFolderName(made.vault.vaultId));

/** Real file operations that call `before` first, with what is done and where. */
function watchedFs(before: (op: string, path: string) => void): FsLayer {
  return {
    create: async (path) => {
      before('create', path);
      const handle = await realFs.create(path);
      return {
        ...handle,
        write: async (bytes, offset, length) => {
          before('write', path);
          return handle.write(bytes, offset, length);
        },
      };
    },
    rename: async (from, to) => {
      before('rename', to);
      await realFs.rename(from, to);
    },
    syncFolder: async (path) => {
      before('sync', path);
      await realFs.syncFolder(path);
    },
    makeFolder: async (path) => {
      before('folder', path);
      await realFs.makeFolder(path);
    },
    remove: async (path) => {
      before('remove', path);
      await realFs.remove(path);
    },
  };
}
const backUp = (layer: FsLayer) => runBackup({ ...made.vault, layer }, place, control);
const problem = (code: string): Error => Object.assign(new Error(code), { code });

describe('a stick', () => {
  it.each([
    ['ENOSPC', 'backup-place-full'],
    ['EIO', 'backup-place-gone'],
    ['EROFS', 'not-writable'],
  ])('that answers %s is told as %s, and the backups on it stay', async (code, told) => {
    const { id } = await runBackup(made.vault, place, control);
    await addItem(made.vault, filled.caseId, 7, Buffer.from('one more'));
    const layer = watchedFs((op, path) => {
      if (op === 'write' && path.startsWith(place)) throw problem(code);
    });
    expect(await codeOf(backUp(layer))).toBe(told);
    expect((await inspectBackup(place)).map((each) => each.id)).toEqual([id]);
    expect((await checkBackup(place, testPassphrase, 'full', { now })).ok).toBe(true);
  });

  it('is not blamed for what is wrong with the computer’s own disk', async () => {
    const layer = watchedFs((op, path) => {
      if (op === 'write' && path.startsWith(made.folder)) throw problem('ENOSPC');
    });
    expect(await codeOf(backUp(layer))).toBe('disk-full');
    const [id] = made.context.db.prepare('SELECT id FROM files').pluck().all() as string[];
    rmSync(join(made.folder, 'evidence', (id ?? '').slice(-2), id ?? ''));
    expect(await codeOf(runBackup(made.vault, join(work, 'other'), control))).toBe('evidence-damaged');
  });

  it('that is pulled out at any moment is told as gone, and what was on it is whole', async () => {
    await runBackup(made.vault, place, control);
    await addItem(made.vault, filled.caseId, 7, Buffer.from('one more'));
    let pulled = 0;
    for (let nth = 1; ; nth += 3) {
      let count = 0;
      const layer = watchedFs((_op, path) => {
        if (!path.startsWith(place) || (count += 1) !== nth) return;
        pulled += 1;
        renameSync(place, `${place}.pulled`);
        throw problem('EIO');
      });
      const ended = await codeOf(backUp(layer));
      if (count < nth) {
        expect(ended).toBe('no error');
        break;
      }
      expect(ended).toBe('backup-place-gone');
      expect(existsSync(place)).toBe(false);
      renameSync(`${place}.pulled`, place);
      const report = await checkBackup(place, testPassphrase, 'full', { now });
      expect(report.findings.filter(({ harm }) => harm)).toEqual([]);
    }
    expect(pulled).toBeGreaterThan(5);
    // What the pulls left is cleared by the one that went through.
    expect((await checkBackup(place, testPassphrase, 'full', { now })).findings).toEqual([]);
  });

  it.each(['a sealed file', 'the database', 'the manifest'])(
    'that loses %s after everything was compared is not called well',
    async (what) => {
      const layer = watchedFs((op, path) => {
        // The folder is made durable as the last step of giving the manifest its name: all of it has been compared then.
        if (op !== 'sync' || !path.endsWith('snapshots')) return;
        const names = readdirSync(path).filter((name) => !name.startsWith('holdfast-'));
        if (!names.some((name) => name.endsWith('.json'))) return;
        const sealed = readdirSync(join(folder(), 'evidence'), { recursive: true, encoding: 'utf8' });
        const lost = {
          'a sealed file': join(folder(), 'evidence', sealed.find((name) => name.length > 10) ?? ''),
          'the database': join(path, names.find((name) => name.endsWith('.db')) ?? ''),
          'the manifest': join(path, names.find((name) => name.endsWith('.json')) ?? ''),
        }[what];
        rmSync(lost ?? '');
      });
      expect(await codeOf(backUp(layer))).toBe('backup-damaged');
      expect(await codeOf(() => inspectBackup(place))).toBe('backup-missing');
    },
  );

  it('that had backups and is not plugged in is asked for, and nothing is written where it should be', async () => {
    const handlers = backupHandlers(made.vault);
    const first = await handlers['backup.startAt']({ target: place });
    await made.context.jobs.ended(first.id);
    renameSync(place, `${place}.pulled`);
    const id = (await handlers['backup.state']({})).places[0]?.id ?? '';
    const again = await handlers['backup.again']({ id });
    expect(await made.context.jobs.ended(again.id)).toMatchObject({
      state: 'failed',
      error: 'backup-place-gone',
    });
    expect(existsSync(place)).toBe(false);
    renameSync(`${place}.pulled`, place);
    const third = await handlers['backup.again']({ id });
    expect((await made.context.jobs.ended(third.id)).state).toBe('done');
  });
});

describe('a backup folder that somebody writes to', () => {
  const key = Buffer.alloc(32, 7);
  const hold = () => holdFolder(work, realFs, key);

  it('is held by one at a time, and free again afterwards', async () => {
    const letGo = await hold();
    expect(await codeOf(hold)).toBe('backup-running');
    await letGo();
    await (
      await hold()
    )();
    expect(existsSync(join(work, holdName))).toBe(false);
  });

  it('is held by another program as long as that lives, and taken over once it does not', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    await once(other, 'spawn');
    const letGo = await hold();
    const mine = JSON.parse(readFileSync(join(work, holdName), 'utf8')) as { host: string };
    await letGo();
    writeFileSync(join(work, holdName), JSON.stringify({ ...mine, pid: other.pid }));
    expect(await codeOf(hold)).toBe('backup-running');
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (
      await hold()
    )();
    // On another computer, with the same number: the stick was pulled out there.
    writeFileSync(join(work, holdName), JSON.stringify({ host: 'another', pid: process.ppid }));
    await (
      await hold()
    )();
  });

  it.each(['', 'not what was written there', '{"host":1}'])('is taken over when it says %j', async (text) => {
    writeFileSync(join(work, holdName), text);
    await (
      await hold()
    )();
  });

  it('says nothing about which computer it was', async () => {
    const letGo = await hold();
    expect(readFileSync(join(work, holdName), 'utf8')).toMatch(/^\{"host":"[A-Za-z0-9+/=]{44}","pid":\d+\}$/);
    await letGo();
  });
});
