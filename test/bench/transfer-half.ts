import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { evidenceHandlers } from '../../electron/services/evidence/handlers';
import { ensureOfficeKeys } from '../../electron/services/offices/office';
import { openPackage } from '../../electron/services/transfer/open-package';
import { writePackage } from '../../electron/services/transfer/write-package';
import { filledCase } from '../helpers/filled-vault';
import { meet } from '../helpers/offices';
import { makeTestVault } from '../helpers/test-vault';
import type { TestVault } from '../helpers/test-vault';

/** The two offices of the benchmark of packages, driven over the channel to the process that started it. */
const commandSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('make'), folder: z.string(), files: z.array(z.string()) }),
  z.object({ what: z.literal('pack') }),
  z.object({ what: z.literal('open') }),
]);

const control = { id: 'x', signal: new AbortController().signal, progress: () => undefined };
let sender: TestVault;
let receiver: TestVault;
let caseId: string;
let path: string;

async function make(folder: string, files: readonly string[]): Promise<void> {
  // The disk of the checkout is measured: a folder for temporary files may be memory.
  process.env.TMPDIR = await mkdtemp(join(folder, 'vaults-'));
  path = join(folder, 'ours.hfcase');
  sender = await makeTestVault({ officeName: 'North office' });
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  caseId = (await caseHandlers(sender.context)['cases.create']({ ...filledCase, reference: 'N-1' })).id;
  const job = await evidenceHandlers(sender.context)['evidence.import']({ caseId, paths: [...files] });
  const { state, counts } = await sender.context.jobs.ended(job.id);
  if (state !== 'done' || counts?.failed !== 0) throw new Error('The files were not all taken in.');
}

async function pack(): Promise<void> {
  const { recipient } = (await ensureOfficeKeys(receiver.context)).office;
  const lock = { type: 'recipient' as const, recipient };
  await rm(path, { force: true });
  await writePackage(sender.context, { caseId, path, lock, purpose: 'copy' }, control);
}

/** Another vault each time: it takes a package in once. */
async function makeReceiver(): Promise<void> {
  await receiver.close();
  receiver = await makeTestVault({ officeName: 'South office' });
  await meet(sender.context, receiver.context);
  await pack();
}

/**
 * How long something takes, and the most memory that the process held meanwhile. What making the vaults left behind is given back
 * first: in the app that was another process, or long ago.
 */
async function watched(work: () => Promise<unknown>): Promise<object> {
  globalThis.gc?.();
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 10);
  const began = performance.now();
  try {
    await work();
  } finally {
    clearInterval(look);
  }
  return { milliseconds: performance.now() - began, megabytes: most / 2 ** 20 };
}

async function answer(message: unknown): Promise<object> {
  const command = commandSchema.parse(message);
  if (command.what === 'pack') return watched(pack);
  if (command.what === 'open') {
    await makeReceiver();
    return watched(() => openPackage(receiver.context, { path, passphrase: null, seen: null }, control));
  }
  await make(command.folder, command.files);
  return {};
}

process.on('message', (message) => {
  answer(message).then(
    (given) => process.send?.(given),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
process.on('disconnect', () => {
  process.exit();
});
