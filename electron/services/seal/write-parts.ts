import { createHash } from 'node:crypto';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { blocksOf } from '../../vault/blocks';
import { eachBehind, renameDurably } from '../../vault/durable';
import type { FsLayer } from '../../vault/fs-layer';
import { hashOfMany } from './hash-thread';
import { PartSink } from './part-sink';
import { tallies } from './tally';

/** A sealed file that was written. */
export interface Sealed {
  readonly bytes: number;
  /** SHA-256 of the file as it lies there. */
  readonly sha256: string;
}

/** Where a sealed file is written. */
export interface SealedTarget {
  /** The names it gets, in order. */
  readonly paths: readonly string[];
  /** The unfinished files, one for each; some may be there from an earlier try. */
  readonly drafts: readonly string[];
  readonly partBytes: number;
  readonly bytes: number;
}

interface Writing {
  readonly signal: AbortSignal;
  readonly layer: FsLayer;
  readonly verifying: () => void;
  /** What else must have happened before the file gets its name. */
  readonly verified: () => Promise<void> | void;
}

/** After these the same bytes can be written on, behind those that are there. */
const resumable: ReadonlySet<ErrorCode> = new Set(['stick-gone', 'stick-failing', 'stick-full']);

export function isResumable(error: unknown): boolean {
  return resumable.has(reportError(error).code);
}

/** Throws `stick-too-small`, with how many bytes are missing, where a file will not fit; an unknown size may. */
export async function refuseTooSmall({ drafts, paths, bytes }: SealedTarget): Promise<void> {
  const found = await statfs(dirname(paths[0] ?? '')).catch(() => null);
  if (found === null) return;
  const there = await Promise.all(
    drafts.map(async (path) => (await stat(path).catch(() => null))?.size ?? 0),
  );
  const free = found.bavail * found.bsize + there.reduce((sum, size) => sum + size, 0);
  if (bytes > free) throw new HoldfastError('stick-too-small', { detail: { missing: bytes - free } });
}

/**
 * Writes a sealed file into its unfinished files, reads it back through fresh handles, and only then gives it its names. On any
 * failure the unfinished files stay, for whoever knows whether it can go on. A piece of `sealed` has to stand until the next but one is
 * asked for. Throws `stick-gone`, `stick-failing`, `stick-full` with
 * the bytes that are missing, or `stick-read-only` for what the disk says.
 */
export async function writeParts(
  sealed: AsyncIterable<Uint8Array>,
  target: SealedTarget,
  { signal, layer, verifying, verified }: Writing,
): Promise<Sealed> {
  const hash = hashOfMany(target.bytes);
  const newTally = tallies();
  const tally = newTally();
  const sink = new PartSink(target.drafts, target.partBytes, layer);
  let bytes = 0;
  let sha256 = '';
  try {
    await eachBehind(sealed, async (chunk) => {
      if (signal.aborted) throw new HoldfastError('cancelled');
      const missing = target.bytes - bytes;
      tally.update(chunk);
      bytes += chunk.length;
      await Promise.all([onDisk(() => sink.write(chunk), missing), hash.update(chunk)]);
    });
    await onDisk(() => sink.end(), 0);
    sha256 = await hash.digest();
  } catch (error) {
    await sink.stop();
    throw error;
  } finally {
    await hash.end();
  }
  verifying();
  const back = newTally();
  await onDisk(() => readBack(target.drafts, back), 0);
  if (back.digest() !== tally.digest()) throw new HoldfastError('stick-failing');
  await verified();
  // The first part gets its name last: it is the one that people open.
  for (const [at, path] of [...target.paths.entries()].reverse())
    await onDisk(() => renameDurably(target.drafts[at] ?? '', path, layer), 0);
  return { bytes, sha256 };
}

/** Tells what the disk says apart from what goes wrong elsewhere. */
async function onDisk<T>(work: () => Promise<T>, missing: number): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codes.get(systemCode(error));
    if (code === undefined) throw error;
    throw new HoldfastError(code, { cause: error, ...(code === 'stick-full' && { detail: { missing } }) });
  }
}

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['ENOSPC', 'stick-full'],
  ['EDQUOT', 'stick-full'],
  ['EIO', 'stick-failing'],
  ['ENODEV', 'stick-gone'],
  ['ENXIO', 'stick-gone'],
  ['ENOENT', 'stick-gone'],
  ['ENOTDIR', 'stick-gone'],
  ['EROFS', 'stick-read-only'],
]);

function systemCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** SHA-256 of what lies there. */
export async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  await readBack(paths, hash);
  return hash.digest('hex');
}

/** Through handles of its own. */
async function readBack(
  paths: readonly string[],
  into: { readonly update: (bytes: Uint8Array) => unknown },
): Promise<void> {
  for (const path of paths) for await (const block of blocksOf(path)) into.update(block);
}
