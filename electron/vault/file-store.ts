import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../shared/errors';
import type { FileStore, StoredFile } from '../services/context';
import { draftSuffix, writeDurably } from './durable';
import { open, seal, sealedLength } from './file-format';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';

/** A file larger than this is never read into memory whole. */
const defaultLimit = 512 * 1024 * 1024;

/** Encrypted files under `evidence/`, spread over folders named by the last two digits of their id. */
export function createFileStore(deps: {
  readonly folder: string;
  readonly newId: () => string;
  readonly random: (length: number) => Buffer;
  readonly layer?: FsLayer;
}): FileStore {
  const layer = deps.layer ?? realFs;
  // UUIDv7 starts with the time, so its first digits would put everything into one folder.
  const folderOf = (id: string): string => join(deps.folder, id.slice(-2));
  const pathOf = (id: string): string => join(folderOf(id), id);

  async function write(
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: { readonly signal?: AbortSignal } = {},
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
    const folder = folderOf(id);
    if (!existsSync(folder)) {
      await layer.makeFolder(folder);
      await layer.syncFolder(deps.folder);
    }
    await writeDurably(pathOf(id), seal(key, id, counted()), layer);
    return { id, key, sha256: hash.digest('hex'), bytes };
  }

  async function* read(file: StoredFile): AsyncGenerator<Uint8Array> {
    const path = pathOf(file.id);
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    );
    // A length that cannot be right is told at once, before anything is given out.
    if (size !== sealedLength(file.bytes)) throw new HoldfastError('evidence-damaged');
    yield* open(file.key, file.id, createReadStream(path, { highWaterMark: 256 * 1024 }));
  }

  return {
    write,
    read,
    readAll: async (file, limit = defaultLimit) => {
      if (file.bytes > limit) throw new HoldfastError('file-too-large');
      const parts: Uint8Array[] = [];
      for await (const part of read(file)) parts.push(part);
      return Buffer.concat(parts);
    },
    remove: (id) => layer.remove(pathOf(id)),
  };
}

/** Ids of all files on disk. Drafts that a crash left are removed: nothing refers to them by design. */
export async function sweepFiles(folder: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const part of await readdir(folder, { withFileTypes: true })) {
    if (!part.isDirectory()) continue;
    for (const name of await readdir(join(folder, part.name))) {
      if (name.endsWith(draftSuffix)) await rm(join(folder, part.name, name), { force: true });
      else ids.push(name);
    }
  }
  return ids;
}
