import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileHandleLayer, FsLayer } from './fs-layer';
import { realFs } from './fs-layer';

// SQLite keeps a journal beside a database that it is writing out as a draft.
const draftName = /^holdfast-[0-9a-f]{12}\.part(-journal|-wal)?$/;

/**
 * True for the name of a file that was not finished; what a crash left of one may be deleted. The name is exact, because
 * other programs' unfinished files end in `.part` too, and has nothing of the target's in it: that may be long or private.
 */
export function isDraftName(name: string): boolean {
  return draftName.test(name);
}

export function newDraftName(): string {
  return `holdfast-${randomBytes(6).toString('hex')}.part`;
}

/** Virus scanners and indexers hold files open on Windows for moments; how often, and how long, to wait for them. */
const renameRetries = [50, 100, 200, 400, 800, 1600];
const busyCodes = new Set(['EPERM', 'EBUSY', 'EACCES']);

type Source = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Writes a whole file so that after a crash or power cut at any point the path holds either what it held before or all
 * of the new bytes: temporary file in the same folder, write, fsync, close, rename, fsync of the folder.
 * On any error the temporary file is removed and the error is thrown on. Returns the number of bytes written.
 */
export async function writeDurably(
  path: string,
  source: Source,
  layer: FsLayer = realFs,
  check: (draft: string) => Promise<void> = () => Promise.resolve(),
  writeOut: typeof writeInTurn = writeInTurn,
): Promise<number> {
  const draft = join(dirname(path), newDraftName());
  let bytes = 0;
  try {
    const handle = await layer.create(draft);
    await finishing(handle, async () => {
      bytes = await writeOut(handle, source);
      await handle.sync();
    });
    await check(draft);
    await renameDurably(draft, path, layer);
  } catch (error) {
    await layer.remove(draft).catch(() => undefined);
    throw error;
  }
  return bytes;
}

/** Renames and makes the new name durable; waits for a busy target on Windows. */
export async function renameDurably(
  from: string,
  to: string,
  layer: Pick<FsLayer, 'rename' | 'syncFolder'> = realFs,
): Promise<void> {
  await renamePatiently(from, to, layer);
  await layer.syncFolder(dirname(to));
}

/** Renames, and waits for a busy target on Windows. The new name is not durable before its folder is. */
export async function renamePatiently(
  from: string,
  to: string,
  layer: Pick<FsLayer, 'rename'>,
): Promise<void> {
  for (const wait of [...renameRetries, null]) {
    try {
      await layer.rename(from, to);
      break;
    } catch (error) {
      if (wait === null || process.platform !== 'win32' || !busyCodes.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Works on an open file and closes it, whatever comes. */
export async function finishing(handle: FileHandleLayer, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
  // A full disk may only show here: this error must count.
  await handle.close();
}

/** Writes each piece before the next is asked for. Returns the number of bytes. */
async function writeInTurn(handle: FileHandleLayer, source: Source): Promise<number> {
  let bytes = 0;
  for await (const piece of source) {
    await writeAll(handle, piece);
    bytes += piece.length;
  }
  return bytes;
}

/** Writes each piece while the next is made, so that each has to stand until the next but one is asked for. */
export async function writeBehind(handle: FileHandleLayer, source: Source): Promise<number> {
  let bytes = 0;
  await eachBehind(source, async (piece) => {
    await writeAll(handle, piece);
    bytes += piece.length;
  });
  return bytes;
}

/** Works on one piece after the other, on each while the next is made. When it ends, and when it throws, nothing is being worked on. */
export async function eachBehind(source: Source, work: (piece: Uint8Array) => Promise<void>): Promise<void> {
  let working = Promise.resolve();
  try {
    for await (const piece of source) {
      await working;
      working = work(piece);
      // Said where it is waited for.
      working.catch(() => undefined);
    }
  } finally {
    await working;
  }
}

/** Writes all of these bytes, however many the system takes at a time. */
export async function writeAll(handle: FileHandleLayer, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const written = await handle.write(bytes, offset, bytes.length - offset);
    if (written <= 0) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    offset += written;
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}
