import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl, StoredFile } from '../api';
import { createFileStore } from '../file-store';
import { evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { withScratch } from '../scratch';
import { manifestPath, snapshotDatabasePath } from './layout';
import type { Moment } from './copy';
import type { Manifest } from './manifest';
import { restoreDatabase, storedRows } from './restore';
import { digestTables } from './table-digest';

/**
 * Restores a snapshot's database for trial, inside the vault's own folder, compares every row with what the vault held at
 * that moment, and opens every sealed file where it lies in the backup and compares it with its hash. Throws
 * `backup-damaged`.
 */
export function proveSnapshot(
  vault: OpenVault,
  from: { readonly backup: string; readonly id: string; readonly manifest: Manifest },
  digest: string,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<void> {
  return withScratch(vault.folder, async (scratch) => {
    const vaultKey = vault.keys.withKey((key) => Buffer.from(key));
    let db: Database | null = null;
    try {
      control.progress({ step: 'restoring', done: 0, total: 0 });
      db = await restoreDatabase(scratch, { ...from, vaultKey }, vault.layer);
      await proveFiles(db, join(from.backup, evidenceName), control);
      control.progress({ step: 'verifying' });
      if (digestTables(db) !== digest) throw new HoldfastError('backup-damaged');
    } finally {
      db?.close();
      vaultKey.fill(0);
    }
  });
}

async function proveFiles(
  db: Database,
  folder: string,
  { signal, progress }: Pick<JobControl, 'signal' | 'progress'>,
): Promise<void> {
  const rows = storedRows(db);
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  const store = createFileStore({ folder, newId: randomUUID, random: randomBytes });
  let done = 0;
  for (const row of rows) {
    if (signal.aborted) throw new HoldfastError('cancelled');
    if ((await plainHash(store.read(row))) !== row.sha256) throw new HoldfastError('backup-damaged');
    done += row.bytes;
    progress({ step: 'restoring', done, total });
  }
}

async function plainHash(bytes: AsyncIterable<Uint8Array>): Promise<StoredFile['sha256']> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of bytes) hash.update(chunk);
  } catch (cause) {
    throw new HoldfastError('backup-damaged', { cause });
  }
  return hash.digest('hex');
}

/**
 * The last look before a backup is called good, after everything else was done in its folder: the manifest and the database
 * are there, byte for byte, and every sealed file has its length. Throws `backup-damaged`.
 */
export async function confirmSnapshot(
  backup: string,
  id: string,
  written: { readonly manifest: Buffer; readonly sha256: string; readonly files: Moment['files'] },
): Promise<void> {
  const manifest = await readFile(manifestPath(backup, id)).catch(() => null);
  let isWhole = manifest?.equals(written.manifest) === true;
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(snapshotDatabasePath(backup, id)))
      hash.update(chunk as Buffer);
  } catch {
    isWhole = false;
  }
  if (!isWhole || hash.digest('hex') !== written.sha256) throw new HoldfastError('backup-damaged');
  for (const [file, length] of written.files) {
    const found = await stat(join(backup, evidenceName, file.slice(-2), file)).catch(() => null);
    if (found?.size !== length) throw new HoldfastError('backup-damaged');
  }
}
