import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import { renameDurably, writeDurably } from '../../vault/durable';
import { realFs } from '../../vault/fs-layer';
import type { FsLayer } from '../../vault/fs-layer';

export interface Written {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What was to be written could not be read, or is not what it was: the folder is sound, and this file is not in it. */
export class UnreadableSource extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
    this.name = 'UnreadableSource';
  }
}

/**
 * Writes a file into the folder, reads it back through a fresh handle and compares. `expected` is the fingerprint it must have. Throws
 * `UnreadableSource` for what the content itself throws, unless that is about the vault or a person's wish.
 */
export type AddFile = (
  name: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  expected?: string,
) => Promise<Written>;

interface Options {
  readonly signal: AbortSignal;
  /** Told how many bytes were written. */
  readonly wrote: (bytes: number) => void;
  readonly layer?: FsLayer;
}

/**
 * Makes a folder that is there as a whole or not at all: written under a temporary name beside it and renamed once every file in it
 * was compared; then `keep` writes down that it is there. Throws `target-exists` where anything is there already. On any error, and
 * on a cancel, nothing is left.
 */
export async function writeFolder<T>(
  target: string,
  { signal, wrote, layer = realFs }: Options,
  fill: (add: AddFile) => Promise<T>,
  keep: (filled: T) => void,
): Promise<T> {
  await refuseWhatIsThere(target);
  const draft = join(dirname(target), `holdfast-${randomBytes(6).toString('hex')}.part`);
  let isMoving = false;
  try {
    await layer.makeFolder(draft);
    const filled = await fill((name, content, expected) =>
      addFile(join(draft, name), { name, content, expected }, { signal, wrote, layer }),
    );
    if (signal.aborted) throw new HoldfastError('cancelled');
    await layer.syncFolder(draft);
    await refuseWhatIsThere(target);
    isMoving = true;
    await renameDurably(draft, target, layer);
    keep(filled);
    return filled;
  } catch (error) {
    // It may have been renamed before what failed: then it lies under its name, and nobody else can have put it there.
    const isMoved = isMoving && !(await isThere(draft));
    await rm(isMoved ? target : draft, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

async function refuseWhatIsThere(target: string): Promise<void> {
  if (await isThere(target)) throw new HoldfastError('target-exists');
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

async function addFile(
  path: string,
  {
    name,
    content,
    expected,
  }: {
    readonly name: string;
    readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
    readonly expected: string | undefined;
  },
  { signal, wrote, layer }: Required<Options>,
): Promise<Written> {
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of reading(content)) {
      if (signal.aborted) throw new HoldfastError('cancelled');
      hash.update(piece);
      wrote(piece.length);
      yield piece;
    }
  }
  let sha256 = '';
  const bytes = await writeDurably(path, hashed(), layer, async (draft) => {
    sha256 = hash.digest('hex');
    if (expected !== undefined && sha256 !== expected) throw new UnreadableSource('evidence-damaged');
    if ((await hashOf(draft)) !== sha256) throw new HoldfastError('read-failed');
  });
  return { name, bytes, sha256 };
}

/** The content, with what goes wrong in reading it told apart from what goes wrong in writing. */
async function* reading(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    const { code } = reportError(error);
    throw error instanceof UnreadableSource ? error : new UnreadableSource(code);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
