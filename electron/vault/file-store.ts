import { createHash, createSecretKey } from 'node:crypto';
import { open as openFile, readdir, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { HoldfastError } from '../../shared/errors';
import type { FileStore, FilesTogether, StoredFile } from './api';
import { blocksOf } from './blocks';
import { isDraftName, writeBehind, writeDurably } from './durable';
import { durableBatch } from './durable-batch';
import type { SealRoom } from './file-format';
import {
  chunkSize,
  chunksOf,
  fileHeader,
  headerSize,
  open,
  openChunk,
  seal,
  sealRoom,
  sealedLength,
  tagSize,
} from './file-format';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { giveBack } from './give-back';
import { litterNames } from './names';

/** A file larger than this is never read into memory whole. */
const defaultLimit = 512 * 1024 * 1024;

/** UUIDv7 starts with the time, so its first digits would put everything into one folder; the last ones are random. */
function partOf(id: string): string {
  return id.slice(-2);
}

/** True for what the store itself puts into the folder `part`. */
export function isSealedName(name: string, part: string): boolean {
  return z.uuid().safeParse(name).success && partOf(name) === part;
}

/** Encrypted files under `evidence/`, spread over 256 folders named by the last two digits of their id. */
export function createFileStore(deps: {
  readonly folder: string;
  readonly newId: () => string;
  readonly random: (length: number) => Buffer;
  readonly layer?: FsLayer;
}): FileStore {
  const layer = deps.layer ?? realFs;
  /** Folders whose own name is known to be on disk. One that is merely there may have been made just before a crash. */
  const durable = new Set<string>();
  /** Kept from one file to the next: taken anew for each it would cost as much as sealing a small one. */
  let spare: SealRoom | null = null;
  const pathOf = (id: string): string => join(deps.folder, partOf(id), id);

  async function ensureFolder(part: string): Promise<void> {
    if (durable.has(part)) return;
    await layer.makeFolder(join(deps.folder, part));
    await makeDurable(new Set([part]));
  }

  /** Makes the names of folders durable, all of them at once. */
  async function makeDurable(parts: ReadonlySet<string>): Promise<void> {
    if (parts.size === 0) return;
    await layer.syncFolder(deps.folder);
    for (const part of parts) durable.add(part);
  }

  /** Files that count together, and so do the folders that were made for them. */
  function together(): FilesTogether {
    const batch = durableBatch(layer);
    const made = new Set<string>();
    const ensure = async (part: string): Promise<void> => {
      if (durable.has(part) || made.has(part)) return;
      await layer.makeFolder(join(deps.folder, part));
      made.add(part);
    };
    return {
      write: (source, options = {}) => write(source, options, ensure, batch.write),
      end: async () => {
        await batch.end();
        await makeDurable(made);
        made.clear();
      },
    };
  }

  async function write(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: { readonly signal?: AbortSignal },
    ensure: (part: string) => Promise<void>,
    put: (path: string, sealed: AsyncIterable<Uint8Array>) => Promise<unknown>,
  ): Promise<StoredFile> {
    const id = deps.newId();
    const key = deps.random(32);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of source) {
        if (options.signal?.aborted === true) throw new HoldfastError('cancelled');
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    }
    await ensure(partOf(id));
    const room = spare ?? sealRoom();
    spare = null;
    try {
      await put(pathOf(id), seal(key, id, counted(), room));
      spare = room;
    } catch (error) {
      // The fault may have come after the rename, and no row will ever name this file.
      await layer.remove(pathOf(id)).catch(() => undefined);
      key.fill(0);
      throw error;
    }
    return { id, key, sha256: hash.digest('hex'), bytes };
  }

  async function* read(file: StoredFile): AsyncGenerator<Uint8Array> {
    const path = pathOf(file.id);
    // A file that is gone, or whose length cannot be right, is told at once, before anything is given out.
    const { size } = await stat(path).catch(gone);
    if (size !== sealedLength(file.bytes)) throw new HoldfastError('evidence-damaged');
    yield* open(file.key, file.id, storedBlocks(path, size));
  }

  async function readRange(file: StoredFile, from: number, to: number): Promise<Buffer> {
    const start = Math.max(0, from);
    const end = Math.min(to, file.bytes);
    const handle = await openFile(pathOf(file.id), 'r').catch(gone);
    try {
      const { size } = await handle.stat();
      if (size !== sealedLength(file.bytes)) throw new HoldfastError('evidence-damaged');
      const first = Math.floor(start / chunkSize);
      const last = start >= end ? first - 1 : Math.floor((end - 1) / chunkSize);
      const from = headerSize + first * (chunkSize + tagSize);
      const to = Math.min(size, headerSize + (last + 1) * (chunkSize + tagSize));
      // A whole file is one reading with its header.
      const begin = first === 0 ? await readExactly(handle, 0, Math.max(headerSize, to)) : null;
      const header = begin?.subarray(0, headerSize) ?? (await readExactly(handle, 0, headerSize));
      if (!header.equals(fileHeader(file.id))) throw new HoldfastError('evidence-damaged');
      if (start >= end) return Buffer.alloc(0);
      const sealed = begin?.subarray(headerSize) ?? (await readExactly(handle, from, to));
      // Each chunk goes where it stands at once: all of them beside the whole would be twice as much.
      const plain = Buffer.allocUnsafeSlow(Math.min(file.bytes, (last + 1) * chunkSize) - first * chunkSize);
      const key = createSecretKey(file.key);
      for (let number = first; number <= last; number += 1) {
        const at = (number - first) * (chunkSize + tagSize);
        const piece = sealed.subarray(at, at + chunkSize + tagSize);
        const isLast = number === chunksOf(file.bytes) - 1;
        const opened = openChunk(key, header, number, isLast, piece);
        opened.copy(plain, (number - first) * chunkSize);
        giveBack(opened);
      }
      return plain.subarray(start - first * chunkSize, end - first * chunkSize);
    } finally {
      await handle.close();
    }
  }

  return {
    write: (source, options = {}) =>
      write(source, options, ensureFolder, (path, sealed) =>
        writeDurably(path, sealed, layer, undefined, writeBehind),
      ),
    together,
    read,
    readRange,
    readAll: async (file, limit = defaultLimit) => {
      if (file.bytes > limit) throw new HoldfastError('file-too-large');
      if (file.bytes > 0) return readRange(file, 0, file.bytes);
      // That an empty file is empty is what its one chunk says.
      const parts: Uint8Array[] = [];
      for await (const part of read(file)) parts.push(part);
      return Buffer.concat(parts);
    },
    remove: (id) => layer.remove(pathOf(id)),
  };
}

async function* storedBlocks(path: string, size: number): AsyncGenerator<Uint8Array, void> {
  try {
    yield* blocksOf(path, size);
  } catch (error) {
    gone(error);
  }
}

async function readExactly(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(end - start);
  for (let done = 0; done < bytes.length;) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) throw new HoldfastError('evidence-damaged');
    done += bytesRead;
  }
  return bytes;
}

function gone(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    throw new HoldfastError('evidence-damaged', { cause: error });
  }
  throw error;
}

/**
 * Ids of all files that lie where the store would put them, and the number of other things. Unfinished files that a
 * crash left are removed: nothing refers to them by design.
 */
export async function sweepFiles(
  folder: string,
): Promise<{ readonly ids: Set<string>; readonly strays: number }> {
  const ids = new Set<string>();
  let strays = 0;
  for (const part of await readdir(folder, { withFileTypes: true })) {
    if (litterNames.has(part.name)) continue;
    if (!part.isDirectory()) {
      strays += 1;
      continue;
    }
    for (const name of await readdir(join(folder, part.name))) {
      if (isDraftName(name)) await rm(join(folder, part.name, name), { force: true });
      else if (isSealedName(name, part.name)) ids.add(name);
      else if (!litterNames.has(name)) strays += 1;
    }
  }
  return { ids, strays };
}
