import { mkdtemp, rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { inspectPackage } from '../../../../electron/services/transfer/inspect-package';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { listTransfers } from '../../../../electron/services/transfer/transfer-rows';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { PackagePurpose } from '../../../../shared/models/package-purpose';
import type { TransferLock, TransferRecord } from '../../../../shared/models/transfer';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault, TestVaultOptions } from '../../../helpers/test-vault';

export const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
export const passphrase = 'copper lantern ferry meadow';

/** Two offices that know each other, and a third that uses the name of the second. */
export interface Offices {
  readonly north: TestVault;
  readonly south: TestVault;
  /** Calls itself South office, with keys of its own. */
  readonly impostor: TestVault;
  readonly folder: string;
  readonly caseId: string;
}

export const lockFor = async ({ context }: TestVault): Promise<TransferLock> => ({
  type: 'recipient',
  recipient: (await transferHandlers(context)['transfer.office']({})).recipient,
});

async function makeCase({ vault, context }: TestVault): Promise<string> {
  const { id } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'WREN-7' });
  await addItem(vault, id, 1, randomBytes(20_000), 'picture.png');
  // As a real import leaves them.
  context.db.exec('UPDATE evidence SET producer_id = case_id; UPDATE exhibit_series SET next = 2');
  return id;
}

/** Gives each test offices of its own. Call once at the top of a test file. */
export function useOffices(options: TestVaultOptions = {}): Offices {
  let made: Offices | null = null;
  const current = (): Offices => {
    if (made === null) throw new Error('No test runs yet.');
    return made;
  };
  beforeEach(async () => {
    const vault = (officeName: string) => makeTestVault({ ...options, officeName });
    const [north, south, impostor] = [
      await vault('North office'),
      await vault('South office'),
      await vault('South office'),
    ];
    await meet(north.context, south.context);
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-receipts-'));
    made = { north, south, impostor, folder, caseId: await makeCase(north) };
  });
  afterEach(async () => {
    const { north, south, impostor, folder } = current();
    await Promise.all([north, south, impostor].map((each) => each.close()));
    await rm(folder, { recursive: true, force: true });
  });
  return new Proxy({} as Offices, { get: (_none, name) => current()[name as keyof Offices] });
}

/** North packs the case; gives what its list says of the package. */
export async function pack(
  { north, caseId, folder }: Offices,
  lock: TransferLock,
  { name = 'case.hfcase', purpose = 'copy' }: { name?: string; purpose?: PackagePurpose } = {},
): Promise<TransferRecord> {
  return writePackage(north.context, { caseId, path: join(folder, name), lock, purpose }, control);
}

/** Somebody looks at the package, and takes it in. */
export async function takeIn(
  { folder }: Offices,
  { context }: TestVault,
  secret: string | null = null,
  name = 'case.hfcase',
): Promise<TransferRecord> {
  const sealed = { path: join(folder, name), passphrase: secret };
  const { manifestSha256, standing } = await inspectPackage(context, sealed);
  return openPackage(context, { ...sealed, seen: { manifestSha256, standing } }, control);
}

export const packagesOf = ({ context }: TestVault) => listTransfers(context);
