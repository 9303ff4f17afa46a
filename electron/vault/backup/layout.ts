import { join } from 'node:path';

export const snapshotsName = 'snapshots';
export const readmeName = 'README.txt';

/** In the folder somebody chose, the folder that holds one vault's backups. */
export function backupFolderName(vaultId: string): string {
  // The last digits are random; the first ones of a UUIDv7 are a date.
  return `holdfast-backup-${vaultId.replaceAll('-', '').slice(-8)}`;
}

/** `20261124T101500Z-0003`: sorts by time, and says nothing else. */
export function snapshotId(at: Date, number: number): string {
  const time = at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '');
  return `${time}-${String(number).padStart(4, '0')}`;
}

export const manifestPath = (folder: string, id: string): string => join(folder, snapshotsName, `${id}.json`);
export const snapshotDatabasePath = (folder: string, id: string): string =>
  join(folder, snapshotsName, `${id}.db`);

export const readme = `This folder holds a backup made by Holdfast. All of it is encrypted.

To use it: start Holdfast on a computer that has no vault yet, choose "Restore from a backup" and this folder. It opens
with a passphrase of the vault, or with its recovery kit. Without Holdfast: the format is written down in the program's
sources, electron/vault/README.md.

If you have found this and it is not yours: nobody can read it without those words. Please hand it in.
`;
