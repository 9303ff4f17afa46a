import { existsSync } from 'node:fs';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import { isDraftName } from './durable';
import { sweepFiles } from './file-store';
import type { FsLayer } from './fs-layer';
import {
  creatingName,
  databaseName,
  databaseSideNames,
  evidenceName,
  keyFileName,
  litterNames,
  previousKeyFileName,
} from './names';

/** SQLCipher's page, and so the smallest database there can be. */
const pageSize = 4096;

/**
 * What a folder holds, without a passphrase: `locked` also for a vault that has lost files, so that nobody is offered to
 * make a new one over it.
 */
export async function probeVault(folder: string): Promise<'none' | 'locked'> {
  const names = new Set(await readdir(folder).catch(() => []));
  if (names.has(keyFileName) || names.has(previousKeyFileName)) return 'locked';
  return names.has(databaseName) && !names.has(creatingName) ? 'locked' : 'none';
}

/**
 * Makes the folder ready for a new vault and marks it as being made. An empty folder is taken, and one in which an
 * earlier attempt was cut off; only what that attempt made itself is deleted. Throws `vault-exists` when there is a vault
 * (whole or not) or anything else, because it may be somebody's work.
 */
export async function prepareFolder(folder: string, layer: FsLayer): Promise<void> {
  if (!existsSync(folder)) {
    await layer.makeFolder(folder);
    await layer.syncFolder(dirname(folder));
  }
  if ((await probeVault(folder)) === 'locked') throw new HoldfastError('vault-exists');
  const names = (await readdir(folder)).filter((name) => !litterNames.has(name));
  if (names.includes(creatingName)) await clearAttempt(folder, names);
  else if (names.length > 0) throw new HoldfastError('vault-exists');
  await (await layer.create(join(folder, creatingName))).close();
  await layer.syncFolder(folder);
}

async function clearAttempt(folder: string, names: readonly string[]): Promise<void> {
  const removable = new Set([databaseName, ...databaseSideNames]);
  const strange = names.filter(
    (name) => !removable.has(name) && name !== creatingName && name !== evidenceName && !isDraftName(name),
  );
  if (strange.length > 0) throw new HoldfastError('vault-exists');
  if (names.includes(evidenceName)) {
    // Never recursive: an attempt puts nothing in here, so what lies in it is somebody else's.
    await rmdir(join(folder, evidenceName)).catch(() => {
      throw new HoldfastError('vault-exists');
    });
  }
  for (const name of names) if (removable.has(name) || isDraftName(name)) await rm(join(folder, name));
  // Last, so that an attempt to clear that is cut off can be taken up again.
  await rm(join(folder, creatingName));
}

/** Takes back a failed attempt as far as the disk lets it; what stays is cleared by the next one. */
export async function abandonFolder(folder: string): Promise<void> {
  const quietly = (change: Promise<void>): Promise<void> => change.catch(() => undefined);
  for (const name of [keyFileName, previousKeyFileName, databaseName, ...databaseSideNames]) {
    await quietly(rm(join(folder, name), { force: true }));
  }
  for (const name of await readdir(folder).catch(() => [])) {
    if (isDraftName(name)) await quietly(rm(join(folder, name), { force: true }));
  }
  await quietly(rmdir(join(folder, evidenceName)));
  if ((await probeVault(folder)) === 'none') await quietly(rm(join(folder, creatingName), { force: true }));
}

/** Says that the vault is made. */
export async function finishFolder(folder: string, layer: FsLayer): Promise<void> {
  await layer.remove(join(folder, creatingName));
  await layer.syncFolder(folder);
}

/**
 * Throws `vault-damaged` when the database or the evidence folder is not there. An empty file must be caught here: it
 * would be opened as a new database, and the vault would look empty instead of damaged.
 */
export async function refuseIncomplete(folder: string): Promise<void> {
  const size = (path: string): Promise<number> => stat(path).then((found) => found.size, absent);
  if ((await size(join(folder, databaseName))) < pageSize) throw new HoldfastError('vault-damaged');
  if ((await size(join(folder, evidenceName))) < 0) throw new HoldfastError('vault-damaged');
}

function absent(error: unknown): number {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return -1;
  throw error;
}

/**
 * Drops unfinished files that a crash left, and says so when files lie there that no row knows, or rows have no file.
 * Nothing else is deleted. Only for whoever holds the database: another process's unfinished file may be growing.
 */
export async function sweepFolder(folder: string, db: Database): Promise<readonly string[]> {
  for (const name of await readdir(folder)) {
    if (isDraftName(name) || name === creatingName) await rm(join(folder, name), { force: true });
  }
  const { ids, strays } = await sweepFiles(join(folder, evidenceName));
  let missing = 0;
  for (const id of db.prepare('SELECT id FROM files').pluck().iterate()) {
    if (typeof id !== 'string' || !ids.delete(id)) missing += 1;
  }
  return [
    ...(strays + ids.size > 0 ? ['unreferenced-files'] : []),
    ...(missing > 0 ? ['missing-files'] : []),
  ];
}
