import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectPackage } from '../../../electron/services/transfer/inspect-package';
import { openPackage } from '../../../electron/services/transfer/open-package';
import type { VaultContext } from '../../../electron/vault/api';
import type { OpenVault } from '../../../electron/vault/open-vault';
import type { TransferRecord } from '../../../shared/models/transfer';
import { testPassphrase, unlockAnswering } from '../test-vault';
import type { Before } from './read-back';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'vaults');

/** Every vault that a release kept, by the name of its folder. */
export const keptVaults: readonly string[] = readdirSync(folder).sort();

export function pathOfKept(name: string, file: string): string {
  return join(folder, name, file);
}

/** What it held, as the code that made it read it. */
export function readBefore(name: string): Before {
  return JSON.parse(readFileSync(pathOfKept(name, 'before.json'), 'utf8')) as Before;
}

/** A copy of it, opened by the code of today: its migrations run. */
export async function openKept(
  name: string,
): Promise<{ readonly vault: OpenVault; readonly close: () => Promise<void> }> {
  const parent = await mkdtemp(join(tmpdir(), 'holdfast-kept-'));
  const copy = join(parent, 'vault');
  await cp(pathOfKept(name, 'vault'), copy, { recursive: true });
  const vault = await unlockAnswering(copy);
  return {
    vault,
    close: async () => {
      vault.close();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Takes a package of a kept vault in, as somebody does who has looked at who sent it. */
export async function takeKept(context: VaultContext, path: string): Promise<TransferRecord> {
  const sealed = { path, passphrase: testPassphrase };
  const { manifestSha256, standing } = await inspectPackage(context, sealed);
  const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
  return openPackage(context, { ...sealed, seen: { manifestSha256, standing } }, control);
}
