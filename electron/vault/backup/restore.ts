import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl } from '../api';
import { checkDatabase } from '../check/database';
import { fileRow } from '../check/files';
import { createFindings } from '../check/findings';
import { writeDurably } from '../durable';
import { createFileStore } from '../file-store';
import type { FsLayer } from '../fs-layer';
import { realFs } from '../fs-layer';
import { makeKeyFile, writeKeyFile } from '../key-file';
import { databaseName, evidenceName, restoringName } from '../names';
import { openWith } from '../open-vault';
import { wantRenewal } from '../series-renewal';
import { findKeyFor } from '../slots';
import { abandonFolder, finishFolder, prepareFolder } from '../vault-folder';
import { findBackup, readManifest } from './inspect';
import { snapshotDatabasePath } from './layout';
import { isAuthenticManifest } from './manifest';
import type { Manifest } from './manifest';

export interface RestoreDeps {
  readonly control: Pick<JobControl, 'signal' | 'progress'>;
  readonly layer?: FsLayer;
}

interface Source {
  readonly backup: string;
  readonly id: string;
  readonly manifest: Manifest;
  readonly vaultKey: Uint8Array;
}

/**
 * Makes a vault from a snapshot, in its own folder and nowhere else. The database is opened and every file compared with its
 * hash; the key file is written last, so that until then the folder holds no vault and a next attempt clears it. Throws
 * `wrong-passphrase`, `backup-damaged`, `backup-missing`, `vault-exists` (the target is there and not empty), `disk-full`,
 * `cancelled`; then the target is as it was.
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
  const { target } = input;
  const backup = await findBackup(input.from);
  const manifest = await readManifest(backup, input.snapshot);
  const found = await findKeyFor([manifest.keyFile], input.secret);
  if (found === null) throw new HoldfastError('wrong-passphrase');
  const { vaultKey } = found;
  try {
    if (!isAuthenticManifest(vaultKey, manifest)) throw new HoldfastError('backup-damaged');
    const { isNew } = await prepareFolder(target, layer, restoringName);
    try {
      await restoreInto(target, { backup, id: input.snapshot, manifest, vaultKey }, { ...deps, layer });
      const { vaultId, generation, slots } = manifest.keyFile;
      await writeKeyFile(
        target,
        makeKeyFile(vaultKey, { vaultId, generation: generation + 1, slots }),
        layer,
      );
      await finishFolder(target, layer, restoringName);
    } catch (error) {
      await abandonFolder(target, restoringName);
      if (isNew) await rmdir(target).catch(() => undefined);
      throw error;
    }
  } finally {
    vaultKey.fill(0);
  }
}

async function restoreInto(
  target: string,
  from: Source,
  deps: RestoreDeps & { readonly layer: FsLayer },
): Promise<void> {
  const { control, layer } = deps;
  control.progress({ step: 'restoring', done: 0, total: 0 });
  await layer.makeFolder(join(target, evidenceName));
  const db = await restoreDatabase(target, from, layer);
  try {
    await restoreFiles(db, target, from.backup, layer, control);
    wantRenewal(db);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** Copies a snapshot's database into a folder, compares it with its hash and opens it. Throws `backup-damaged`. */
export async function restoreDatabase(
  folder: string,
  { backup, id, manifest, vaultKey }: Source,
  layer: FsLayer,
): Promise<Database> {
  await copyDatabase(snapshotDatabasePath(backup, id), join(folder, databaseName), manifest, layer);
  const db = openDamaged(folder, vaultKey, manifest.vaultId);
  try {
    const findings = createFindings();
    const { auditHead } = checkDatabase(db, findings);
    const isWrong = findings.list().some(({ code }) => code !== 'database-schema-wrong');
    if (isWrong || auditHead !== manifest.auditHead) throw new HoldfastError('backup-damaged');
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

async function copyDatabase(
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

/** The sealed files a database knows, in the order of their ids. */
export function storedRows(db: Database): readonly z.infer<typeof fileRow>[] {
  return z.array(fileRow).parse(db.prepare('SELECT id, key, sha256, bytes FROM files ORDER BY id').all());
}

async function restoreFiles(
  db: Database,
  folder: string,
  backup: string,
  layer: FsLayer,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<void> {
  const rows = storedRows(db);
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
    done += row.bytes;
    progress({ step: 'restoring', done, total });
  }
}
