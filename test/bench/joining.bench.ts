import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { ensureOfficeKeys } from '../../electron/services/offices/office';
import { openPackage } from '../../electron/services/transfer/open-package';
import { writePackage } from '../../electron/services/transfer/write-package';
import type { PackagePurpose } from '../../shared/models/package-purpose';
import type { TransferRecord } from '../../shared/models/transfer';
import { filledCase } from '../helpers/filled-vault';
import { meet } from '../helpers/offices';
import { openMembers } from '../helpers/package';
import { makeTestVault, unlockAnswering } from '../helpers/test-vault';
import type { TestVault } from '../helpers/test-vault';
import { fillEntries } from './chronology-rows';
import type { Measured } from './result';
import { inTurns, timed } from './rounds';
import type { Benchmark } from './run';

const count = 10_000;
const changed = 1000;
const added = 100;
const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };

/** Two offices with the same large case, of which both have changed the same entries. */
interface Offices {
  readonly folder: string;
  readonly north: TestVault;
  readonly south: TestVault;
  readonly caseId: string;
}

/** Two copies of a case of 10,000 entries joined in a real vault, and a package of changes beside one of the whole case. */
export const joiningBench: Benchmark = async ({ folder, rounds, say }) => {
  // The disk of the checkout is measured: a folder for temporary files may be memory.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  say(`Joining two copies of ${count} entries.`);
  const offices = await makeOffices(folder);
  try {
    return [await joining(offices, rounds), ...(await changesAgainstWhole(offices, rounds))];
  } finally {
    await offices.north.close();
    await offices.south.close();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
};

async function makeOffices(folder: string): Promise<Offices> {
  const north = await makeTestVault({ officeName: 'North office' });
  const south = await makeTestVault({ officeName: 'South office' });
  await meet(north.context, south.context);
  const { id: caseId } = await caseHandlers(north.context)['cases.create']({
    ...filledCase,
    reference: 'N-1',
  });
  fillEntries(north.context, caseId, count);
  const offices = { folder, north, south, caseId };
  await send(offices, north, south, 'copy');
  await openPackage(
    south.context,
    { path: join(folder, 'case.hfcase'), passphrase: null, seen: null },
    control,
  );
  return offices;
}

async function send(
  { folder, caseId }: Offices,
  from: TestVault,
  to: TestVault,
  purpose: PackagePurpose,
  since?: string,
): Promise<TransferRecord> {
  const { recipient } = (await ensureOfficeKeys(to.context)).office;
  const path = join(folder, 'case.hfcase');
  await rm(path, { force: true });
  const what = { caseId, path, lock: { type: 'recipient' as const, recipient }, purpose };
  return writePackage(from.context, since === undefined ? what : { ...what, since }, control);
}

/** Other words in a title of as many entries, the same ones in both offices. */
function change({ context }: TestVault, caseId: string, words: string): void {
  const ids = context.db
    .prepare('SELECT id FROM entries WHERE case_id = ? ORDER BY id LIMIT ?')
    .pluck()
    .all(caseId, changed) as string[];
  context.act({ action: 'test', subject: caseId }, () => {
    for (const id of ids)
      context.records.change(id, { ...context.records.standing(id).shown?.body, title: words });
  });
}

async function joining(offices: Offices, rounds: number): Promise<Measured> {
  const { folder, north, south, caseId } = offices;
  change(north, caseId, 'As north has it');
  change(south, caseId, 'As south has it');
  const path = join(folder, 'case.hfcase');
  await send(offices, south, north, 'copy');
  const members = await openMembers(await readFile(path), north.context);
  const json = String(members.get('records.json'));
  // The vault as it was before, each time: it takes a package in once. What is written is in its file by a checkpoint.
  north.context.db.pragma('wal_checkpoint(TRUNCATE)');
  const again = join(folder, 'again');
  const both = await inTurns(
    rounds,
    async () => {
      await rm(again, { recursive: true, force: true });
      await cp(north.folder, again, { recursive: true });
      const { context, close } = await unlockAnswering(again);
      try {
        const milliseconds = await timed(() =>
          openPackage(context, { path, passphrase: null, seen: null }, control),
        );
        const undecided: unknown = context.db
          .prepare('SELECT count(*) FROM records WHERE undecided = 1')
          .pluck()
          .get();
        if (undecided !== changed) throw new Error(`${String(undecided)} entries wait for a decision`);
        return milliseconds;
      } finally {
        close();
      }
    },
    () => timed(() => JSON.parse(json) as unknown),
  );
  return {
    ...{ name: 'joining 10,000 records', unit: 'ms', ours: both.ours },
    theirs: { tool: 'JSON.parse', values: both.theirs },
    compared: `A package of ${count} entries, ${changed} of them changed on both sides, opened, checked and joined in a vault that has the case, beside reading the same JSON (${Math.round(json.length / 1e6)} MB) and doing nothing with it: no other tool joins.`,
  };
}

async function changesAgainstWhole(offices: Offices, rounds: number): Promise<readonly Measured[]> {
  const { north, south, caseId } = offices;
  const whole = await send(offices, north, south, 'copy');
  addEntries(north, caseId);
  const sizes = { changes: [] as number[], whole: [] as number[] };
  const both = await inTurns(
    rounds,
    () =>
      timed(async () => {
        sizes.changes.push((await send(offices, north, south, 'changes', whole.packageId)).bytes / 1e6);
      }),
    () =>
      timed(async () => {
        sizes.whole.push((await send(offices, north, south, 'copy')).bytes / 1e6);
      }),
  );
  const tool = 'a package of the whole case';
  const kept = (values: readonly number[]): readonly number[] => values.slice(-rounds);
  const compared = `After ${added} new entries in a case of ${count}`;
  return [
    {
      ...{ name: 'changes against whole, time', unit: 'ms', ours: both.ours },
      theirs: { tool, values: both.theirs },
      compared: `${compared}: written, read back and kept.`,
    },
    {
      ...{ name: 'changes against whole, size', unit: 'MB', ours: kept(sizes.changes) },
      theirs: { tool, values: kept(sizes.whole) },
      compared: `${compared}: bytes of the package, padded as all are.`,
    },
  ];
}

/** Copies of entries that are there, as new ones. */
function addEntries({ context }: TestVault, caseId: string): void {
  const { records, newId } = context;
  const ids = context.db
    .prepare('SELECT id FROM entries WHERE case_id = ? ORDER BY id LIMIT ?')
    .pluck()
    .all(caseId, added) as string[];
  context.act({ action: 'test', subject: caseId }, () => {
    for (const id of ids)
      records.create('entry', { id: newId(), caseId, body: { ...records.standing(id).shown?.body } });
  });
}
