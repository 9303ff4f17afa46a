import { HoldfastError } from '../../shared/errors';
import { findBackup, snapshotIds } from '../vault/backup/inspect';
import { restoreVault } from '../vault/backup/restore';

/** Makes a vault from a backup, from its newest snapshot unless one is named. Gives the exit code. */
export async function restoreCommand(
  input: {
    readonly from: string;
    readonly target: string;
    readonly secret: string;
    readonly snapshot: string | null;
  },
  say: (line: string) => void,
): Promise<number> {
  const snapshot = input.snapshot ?? (await snapshotIds(await findBackup(input.from))).at(-1);
  if (snapshot === undefined) throw new HoldfastError('backup-missing');
  const signal = new AbortController().signal;
  await restoreVault(
    { from: input.from, snapshot, secret: input.secret, target: input.target },
    { control: { signal, progress: () => undefined } },
  );
  say(`restored ${snapshot}; every file was compared with its hash`);
  return 0;
}
