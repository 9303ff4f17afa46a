import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl } from '../api';
import { writeDurably } from '../durable';
import { sealedLength } from '../file-format';
import type { FsLayer } from '../fs-layer';
import { databaseName, evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { withScratch } from '../scratch';
import { digestTables } from './table-digest';

/** What the vault holds at one moment. */
export interface Moment {
  readonly database: { readonly bytes: number; readonly sha256: string };
  /** Of all rows. */
  readonly digest: string;
  /** Sealed files and their lengths on disk. */
  readonly files: readonly (readonly [string, number])[];
  readonly auditHead: string;
}

const inParts = { highWaterMark: 1024 * 1024 };

/** One moment's database: compact, under the same key. The list of files and the digest are of the very same moment. */
export function copyDatabase(vault: OpenVault, target: string, stick: FsLayer): Promise<Moment> {
  const { context, folder } = vault;
  const { db } = context;
  return withScratch(folder, async (scratch) => {
    const draft = join(scratch, databaseName);
    // Nothing awaits between these four: no other act can come in between.
    db.prepare('VACUUM INTO ?').run(draft);
    const digest = digestTables(db);
    const auditHead = context.auditHead();
    const files = (
      db.prepare('SELECT id, bytes FROM files ORDER BY id').all() as readonly { id: string; bytes: number }[]
    ).map(({ id, bytes }): [string, number] => [id, sealedLength(bytes)]);
    const hash = createHash('sha256');
    let bytes = 0;
    async function* hashed(): AsyncGenerator<Uint8Array> {
      for await (const chunk of createReadStream(draft, inParts)) {
        const part = chunk as Buffer;
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    }
    await writeDurably(target, hashed(), stick);
    return { database: { bytes, sha256: hash.digest('hex') }, digest, files, auditHead };
  });
}

/** Sealed files never change, so one of the right length is taken as there; the trial afterwards reads every byte. */
export async function copyFiles(
  source: string,
  folder: string,
  files: Moment['files'],
  stick: FsLayer,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<number> {
  const total = files.reduce((sum, [, length]) => sum + length, 0);
  let done = 0;
  let copied = 0;
  progress({ step: 'copying', done, total });
  for (const [id, length] of files) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const part = id.slice(-2);
    const target = join(folder, evidenceName, part, id);
    const there = await stat(target).then(
      (found) => found.size,
      () => -1,
    );
    if (there !== length) {
      await stick.makeFolder(join(folder, evidenceName, part));
      await stick.syncFolder(join(folder, evidenceName));
      await writeDurably(target, sealedBytes(join(source, evidenceName, part, id)), stick);
      copied += 1;
    }
    done += length;
    progress({ step: 'copying', done, total });
  }
  return copied;
}

/** A file of the vault itself that is gone is damage here, and no fault of the stick. */
async function* sealedBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, inParts)) yield chunk as Buffer;
  } catch (error) {
    const lost = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw lost ? new HoldfastError('evidence-damaged', { cause: error }) : error;
  }
}
