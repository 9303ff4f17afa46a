/**
 * Failed unlocks. The record of acts cannot be written while the vault is locked, so they are kept beside it (times and
 * nothing else, with a checksum) and moved into the record at the next unlock. Whoever can write to the folder can delete
 * the file: it shows a curious colleague, not a thief.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { instantSchema } from '../../shared/models/common';
import { writeDurably } from './durable';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { attemptsName } from './names';

/** Times kept; further tries are only counted. */
const kept = 200;

const schema = z.strictObject({
  format: z.literal(1),
  times: z.array(instantSchema).max(kept),
  more: z.int().min(0),
  checksum: z.string(),
});
export interface Attempts {
  readonly times: readonly string[];
  readonly more: number;
}

function bytesOf({ times, more }: Attempts): Buffer {
  const checksum = createHash('sha256')
    .update(JSON.stringify([1, times, more]))
    .digest('base64');
  return Buffer.from(`${JSON.stringify({ format: 1, times, more, checksum }, null, 2)}\n`);
}

/** Null when there is no file; `damaged` when it is not as it was written. */
export async function readAttempts(folder: string): Promise<Attempts | 'damaged' | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, attemptsName));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const { times, more } = schema.parse(JSON.parse(bytes.toString('utf8')));
    return bytesOf({ times, more }).equals(bytes) ? { times, more } : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Notes one more failed unlock. A folder that cannot be written keeps nobody from trying again. */
export async function noteFailedUnlock(folder: string, at: Date, layer: FsLayer = realFs): Promise<void> {
  try {
    const before = await readAttempts(folder);
    const { times, more } = before === null || before === 'damaged' ? { times: [], more: 0 } : before;
    const next =
      times.length < kept ? { times: [...times, at.toISOString()], more } : { times, more: more + 1 };
    await writeDurably(join(folder, attemptsName), [bytesOf(next)], layer);
  } catch {
    return;
  }
}

export async function forgetAttempts(folder: string, layer: FsLayer = realFs): Promise<void> {
  await layer.remove(join(folder, attemptsName)).catch(() => undefined);
}
