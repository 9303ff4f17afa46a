import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl } from '../../services/context';
import { isDraftName, writeDurably } from '../durable';
import { sealedLength } from '../file-format';
import type { FsLayer } from '../fs-layer';
import { evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { readSetting } from '../settings';
import { readManifest, snapshotIds } from './inspect';
import {
  backupFolderName,
  manifestPath,
  readme,
  readmeName,
  snapshotDatabasePath,
  snapshotId,
  snapshotsName,
} from './layout';
import { parseManifest, sealManifest } from './manifest';
import { restoreInto } from './restore';
import { digestTables } from './table-digest';

/** Snapshots kept in a place; a good new one pushes out the oldest. */
const keptSnapshots = 10;

export interface BackupResult {
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Sealed files that were not there yet. */
  readonly copied: number;
}

/**
 * Backs the open vault up into a folder: the database of this moment, the sealed files that are not there yet, and last the
 * manifest. Then the snapshot is restored into a scratch vault and compared row for row and file for file; a snapshot that
 * does not compare is taken away again. Throws `not-writable`, `disk-full`, `backup-other-vault`, `backup-damaged`,
 * `cancelled`; older snapshots stay as they are.
 */
export async function runBackup(
  vault: OpenVault,
  place: string,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<BackupResult> {
  const { context, keys, layer, vaultId } = vault;
  const folder = join(place, backupFolderName(vaultId));
  await prepare(folder, layer);
  const older = await snapshotIds(folder);
  const number = 1 + older.reduce((most, id) => Math.max(most, Number(id.split('-')[1])), 0);
  const at = context.now();
  const id = snapshotId(at, number);

  const { database, digest, files, auditHead } = await copyDatabase(vault, snapshotDatabasePath(folder, id));
  const copied = await copyFiles(vault, folder, files, control);
  const bytes = keys.withKey((vaultKey) =>
    sealManifest(vaultKey, {
      format: 1,
      vaultId,
      number,
      at: at.toISOString(),
      keyFile: keys.current(),
      database,
      files: [...files],
      auditHead,
    }),
  );
  await writeDurably(manifestPath(folder, id), [bytes], layer);
  try {
    await tryOut(vault, folder, id, digest, control);
  } catch (error) {
    await layer.remove(manifestPath(folder, id));
    await layer.remove(snapshotDatabasePath(folder, id));
    throw error;
  }
  await prune(vault, folder);
  return {
    id,
    files: files.length,
    bytes: files.reduce((sum, [, length]) => sum + length, database.bytes),
    copied,
  };
}

async function prepare(folder: string, layer: FsLayer): Promise<void> {
  await layer.makeFolder(join(folder, snapshotsName));
  await layer.makeFolder(join(folder, evidenceName));
  for (const name of await readdir(join(folder, snapshotsName))) {
    if (isDraftName(name)) await layer.remove(join(folder, snapshotsName, name));
    // A database without its manifest was cut off before it counted.
    if (name.endsWith('.db') && !(await exists(manifestPath(folder, name.slice(0, -'.db'.length))))) {
      await layer.remove(join(folder, snapshotsName, name));
    }
  }
  const current = await readFile(join(folder, readmeName), 'utf8').catch(() => null);
  if (current !== readme) await writeDurably(join(folder, readmeName), [Buffer.from(readme)], layer);
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** One moment's database: compact, under the same key. The list of files and the digest are of the very same moment. */
async function copyDatabase(vault: OpenVault, target: string) {
  const { context, layer, folder } = vault;
  const { db } = context;
  const draft = join(folder, `holdfast-${randomBytes(6).toString('hex')}.part`);
  try {
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
      for await (const chunk of createReadStream(draft, { highWaterMark: 1024 * 1024 })) {
        const part = chunk as Buffer;
        hash.update(part);
        bytes += part.length;
        yield part;
      }
    }
    await writeDurably(target, hashed(), layer);
    return { database: { bytes, sha256: hash.digest('hex') }, digest, files, auditHead };
  } finally {
    for (const side of ['', '-journal', '-wal']) await rm(`${draft}${side}`, { force: true });
  }
}

/** Sealed files never change, so one of the right length is taken as there; the trial afterwards reads every byte. */
async function copyFiles(
  { folder: source, layer }: OpenVault,
  folder: string,
  files: readonly (readonly [string, number])[],
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
      await layer.makeFolder(join(folder, evidenceName, part));
      await layer.syncFolder(join(folder, evidenceName));
      const from = createReadStream(join(source, evidenceName, part, id), { highWaterMark: 1024 * 1024 });
      await writeDurably(target, from, layer);
      copied += 1;
    }
    done += length;
    progress({ step: 'copying', done, total });
  }
  return copied;
}

/** Restores the snapshot for trial and compares it with what the vault held at that moment. */
async function tryOut(
  vault: OpenVault,
  folder: string,
  id: string,
  digest: string,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'holdfast-trial-'));
  const vaultKey = vault.keys.withKey((key) => Buffer.from(key));
  try {
    const manifest = parseManifest(await readFile(manifestPath(folder, id)));
    const db = await restoreInto(
      scratch,
      { backup: folder, id, manifest, vaultKey },
      { control, keep: false },
    );
    try {
      control.progress({ step: 'verifying' });
      if (digestTables(db) !== digest) throw new HoldfastError('backup-damaged');
    } finally {
      db.close();
    }
  } finally {
    vaultKey.fill(0);
    await rm(scratch, { recursive: true, force: true });
  }
}

/**
 * Takes away the oldest snapshots, those from before the last erasure (else what was erased would live on in them), and
 * sealed files that no snapshot needs any more.
 */
async function prune({ context, layer }: OpenVault, folder: string): Promise<void> {
  const erasedAt = readSetting(context.db, 'erase.last') ?? '';
  const ids = [...(await snapshotIds(folder))].reverse();
  const needed = new Set<string>();
  let kept = 0;
  for (const id of ids) {
    const manifest = await readManifest(folder, id).catch(() => null);
    // A damaged one is left for a person to decide about, unless it is older than an erasure.
    if (manifest === null && erasedAt === '') return;
    if (manifest !== null && kept < keptSnapshots && manifest.at >= erasedAt) {
      kept += 1;
      for (const [file] of manifest.files) needed.add(file);
      continue;
    }
    await layer.remove(manifestPath(folder, id));
    await layer.remove(snapshotDatabasePath(folder, id));
  }
  for (const part of await readdir(join(folder, evidenceName), { withFileTypes: true })) {
    if (!part.isDirectory()) continue;
    for (const name of await readdir(join(folder, evidenceName, part.name))) {
      if (isDraftName(name) || (/^[0-9a-f-]{36}$/.test(name) && !needed.has(name))) {
        await layer.remove(join(folder, evidenceName, part.name, name));
      }
    }
  }
}
