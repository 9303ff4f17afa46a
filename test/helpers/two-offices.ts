import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { transferHandlers } from '../../electron/services/transfer/handlers';
import { openPackage } from '../../electron/services/transfer/open-package';
import { writePackage } from '../../electron/services/transfer/write-package';
import type { VaultContext } from '../../electron/vault/api';
import { versionsOfCase } from '../../electron/vault/records/version-rows';
import type { Version } from '../../shared/domain/records/version';
import { addItem, filledCase } from './filled-vault';
import { meet } from './offices';
import { makeTestVault } from './test-vault';
import type { TestVault, TestVaultOptions } from './test-vault';

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** An office with a case of two exhibits or more, and another that knows it. */
export interface TwoOffices {
  readonly north: TestVault;
  readonly south: TestVault;
  readonly caseId: string;
  readonly items: readonly [string, string, ...string[]];
  /** North packs the case, and south opens it. */
  send(): Promise<void>;
  /** What each has of the case, given to the other. */
  exchange(): void;
  close(): Promise<void>;
}

export async function makeTwoOffices(exhibits = 2, options: TestVaultOptions = {}): Promise<TwoOffices> {
  const north = await makeTestVault({ ...options, officeName: 'North office' });
  const south = await makeTestVault({ ...options, officeName: 'South office' });
  await meet(north.context, south.context);
  const { id: caseId } = await caseHandlers(north.context)['cases.create'](filledCase);
  const add = (number: number) => addItem(north.vault, caseId, number, Buffer.from(`exhibit ${number}`));
  const items: [string, string, ...string[]] = [await add(1), await add(2)];
  for (let number = 3; number <= exhibits; number += 1) items.push(await add(number));
  north.context.act({ action: 'test', subject: caseId }, () =>
    north.context.db
      .prepare('UPDATE exhibit_series SET next = ? WHERE case_id = ?')
      .run(exhibits + 1, caseId),
  );
  const take = ({ act, records }: VaultContext, versions: readonly Version[]) =>
    act({ action: 'test', subject: null }, () => records.receive({ caseId, office: 'the other', versions }));
  return {
    ...{ north, south, caseId, items },
    send: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'holdfast-two-'));
      try {
        const { recipient } = await transferHandlers(south.context)['transfer.office']({});
        const path = join(folder, 'case.hfcase');
        const lock = { type: 'recipient', recipient } as const;
        await writePackage(north.context, { caseId, path, lock, purpose: 'copy' }, control);
        await openPackage(south.context, { path, passphrase: null, seen: null }, control);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    exchange: () => {
      const [ours, theirs] = [
        versionsOfCase(north.context.db, caseId),
        versionsOfCase(south.context.db, caseId),
      ];
      take(north.context, theirs);
      take(south.context, ours);
    },
    close: async () => {
      await north.close();
      await south.close();
    },
  };
}

/**
 * Gives each test two offices of its own, and closes them behind it; `begin` is done with them before it. Call once at the top
 * of a test file. What is given stands for those of the test that runs.
 */
export function useTwoOffices(
  begin: (offices: TwoOffices) => void | Promise<void> = () => undefined,
): Omit<TwoOffices, 'close'> {
  let made: TwoOffices | null = null;
  const current = (): TwoOffices => {
    if (made === null) throw new Error('No test runs yet.');
    return made;
  };
  beforeEach(async () => {
    made = await makeTwoOffices();
    await begin(made);
  });
  afterEach(() => current().close());
  return {
    get north() {
      return current().north;
    },
    get south() {
      return current().south;
    },
    get caseId() {
      return current().caseId;
    },
    get items() {
      return current().items;
    },
    send: () => current().send(),
    exchange: () => {
      current().exchange();
    },
  };
}
