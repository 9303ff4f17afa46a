import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { TransferRecord } from '../../../shared/models/transfer';
import type { JobControl, VaultContext } from '../../vault/api';
import { renameDurably, writeAll } from '../../vault/durable';
import { realFs } from '../../vault/fs-layer';
import type { FileHandleLayer, FsLayer } from '../../vault/fs-layer';
import { listReceipts } from './receipt-rows';
import { requireTransfer } from './write-receipt';

const chunk = 1024 * 1024;

/** A file that is there already, open to be read and overwritten in place. */
export interface WipingHandle extends FileHandleLayer {
  /** Fills `into` from `position`; how many bytes there were. */
  read(into: Uint8Array, position: number): Promise<number>;
}

/** The operations that wiping goes through, so that tests can make the n-th one fail. */
export interface WipingLayer extends Pick<FsLayer, 'rename' | 'syncFolder' | 'remove'> {
  reopen(path: string): Promise<WipingHandle>;
}

async function reopen(path: string): Promise<WipingHandle> {
  const handle = await fs.open(path, 'r+');
  return {
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    write: async (bytes, offset, length) => (await handle.write(bytes, offset, length)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

export const wipingFs: WipingLayer = {
  reopen,
  rename: (from, to) => realFs.rename(from, to),
  syncFolder: (path) => realFs.syncFolder(path),
  remove: (path) => realFs.remove(path),
};

export interface Wiping {
  /** Of the package in the list of packages. */
  readonly id: string;
  readonly path: string;
  /** That no receipt is waited for any more. */
  readonly givenUp: boolean;
}

/**
 * Overwrites a package on a stick with random bytes and takes it away. It must be that package, byte for byte, and received, or given
 * up by a person. Flash memory may keep old cells all the same: what protects is the key that it was sealed with.
 *
 * It is renamed first, so that one that was half overwritten when the stick was pulled out is known again by its name, and can be
 * chosen once more. Throws `wipe-not-ours` and `wipe-not-received`; that it was wiped is told when nothing of it is left.
 */
export async function wipePackage(
  context: VaultContext,
  { id, path, givenUp }: Wiping,
  control: Pick<JobControl, 'signal' | 'progress'>,
  layer: WipingLayer = wipingFs,
): Promise<void> {
  const transfer = requireTransfer(context, id);
  const isReceived =
    transfer.direction === 'in' ||
    listReceipts(context).some(
      ({ packageId, direction }) => direction === 'in' && packageId === transfer.packageId,
    );
  if (!isReceived && !givenUp) throw new HoldfastError('wipe-not-received');
  await requireThatPackage(path, transfer, control, layer);
  await overwriteAndRemove(path, transfer, context.random, control, layer);
  context.act(
    {
      action: 'transfer.wipe',
      subject: transfer.id,
      caseId: transfer.caseId,
      detail: { package: transfer.packageId, received: isReceived },
    },
    () => undefined,
  );
}

/** The name of a package while it is overwritten: worked out from what it was, so that a half of it is known again. */
export function nameWhileWiped({ sha256 }: Pick<TransferRecord, 'sha256'>): string {
  return `holdfast-${createHash('sha256').update(`wipe\0${sha256}`).digest('hex').slice(0, 12)}.part`;
}

/** Throws `wipe-not-ours` for a link, a folder, and for a file of another size or fingerprint. */
async function requireThatPackage(
  path: string,
  transfer: TransferRecord,
  control: Pick<JobControl, 'signal' | 'progress'>,
  layer: WipingLayer,
): Promise<void> {
  const found = await fs.lstat(path);
  if (!found.isFile() || found.size !== transfer.bytes) throw new HoldfastError('wipe-not-ours');
  // Begun before, and not finished: what it was is not to be seen any more.
  if (basename(path) === nameWhileWiped(transfer)) return;
  control.progress({ step: 'checking', done: 0, total: transfer.bytes });
  const handle = await layer.reopen(path);
  const hash = createHash('sha256');
  try {
    const buffer = Buffer.alloc(chunk);
    for (let done = 0; done < transfer.bytes;) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      const read = await handle.read(buffer, done);
      if (read === 0) throw new HoldfastError('wipe-not-ours');
      hash.update(buffer.subarray(0, read));
      done += read;
      control.progress({ done });
    }
  } finally {
    await handle.close();
  }
  if (hash.digest('hex') !== transfer.sha256) throw new HoldfastError('wipe-not-ours');
}

async function overwriteAndRemove(
  path: string,
  transfer: TransferRecord,
  random: VaultContext['random'],
  control: Pick<JobControl, 'progress'>,
  layer: WipingLayer,
): Promise<void> {
  const folder = dirname(path);
  const begun = join(folder, nameWhileWiped(transfer));
  if (path !== begun) await renameDurably(path, begun, layer);
  control.progress({ step: 'writing', done: 0, total: transfer.bytes });
  const handle = await layer.reopen(begun);
  try {
    for (let done = 0; done < transfer.bytes;) {
      const bytes = random(Math.min(chunk, transfer.bytes - done));
      await writeAll(handle, bytes);
      done += bytes.length;
      control.progress({ done });
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A name that says nothing, where the table of names is not overwritten.
  const last = join(folder, `holdfast-${random(6).toString('hex')}.part`);
  await renameDurably(begun, last, layer);
  await layer.remove(last);
  await layer.syncFolder(folder);
}
