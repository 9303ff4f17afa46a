import { describe, expect, it } from 'vitest';
import { listDrives, realSystem } from '../../../electron/main/drives';
import type { DriveSystem } from '../../../electron/main/drives';
import { driveSchema } from '../../../shared/models/drive';

const gone = () => Promise.reject(new Error('gone'));
const linux: DriveSystem = {
  platform: 'linux',
  systemDrive: '',
  mounts: () =>
    Promise.resolve('/dev/sdb1 /media/a/STICK vfat rw 0 0\n/dev/sdc1 /media/a/PULLED exfat rw 0 0\n'),
  volumes: gone,
  space: (path) => (path.endsWith('STICK') ? Promise.resolve({ total: 8e9, free: 5e9 }) : gone()),
  namesIn: (path) => (path.endsWith('STICK') ? Promise.resolve(12) : gone()),
};

describe('the list of drives', () => {
  it('says of each how much is free, what it is and how much else is on it; what is not known is said so', async () => {
    const known = { fileSystem: 'FAT32', totalBytes: 8e9, freeBytes: 5e9, names: 12, needsParts: true };
    const unknown = { totalBytes: null, freeBytes: null, names: null, needsParts: false };
    expect(await listDrives(linux)).toEqual([
      { label: '/media/a/PULLED', fileSystem: 'exFAT', ...unknown },
      { label: '/media/a/STICK', ...known },
    ]);
  });

  it('has the letters of Windows and the volumes of a Mac in which there is a disk', async () => {
    const space = (path: string) =>
      path.startsWith('E') || path.endsWith('Blue') ? Promise.resolve({ total: 2, free: 1 }) : gone();
    const namesIn = () => Promise.resolve(0);
    const windows: DriveSystem = { ...linux, platform: 'win32', systemDrive: 'C:', space, namesIn };
    expect(await listDrives(windows)).toEqual([
      { label: 'E:\\', fileSystem: null, totalBytes: 2, freeBytes: 1, names: 0, needsParts: false },
    ]);
    const volumes = () => Promise.resolve(['/Volumes/Blue', '/Volumes/Gone']);
    const mac: DriveSystem = { ...linux, platform: 'darwin', volumes, space, namesIn };
    expect((await listDrives(mac)).map(({ label }) => label)).toEqual(['/Volumes/Blue']);
  });

  it('is empty where the system tells nothing, and fits what the page is told on this one', async () => {
    expect(await listDrives({ ...linux, mounts: gone })).toEqual([]);
    for (const drive of await listDrives(realSystem)) expect(driveSchema.safeParse(drive).success).toBe(true);
  });
});
