import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { JobControl } from '../api';
import { isDraftName, writeDurably } from '../durable';
import type { FsLayer } from '../fs-layer';
import { deriveKey } from '../keys';
import { evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { layerAtPlace, unlessGone } from './at-place';
import { copyDatabase, copyFiles } from './copy';
import type { Moment } from './copy';
import { holdFolder, holdName } from './hold';
import { numberOf, readManifest, snapshotIds } from './inspect';
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
import { confirmSnapshot, proveSnapshot } from './prove';
import { prune, removeSnapshot } from './prune';

export interface BackupResult {
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  /** Sealed files that were not there yet. */
  readonly copied: number;
  /** Snapshots there that another copy of this vault has made, or that nobody can read: they are left as they are. */
  readonly others: number;
}

type Control = Pick<JobControl, 'signal' | 'progress'>;

/**
 * Backs the open vault up into a folder: the database of this moment, the sealed files that are not there yet, and last the
 * manifest, which gets its name only once all of it was read back and compared row for row and file for file. So what does
 * not compare never counts, and older snapshots go only when a newer one is proved. Waits for its turn: see `alone`.
 * Throws `not-writable`, `disk-full`, `backup-place-full`, `backup-place-gone`, `backup-running`, `backup-other-vault`,
 * `backup-damaged`, `evidence-damaged`, `cancelled`.
 */
export function runBackup(vault: OpenVault, place: string, control: Control): Promise<BackupResult> {
  return vault.context.alone(() => backUp(vault, join(place, backupFolderName(vault.vaultId)), control), {
    signal: control.signal,
    waiting: () => {
      control.progress({ step: 'waiting' });
    },
  });
}

async function backUp(vault: OpenVault, folder: string, control: Control): Promise<BackupResult> {
  const stick = layerAtPlace(vault.layer);
  control.progress({ step: 'reading' });
  await stick.makeFolder(join(folder, snapshotsName));
  await stick.makeFolder(join(folder, evidenceName));
  const hostKey = vault.keys.withKey((vaultKey) => deriveKey(vaultKey, vault.vaultId, 'backup'));
  const letGo = await holdFolder(folder, stick, hostKey).finally(() => hostKey.fill(0));
  try {
    return await fill(vault, folder, stick, control);
  } catch (error) {
    throw await unlessGone(error, folder);
  } finally {
    await letGo();
  }
}

async function fill(
  vault: OpenVault,
  folder: string,
  stick: FsLayer,
  control: Control,
): Promise<BackupResult> {
  await prepare(folder, stick);
  const older = await snapshotIds(folder);
  await refuseOtherVault(folder, older.at(-1), vault.vaultId);
  const number = 1 + older.reduce((most, id) => Math.max(most, numberOf(id)), 0);
  const at = vault.context.now();
  const id = snapshotId(at, number);
  try {
    const moment = await copyDatabase(vault, snapshotDatabasePath(folder, id), stick);
    const copied = await copyFiles(vault.folder, folder, moment.files, stick, control);
    const manifest = manifestOf(vault, { number, at: at.toISOString() }, moment);
    await writeDurably(manifestPath(folder, id), [manifest], stick, async (draft) => {
      const readBack = parseManifest(await readFile(draft));
      await proveSnapshot(vault, { backup: folder, id, manifest: readBack }, moment.digest, control);
    });
    const { others } = await prune(vault, folder, id, stick);
    const { database, files } = moment;
    await confirmSnapshot(folder, id, { manifest, sha256: database.sha256, files });
    const bytes = files.reduce((sum, [, length]) => sum + length, database.bytes);
    return { id, files: files.length, bytes, copied, others };
  } catch (error) {
    await removeSnapshot(folder, id, stick).catch(() => undefined);
    throw error;
  }
}

function manifestOf(vault: OpenVault, about: { number: number; at: string }, moment: Moment): Buffer {
  const { database, files, auditHead } = moment;
  return vault.keys.withKey((vaultKey) =>
    sealManifest(vaultKey, {
      format: 1,
      vaultId: vault.vaultId,
      ...about,
      keyFile: vault.keys.current(),
      database,
      files: files.map(([file, length]): [string, number] => [file, length]),
      auditHead,
    }),
  );
}

/** Clears what an earlier backup left when it was cut off. Only for whoever holds the folder. */
async function prepare(folder: string, stick: FsLayer): Promise<void> {
  for (const name of await readdir(folder)) {
    if (isDraftName(name) && name !== holdName) await stick.remove(join(folder, name));
  }
  const names = await readdir(join(folder, snapshotsName));
  for (const name of names) {
    // A database without its manifest was cut off before it counted.
    const isHalf = name.endsWith('.db') && !names.includes(`${name.slice(0, -'.db'.length)}.json`);
    if (isDraftName(name) || isHalf) await stick.remove(join(folder, snapshotsName, name));
  }
  const current = await readFile(join(folder, readmeName), 'utf8').catch(() => null);
  if (current !== readme) await writeDurably(join(folder, readmeName), [Buffer.from(readme)], stick);
}

/** The folder's name has eight digits of the vault's id only. */
async function refuseOtherVault(folder: string, newest: string | undefined, vaultId: string): Promise<void> {
  if (newest === undefined) return;
  const manifest = await readManifest(folder, newest).catch(() => null);
  if (manifest !== null && manifest.vaultId !== vaultId) throw new HoldfastError('backup-other-vault');
}
