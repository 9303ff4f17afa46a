import { existsSync } from 'node:fs';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';
import { isDraftName } from './durable';
import { isSealedName, sweepFiles } from './file-store';
import type { FsLayer } from './fs-layer';
import { holdsVault, isHollow } from './holds-vault';
import {
  creatingName,
  databaseName,
  databaseSideNames,
  evidenceName,
  keyFileName,
  litterNames,
  previousKeyFileName,
  restoringName,
  scratchName,
  unfinishedNames,
} from './names';
import { sweepScratch } from './scratch';

/** SQLCipher's page, and so the smallest database there can be. */
const pageSize = 4096;

/**
 * What a folder holds, without a passphrase: `locked` also for a vault that has lost files, so that nobody is offered to
 * make a new one over it.
 */
export function probeVault(folder: string): Promise<'none' | 'locked'> {
  return Promise.resolve(holdsVault(folder) ? 'locked' : 'none');
}

/** What is going to be in the folder: a new vault, or one from a backup. It decides what a cut-off attempt may leave. */
type Marker = typeof creatingName | typeof restoringName;

/**
 * Makes the folder ready for a new vault and marks it as being made. An empty folder is taken, and one in which an
 * earlier attempt was cut off; only what that attempt made itself is deleted. Throws `vault-exists` when there is a vault
 * (whole or not) or anything else, because it may be somebody's work. Gives whether the folder was not there before.
 */
export async function prepareFolder(
  folder: string,
  layer: FsLayer,
  marker: Marker = creatingName,
): Promise<{ readonly isNew: boolean }> {
  const isNew = !existsSync(folder);
  try {
    if (isNew) {
      await layer.makeFolder(folder);
      await layer.syncFolder(dirname(folder));
    }
    await clearFor(folder);
    await (await layer.create(join(folder, marker))).close();
    await layer.syncFolder(folder);
    return { isNew };
  } catch (error) {
    if (isNew) {
      await rm(join(folder, marker), { force: true }).catch(() => undefined);
      await rmdir(folder).catch(() => undefined);
    }
    throw error;
  }
}

async function clearFor(folder: string): Promise<void> {
  if (holdsVault(folder)) throw new HoldfastError('vault-exists');
  const names = (await readdir(folder)).filter((name) => !litterNames.has(name));
  if (names.some((name) => unfinishedNames.includes(name)) || isHollow(folder)) {
    await clearAttempt(folder, names);
  } else if (names.length > 0) throw new HoldfastError('vault-exists');
}

async function clearAttempt(folder: string, names: readonly string[]): Promise<void> {
  const removable = new Set([databaseName, ...databaseSideNames]);
  const strange = names.filter(
    (name) =>
      !removable.has(name) &&
      !unfinishedNames.includes(name) &&
      name !== evidenceName &&
      name !== scratchName &&
      !isDraftName(name),
  );
  if (strange.length > 0) throw new HoldfastError('vault-exists');
  if (names.includes(evidenceName)) {
    const evidence = join(folder, evidenceName);
    // A restore puts sealed files in here, which are in the backup still; making a vault puts in nothing.
    if (names.includes(restoringName)) await clearSealedFiles(evidence);
    for (const name of await readdir(evidence)) {
      if (litterNames.has(name)) await rm(join(evidence, name), { force: true });
    }
    // Never recursive: what else lies in here is somebody else's.
    await rmdir(evidence).catch(() => {
      throw new HoldfastError('vault-exists');
    });
  }
  await sweepScratch(folder);
  for (const name of names) if (removable.has(name) || isDraftName(name)) await rm(join(folder, name));
  // Last, so that an attempt to clear that is cut off can be taken up again.
  for (const name of unfinishedNames) await rm(join(folder, name), { force: true });
}

async function clearSealedFiles(evidence: string): Promise<void> {
  for (const part of await readdir(evidence, { withFileTypes: true })) {
    if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) continue;
    const shelf = join(evidence, part.name);
    for (const name of await readdir(shelf)) {
      if (isSealedName(name, part.name) || isDraftName(name) || litterNames.has(name)) {
        await rm(join(shelf, name), { force: true });
      }
    }
    await rmdir(shelf).catch(() => {
      throw new HoldfastError('vault-exists');
    });
  }
}

/** Takes back a failed attempt as far as the disk lets it; what stays is cleared by the next one. */
export async function abandonFolder(folder: string, marker: Marker = creatingName): Promise<void> {
  const quietly = (change: Promise<unknown>): Promise<unknown> => change.catch(() => undefined);
  for (const name of [keyFileName, previousKeyFileName, databaseName, ...databaseSideNames]) {
    await quietly(rm(join(folder, name), { force: true }));
  }
  for (const name of await readdir(folder).catch(() => [])) {
    if (isDraftName(name)) await quietly(rm(join(folder, name), { force: true }));
  }
  // Nothing but what was being restored can be in it: the folder was empty before, and the backup has it all.
  if (marker === restoringName) await quietly(clearSealedFiles(join(folder, evidenceName)));
  await quietly(rmdir(join(folder, evidenceName)));
  if (!holdsVault(folder)) await quietly(rm(join(folder, marker), { force: true }));
}

/** Says that the vault is made. */
export async function finishFolder(
  folder: string,
  layer: FsLayer,
  marker: Marker = creatingName,
): Promise<void> {
  await layer.remove(join(folder, marker));
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
 * Drops unfinished files and scratch space that a crash left, and says so when files lie there that no row knows, or rows have no file.
 * Nothing else is deleted. Only for whoever holds the database: another process's unfinished file may be growing.
 */
export async function sweepFolder(folder: string, db: Database): Promise<readonly string[]> {
  for (const name of await readdir(folder)) {
    if (isDraftName(name) || unfinishedNames.includes(name)) await rm(join(folder, name), { force: true });
  }
  await sweepScratch(folder);
  await sweepOldRestore(folder);
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

const ofAVault = new Set([
  keyFileName,
  previousKeyFileName,
  databaseName,
  ...databaseSideNames,
  evidenceName,
]);

/**
 * Versions before this one restored a backup into a folder beside the vault's, and one that was cut off stayed there: rows
 * outside the vault. It goes, unless something else lies in it too.
 */
async function sweepOldRestore(folder: string): Promise<void> {
  const left = `${folder}.restoring`;
  const names = await readdir(left).catch(() => null);
  if (names === null) return;
  const isOurs = names.every((name) => ofAVault.has(name) || isDraftName(name) || litterNames.has(name));
  if (isOurs) await rm(left, { recursive: true, force: true }).catch(() => undefined);
}
