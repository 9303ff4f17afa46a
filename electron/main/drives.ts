import { lstat, readFile, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { needsParts, pluggedInMounts, windowsDrives } from '../../shared/domain/drives/mounts';
import type { Mount } from '../../shared/domain/drives/mounts';
import type { Drive } from '../../shared/models/drive';

/** The system, as far as drives need it, so that tests can be another. */
export interface DriveSystem {
  readonly platform: NodeJS.Platform;
  readonly systemDrive: string;
  readonly mounts: () => Promise<string>;
  readonly volumes: () => Promise<readonly string[]>;
  readonly space: (path: string) => Promise<{ readonly total: number; readonly free: number }>;
  readonly namesIn: (path: string) => Promise<number>;
}

export const realSystem: DriveSystem = {
  platform: process.platform,
  systemDrive: process.env.SystemDrive ?? 'C:',
  mounts: () => readFile('/proc/mounts', 'utf8'),
  volumes: macVolumes,
  space: async (path) => {
    const { blocks, bavail, bsize } = await statfs(path);
    return { total: blocks * bsize, free: bavail * bsize };
  },
  namesIn: async (path) => (await readdir(path)).length,
};

/** What is plugged in, as far as the system tells without a program of our own; what is not known stays null. */
export async function listDrives(system: DriveSystem = realSystem): Promise<Drive[]> {
  const mounts = await mountsOf(system).catch(() => []);
  const drives = await Promise.all(mounts.map((mount) => driveOf(system, mount)));
  return drives.filter((drive) => drive !== null);
}

async function mountsOf(system: DriveSystem): Promise<readonly Mount[]> {
  if (system.platform === 'linux') return pluggedInMounts(await system.mounts());
  const paths = system.platform === 'win32' ? windowsDrives(system.systemDrive) : await system.volumes();
  return paths.map((path) => ({ path, fileSystem: null }));
}

async function driveOf(system: DriveSystem, { path, fileSystem }: Mount): Promise<Drive | null> {
  const space = await system.space(path).catch(() => null);
  // A letter or mount without a disk in it.
  if (space === null && fileSystem === null) return null;
  return {
    label: path,
    fileSystem,
    totalBytes: space?.total ?? null,
    freeBytes: space?.free ?? null,
    names: await system.namesIn(path).catch(() => null),
    needsParts: needsParts(fileSystem),
  };
}

/** Every disk of a Mac but its own, which is a link there. */
async function macVolumes(): Promise<readonly string[]> {
  const folder = '/Volumes';
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const isFolder = await Promise.all(paths.map(async (path) => (await lstat(path)).isDirectory()));
  return paths.filter((_path, at) => isFolder[at] === true);
}
