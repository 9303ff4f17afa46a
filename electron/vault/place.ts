import { realpathSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { cloudFolderIn, isNetworkPath } from '../../shared/domain/place';
import type { PlaceWarning } from '../../shared/models/vault';

/** Variables that the programs of cloud services set on Windows, each naming a folder that is copied to a server. */
export const cloudVariables: readonly string[] = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'];

/** File systems on another machine, by the number Linux gives them (statfs(2)). */
const networkSystems = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x00c36400]);

/**
 * Why a folder is a bad place for a vault: its files would be copied to a cloud service while they are written, or lie on
 * another machine whose locks and syncs cannot be trusted. Null when nothing is known against it. The folder need not
 * exist yet. Network drives with a letter are found because Windows gives their real path as a share.
 */
export function placeWarning(folder: string): PlaceWarning | null {
  const real = realPath(resolve(folder));
  const roots = cloudVariables.flatMap((name) => process.env[name] ?? []);
  for (const path of [resolve(folder), real]) {
    if (cloudFolderIn(path, roots)) return 'cloud-folder';
    if (isNetworkPath(path)) return 'network-folder';
  }
  return isNetworkSystem(real) ? 'network-folder' : null;
}

/** The nearest folder that exists, with links followed. */
function realPath(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    try {
      return realpathSync.native(at) + path.slice(at.length);
    } catch {
      if (dirname(at) === at) return path;
    }
  }
}

function isNetworkSystem(path: string): boolean {
  if (process.platform !== 'linux') return false;
  for (let at = path; ; at = dirname(at)) {
    try {
      return networkSystems.has(statfsSync(at).type);
    } catch {
      if (dirname(at) === at) return false;
    }
  }
}
