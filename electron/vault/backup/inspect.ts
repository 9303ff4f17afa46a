import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import type { Snapshot } from '../../../shared/models/vault';
import { snapshotSchema } from '../../../shared/models/vault';
import { manifestPath, snapshotsName } from './layout';
import { largestManifest, parseManifest } from './manifest';
import type { Manifest } from './manifest';

/**
 * The backup folder behind what somebody chose: the folder itself, or the only one of its kind in it. Throws
 * `backup-missing`.
 */
export async function findBackup(chosen: string): Promise<string> {
  const isBackup = async (folder: string): Promise<boolean> =>
    stat(join(folder, snapshotsName)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  if (await isBackup(chosen)) return chosen;
  const names = await readdir(chosen).catch(() => []);
  const inside: string[] = [];
  for (const name of names) {
    if (name.startsWith('holdfast-backup-') && (await isBackup(join(chosen, name)))) inside.push(name);
  }
  const [only, ...others] = inside;
  if (only === undefined || others.length > 0) throw new HoldfastError('backup-missing');
  return join(chosen, only);
}

/** The number of a snapshot in its place. Each is one more than the highest there was. */
export function numberOf(id: string): number {
  return Number(id.slice(id.indexOf('-') + 1));
}

/**
 * Names of the snapshots that have a manifest, oldest first: by their numbers, whatever time the clock said when they were
 * made.
 */
export async function snapshotIds(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, snapshotsName)).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter((id) => snapshotSchema.shape.id.safeParse(id).success)
    .sort((one, other) => numberOf(one) - numberOf(other) || (one < other ? -1 : 1));
}

/** Throws `backup-damaged` or `backup-newer`, `not-found` when there is no such snapshot. */
export async function readManifest(folder: string, id: string): Promise<Manifest> {
  const path = manifestPath(folder, id);
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) throw new HoldfastError('not-found');
  if (size > largestManifest) throw new HoldfastError('backup-damaged');
  return parseManifest(await readFile(path));
}

/** What could be restored, newest first. A snapshot whose manifest is damaged is left out; when all are, that is said. */
export async function inspectBackup(chosen: string): Promise<Snapshot[]> {
  const folder = await findBackup(chosen);
  const snapshots: Snapshot[] = [];
  let problem: unknown = new HoldfastError('backup-missing');
  for (const id of await snapshotIds(folder)) {
    try {
      const { at, files, database } = await readManifest(folder, id);
      const bytes = files.reduce((sum, [, length]) => sum + length, database.bytes);
      snapshots.push({ id, at, files: files.length, bytes });
    } catch (error) {
      problem = error;
    }
  }
  if (snapshots.length === 0) throw problem;
  return snapshots.reverse();
}
