import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import type { FsLayer } from '../../../../electron/vault/fs-layer';
import { declaredTables, isPacked } from '../../../../electron/vault/declared/tables';
import type { TableDeclaration, Travel } from '../../../../electron/vault/declared/declaration';
import { caseToFill } from '../../../helpers/case-to-fill';
import { fillEveryTable } from '../../../helpers/every-table';
import { meet } from '../../../helpers/offices';
import { faultyFs } from '../../../helpers/faulty-fs';
import { openMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';

/** A case with something in every table, packed by one office for another. What stands here is that of the test that runs. */
export interface PackedCase {
  readonly sender: TestVault;
  readonly receiver: TestVault;
  /** Where packages are written. */
  readonly folder: string;
  readonly caseId: string;
  readonly item: string;
  readonly packagePath: string;
  readonly members: Members;
}

export const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** A vault whose file operations go through `layer` where it gives one. */
async function newReceiver(layer: () => FsLayer | null): Promise<TestVault> {
  const real = faultyFs(Number.MAX_SAFE_INTEGER, 'EIO').layer;
  const through = (name: keyof FsLayer) => (path: string, to: string) =>
    ((layer() ?? real)[name] as (a: string, b: string) => Promise<unknown>)(path, to);
  return makeTestVault({
    officeName: 'South office',
    layer: {
      create: (path) => (layer() ?? real).create(path),
      rename: through('rename'),
      syncFolder: through('syncFolder'),
      makeFolder: through('makeFolder'),
      remove: through('remove'),
    } as FsLayer,
  });
}

async function makeSender(folder: string): Promise<Omit<PackedCase, 'receiver' | 'packagePath' | 'members'>> {
  const sender = await makeTestVault({ officeName: 'North office' });
  const { context } = sender;
  const { caseId, item, other, entryId } = await caseToFill(sender.vault, {
    bytes: [100_000, 70_000],
    citesBoth: true,
  });
  await fillEveryTable(context, { item, other, entryId }, (place) => `canary-${place}`);
  // One that a reader reads: its text is read again by whoever takes it in.
  context.db.prepare("UPDATE evidence SET kind = 'text' WHERE id = ?").run(item);
  await exhibitHandlers(context)['exhibits.addProducer']({ caseId, name: 'Pat Quill', initials: 'PQ' });
  return { sender, folder, caseId, item };
}

/**
 * Packs a case for each test, for a receiver of its own. Call once at the top of a test file. `began` is told before each test what
 * there is; `layer` gives the file operations of the receiving vault, null for those that work.
 */
export function usePackedCase(
  began: (made: PackedCase) => void,
  layer: () => FsLayer | null = () => null,
): void {
  let ours: Awaited<ReturnType<typeof makeSender>>;
  let receiver: TestVault;
  beforeAll(async () => {
    ours = await makeSender(await mkdtemp(join(tmpdir(), 'holdfast-transfer-')));
  });
  beforeEach(async () => {
    receiver = await newReceiver(layer);
    const { sender, folder, caseId } = ours;
    await meet(sender.context, receiver.context);
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    const packagePath = join(folder, 'case.hfcase');
    await writePackage(
      sender.context,
      { caseId, path: packagePath, lock: { type: 'recipient', recipient }, purpose: 'copy' },
      control,
    );
    const members = await openMembers(await readFile(packagePath), receiver.context);
    began({ ...ours, receiver, packagePath, members });
  });
  afterEach(() => receiver.close());
  afterAll(async () => {
    await ours.sender.close();
    await rm(ours.folder, { recursive: true, force: true });
  });
}

export const receive = ({ receiver, packagePath }: PackedCase, path = packagePath) =>
  openPackage(receiver.context, { path, passphrase: null, seen: null }, control);

/** How many files a vault has stored. */
export const storedFiles = async (vault: TestVault): Promise<number> =>
  (await readdir(join(vault.folder, 'evidence'), { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  ).length;

export const tablesThat = (travel: (travels: Travel) => boolean): readonly TableDeclaration[] =>
  declaredTables.filter(({ travels }) => travel(travels));
/** Tables whose rows arrive; stored files are looked at by themselves, since others' files stay behind. */
export const packed = declaredTables.filter((each) => isPacked(each) && each.travels.by !== 'files');
export const onArrival = tablesThat((travels) => travels.by === 'made-anew' && travels.when === 'on-arrival');
/** What is written to when a package comes in. */
export const written = [...packed, ...onArrival].map(({ table }) => table).concat('files', 'transfers');

/** Every row of a table as a text, without these columns. */
export function rowsOf(
  { context }: TestVault,
  table: string,
  without: readonly string[] = [],
): readonly string[] {
  // Records of the office itself (its address book) stay where they are.
  const ofCases = ['record_versions', 'records'].includes(table) ? 'WHERE case_id IS NOT NULL' : '';
  return context.db
    .prepare(`SELECT * FROM "${table}" ${ofCases}`)
    .all()
    .map((row) => {
      const kept = Object.entries(row as object).filter(([name]) => !without.includes(name));
      return JSON.stringify(Object.fromEntries(kept));
    })
    .sort();
}

/** Everything a package could change in the receiving vault. */
export const everything = async (receiver: TestVault): Promise<readonly unknown[]> => [
  ...written.map((table) => [table, rowsOf(receiver, table)]),
  await storedFiles(receiver),
];
