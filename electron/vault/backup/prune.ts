import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../../../shared/errors';
import { isDraftName } from '../durable';
import { isSealedName } from '../file-store';
import type { FsLayer } from '../fs-layer';
import { evidenceName } from '../names';
import type { OpenVault } from '../open-vault';
import { readManifest, snapshotIds } from './inspect';
import { manifestPath, snapshotDatabasePath } from './layout';
import { isAuthenticManifest } from './manifest';
import type { Manifest } from './manifest';
import { readLineage } from './lineage';
import type { Lineage } from './lineage';

/** Snapshots kept in a place; a good new one pushes out the oldest. */
const keptSnapshots = 10;

interface Found {
  readonly id: string;
  /** Null when it cannot be read as somebody with the vault key wrote it. */
  readonly manifest: Pick<Manifest, 'auditHead' | 'files'> | null;
  readonly isNewer: boolean;
}

/**
 * Takes away this vault's oldest snapshots, those from before its last erasure (else what was erased would live on in them),
 * and sealed files that no snapshot needs any more. The snapshot `made` stays whatever else holds. What another copy of
 * the vault has made, or what nobody can read, is not this vault's to judge: it stays, and is counted.
 */
export async function prune(
  { context, keys }: Pick<OpenVault, 'context' | 'keys'>,
  folder: string,
  made: string,
  layer: FsLayer,
): Promise<{ readonly others: number }> {
  const found: Found[] = [];
  for (const id of [...(await snapshotIds(folder))].reverse()) found.push(await look(keys, folder, id));
  const lineage = readLineage(
    context.db,
    found.flatMap(({ manifest }) => manifest?.auditHead ?? []),
  );
  const verdicts = judge(found, made, lineage);
  const needed = new Set<string>();
  for (const { id, manifest } of found) {
    if (verdicts.get(id) !== 'away') for (const [file] of manifest?.files ?? []) needed.add(file);
    else await removeSnapshot(folder, id, layer);
  }
  const unread = found.some(({ id, manifest }) => manifest === null && verdicts.get(id) !== 'away');
  // Which files an unreadable one needs, nobody knows.
  if (!unread) await removeUnneeded(folder, needed, layer);
  return { others: [...verdicts.values()].filter((verdict) => verdict === 'other').length };
}

async function look(keys: OpenVault['keys'], folder: string, id: string): Promise<Found> {
  try {
    const manifest = await readManifest(folder, id);
    const isOurs = keys.withKey((vaultKey) => isAuthenticManifest(vaultKey, manifest));
    const { auditHead, files } = manifest;
    return { id, manifest: isOurs ? { auditHead, files } : null, isNewer: false };
  } catch (error) {
    const code = error instanceof HoldfastError ? error.code : null;
    // A disk that cannot be read says nothing about what lies on it.
    if (code !== 'backup-damaged' && code !== 'backup-newer') throw error;
    return { id, manifest: null, isNewer: code === 'backup-newer' };
  }
}

type Verdict = 'keep' | 'away' | 'other';

/** What becomes of each snapshot, newest first. */
function judge(
  found: readonly Found[],
  made: string,
  { placeOf, lastErasure }: Lineage,
): ReadonlyMap<string, Verdict> {
  let kept = 0;
  const isAfterErasure = ({ manifest }: Found): boolean =>
    manifest !== null && (placeOf(manifest.auditHead) ?? -1) >= lastErasure;
  return new Map(
    found.map((each, index): [string, Verdict] => {
      const { id, manifest } = each;
      if (manifest === null) {
        // One that came later than a snapshot from after the erasure is from after it too.
        const isLater = each.isNewer || lastErasure === 0 || found.slice(index + 1).some(isAfterErasure);
        return [id, id === made ? 'keep' : isLater ? 'other' : 'away'];
      }
      if (id !== made && placeOf(manifest.auditHead) === null) return [id, 'other'];
      if (id !== made && (kept >= keptSnapshots || !isAfterErasure(each))) return [id, 'away'];
      kept += 1;
      return [id, 'keep'];
    }),
  );
}

/** The manifest first: without it there is no snapshot, so that one that is cut off here is half of nothing. */
export async function removeSnapshot(folder: string, id: string, layer: FsLayer): Promise<void> {
  await layer.remove(manifestPath(folder, id));
  await layer.remove(snapshotDatabasePath(folder, id));
}

async function removeUnneeded(folder: string, needed: ReadonlySet<string>, layer: FsLayer): Promise<void> {
  for (const part of await readdir(join(folder, evidenceName), { withFileTypes: true })) {
    if (!part.isDirectory()) continue;
    for (const name of await readdir(join(folder, evidenceName, part.name))) {
      if (isDraftName(name) || (isSealedName(name, part.name) && !needed.has(name))) {
        await layer.remove(join(folder, evidenceName, part.name, name));
      }
    }
  }
}
