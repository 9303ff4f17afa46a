import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import { renameDurably, writeDurably } from '../../vault/durable';
import { realFs } from '../../vault/fs-layer';
import type { FsLayer } from '../../vault/fs-layer';
import { measured, reading, UnreadableSource } from './add-file';
import type { AddFile, Content, Writing, Written } from './add-file';
import { isThere, refuseWhatIsThere } from './what-is-there';

interface Options extends Writing {
  readonly layer?: FsLayer | undefined;
}

/**
 * Makes a folder that is there as a whole or not at all: written under a temporary name beside it and renamed once every file in it
 * was read back through a fresh handle and compared; then `keep` writes down that it is there. Throws `target-exists` where anything
 * is there already. On any error, and on a cancel, nothing is left.
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

async function addFile(
  path: string,
  {
    name,
    content,
    expected,
  }: { readonly name: string; readonly content: Content; readonly expected: string | undefined },
  { layer, ...writing }: Writing & { readonly layer: FsLayer },
): Promise<Written> {
  const { pieces, sum } = measured(reading(content), writing);
  let sha256 = '';
  const bytes = await writeDurably(path, pieces, layer, async (draft) => {
    sha256 = sum();
    if (expected !== undefined && sha256 !== expected) throw new UnreadableSource('evidence-damaged');
    if ((await hashOf(draft)) !== sha256) throw new HoldfastError('read-failed');
  });
  return { name, bytes, sha256 };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
