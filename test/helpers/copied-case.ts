import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPackage } from '../../electron/services/transfer/open-package';
import { transferHandlers } from '../../electron/services/transfer/handlers';
import { writePackage } from '../../electron/services/transfer/write-package';
import type { VaultContext } from '../../electron/vault/api';
import { versionsOfCase } from '../../electron/vault/records/version-rows';
import { meet } from './offices';
import { makeTestVault } from './test-vault';
import type { TestVault, TestVaultOptions } from './test-vault';

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** Another office that has opened a package of the case. */
export async function copiedCase(
  from: VaultContext,
  caseId: string,
  options: TestVaultOptions = {},
): Promise<TestVault> {
  const other = await makeTestVault({ ...options, officeName: 'East office' });
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-copied-'));
  try {
    await meet(from, other.context);
    const { recipient } = await transferHandlers(other.context)['transfer.office']({});
    const path = join(folder, 'case.hfcase');
    await writePackage(
      from,
      { caseId, path, lock: { type: 'recipient', recipient }, purpose: 'copy' },
      control,
    );
    await openPackage(other.context, { path, passphrase: null, seen: null }, control);
    return other;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes what another office wrote about the case since. */
export function takeVersions(to: VaultContext, from: VaultContext, caseId: string): void {
  const versions = versionsOfCase(from.db, caseId);
  to.act({ action: 'test', subject: null }, () =>
    to.records.receive({ caseId, office: 'the other', versions }),
  );
}
