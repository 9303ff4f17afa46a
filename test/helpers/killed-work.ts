/**
 * A process that is killed in the middle of its work: at its n-th file operation, before that is done. It does one thing
 * (makes a vault, restores one, or backs one up) and says `done` when it got to the end.
 */
import { writeSync } from 'node:fs';
import { restoreVault } from '../../electron/vault/backup/restore';
import { snapshotIds, findBackup } from '../../electron/vault/backup/inspect';
import { runBackup } from '../../electron/vault/backup/run';
import type { FsLayer } from '../../electron/vault/fs-layer';
import { realFs } from '../../electron/vault/fs-layer';
import { createVault } from '../../electron/vault/open-vault';
import { testDeps, testPassphrase, unlockAnswering } from './test-vault';

function killingFs(nth: number): FsLayer {
  let count = 0;
  const step = (): void => {
    count += 1;
    if (count === nth) process.kill(process.pid, 'SIGKILL');
  };
  return {
    create: async (path) => {
      step();
      const handle = await realFs.create(path);
      return {
        write: (bytes, offset, length) => {
          step();
          return handle.write(bytes, offset, length);
        },
        sync: () => {
          step();
          return handle.sync();
        },
        close: () => {
          step();
          return handle.close();
        },
      };
    },
    rename: (from, to) => {
      step();
      return realFs.rename(from, to);
    },
    syncFolder: (path) => {
      step();
      return realFs.syncFolder(path);
    },
    makeFolder: (path) => {
      step();
      return realFs.makeFolder(path);
    },
    remove: (path) => {
      step();
      return realFs.remove(path);
    },
  };
}

const control = { signal: new AbortController().signal, progress: () => undefined };

async function work(what: string, nth: number, vault: string, place: string): Promise<void> {
  const layer = killingFs(nth);
  const deps = testDeps({ layer });
  if (what === 'make') {
    const about = { passphrase: testPassphrase, name: 'A', officeName: 'B' };
    (await createVault({ folder: vault, ...about }, deps)).close();
  } else if (what === 'restore') {
    const snapshot = (await snapshotIds(await findBackup(place))).at(-1) ?? '';
    await restoreVault({ from: place, snapshot, secret: testPassphrase, target: vault }, { control, layer });
  } else {
    const open = await unlockAnswering(vault);
    await runBackup({ ...open, layer }, place, control);
    open.close();
  }
  writeSync(1, 'done\n');
}

const [what = '', nth = '', vault = '', place = ''] = process.argv.slice(2);
void work(what, Number(nth), vault, place);
