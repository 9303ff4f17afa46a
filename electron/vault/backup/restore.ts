import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl } from '../../services/context';
import { checkDatabase } from '../check/database';
import { fileRow } from '../check/files';
import { createFindings } from '../check/findings';
import { writeDurably } from '../durable';
import { createFileStore } from '../file-store';
import type { FsLayer } from '../fs-layer';
import { realFs } from '../fs-layer';
import { makeKeyFile, writeKeyFile } from '../key-file';
import { databaseName, evidenceName, litterNames } from '../names';
import { openWith } from '../open-vault';
import { findKeyFor } from '../slots';
import { findBackup, readManifest } from './inspect';
import { snapshotDatabasePath } from './layout';
import { isAuthenticManifest } from './manifest';
import type { Manifest } from './manifest';

export interface RestoreDeps {
  readonly control: Pick<JobControl, 'signal' | 'progress'>;
  readonly layer?: FsLayer;
}

/**
 * Makes a vault from a snapshot. All of it is written beside the target, opened, and every file compared with its hash;
 * only then it takes its place. Throws `wrong-passphrase`, `backup-damaged`, `backup-missing`, `vault-exists` (the target
 * is there and not empty), `disk-full`, `cancelled`; then the target is as it was.
 */
export async function restoreVault(
  input: {
    readonly from: string;
    readonly snapshot: string;
    /** A passphrase, or the words of the recovery kit. */
    readonly secret: string;
    readonly target: string;
  },
  deps: RestoreDeps,
): Promise<void> {
  const layer = deps.layer ?? realFs;
  const backup = await findBackup(input.from);
  const manifest = await readManifest(backup, input.snapshot);
  const found = await findKeyFor([manifest.keyFile], input.secret);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const { vaultKey } = found;
  const draft = `${input.target}.restoring`;
  try {
    if (!isAuthenticManifest(vaultKey, manifest)) throw new HoldfastError('backup-damaged');
    await refuseFull(input.target);
    // What an earlier attempt left is worth nothing: the backup is still there.
    await rm(draft, { recursive: true, force: true });
    const db = await restoreInto(
      draft,
      { backup, id: input.snapshot, manifest, vaultKey },
      { ...deps, keep: true },
    );
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const { vaultId, generation, slots } = manifest.keyFile;
    await writeKeyFile(draft, makeKeyFile(vaultKey, { vaultId, generation: generation + 1, slots }), layer);
    await rmdir(input.target).catch(() => undefined);
    await rename(draft, input.target);
    await layer.syncFolder(dirname(input.target));
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  } finally {
    vaultKey.fill(0);
  }
}

async function refuseFull(target: string): Promise<void> {
  const names = await readdir(target).catch(() => []);
  if (names.some((name) => !litterNames.has(name))) throw new HoldfastError('vault-exists');
}

/**
 * Restores a snapshot's database and files into a folder and proves them: database whole, every file decrypted and its
 * hash compared. With `keep: false` (a trial) each file is removed again once it is proved, so that a trial needs little
 * room. Gives the open database.
 */
export async function restoreInto(
  folder: string,
  from: {
    readonly backup: string;
    readonly id: string;
    readonly manifest: Manifest;
    readonly vaultKey: Uint8Array;
  },
  deps: RestoreDeps & { readonly keep: boolean },
): Promise<Database> {
  const layer = deps.layer ?? realFs;
  const { control } = deps;
  const { manifest, vaultKey, backup } = from;
  control.progress({ step: 'restoring', done: 0, total: 0 });
  await layer.makeFolder(join(folder, evidenceName));
  await restoreDatabase(snapshotDatabasePath(backup, from.id), join(folder, databaseName), manifest, layer);
  const db = openDamaged(folder, vaultKey, manifest.vaultId);
  try {
    const findings = createFindings();
    const { auditHead } = checkDatabase(db, findings);
    if (
      findings.list().some(({ code }) => code !== 'database-schema-wrong') ||
      auditHead !== manifest.auditHead
    ) {
      throw new HoldfastError('backup-damaged');
    }
    await restoreFiles(db, folder, backup, layer, deps);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openDamaged(folder: string, vaultKey: Uint8Array, vaultId: string): Database {
  try {
    return openWith(folder, vaultKey, vaultId);
  } catch (cause) {
    throw new HoldfastError('backup-damaged', { cause });
  }
}

async function restoreDatabase(
  source: string,
  target: string,
  { database }: Manifest,
  layer: FsLayer,
): Promise<void> {
  const size = await stat(source).then(
    (found) => found.size,
    () => -1,
  );
  if (size !== database.bytes) throw new HoldfastError('backup-damaged');
  const hash = createHash('sha256');
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
      const bytes = chunk as Buffer;
      hash.update(bytes);
      yield bytes;
    }
  }
  await writeDurably(target, hashed(), layer, () => {
    return hash.digest('hex') === database.sha256
      ? Promise.resolve()
      : Promise.reject(new HoldfastError('backup-damaged'));
  });
}

async function restoreFiles(
  db: Database,
  folder: string,
  backup: string,
  layer: FsLayer,
  deps: RestoreDeps & { readonly keep: boolean },
): Promise<void> {
  const { signal, progress } = deps.control;
  const rows = z
    .array(fileRow)
    .parse(db.prepare('SELECT id, key, sha256, bytes FROM files ORDER BY id').all());
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const store = createFileStore({
    folder: join(folder, evidenceName),
    newId: randomUUID,
    random: randomBytes,
    layer,
  });
  let done = 0;
  for (const row of rows) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    const part = row.id.slice(-2);
    await layer.makeFolder(join(folder, evidenceName, part));
    const target = join(folder, evidenceName, part, row.id);
    try {
      await writeDurably(
        target,
        createReadStream(join(backup, evidenceName, part, row.id), { highWaterMark: 1024 * 1024 }),
        layer,
      );
    } catch (error) {
      const lost = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      throw lost ? new HoldfastError('backup-damaged', { cause: error }) : error;
    }
    const hash = createHash('sha256');
    try {
      for await (const chunk of store.read(row)) hash.update(chunk);
    } catch (cause) {
      throw new HoldfastError('backup-damaged', { cause });
    }
    if (hash.digest('hex') !== row.sha256) throw new HoldfastError('backup-damaged');
    if (!deps.keep) await layer.remove(target);
    done += row.bytes;
    progress({ step: 'restoring', done, total });
  }
}
