/** A place where a disk is mounted. */
export interface Mount {
  readonly path: string;
  /** As people call it, or null where nobody would know the name. */
  readonly fileSystem: string | null;
}

/** Where desktops mount what was plugged in (udisks2, and by hand); elsewhere lies the system itself. */
const pluggedIn = ['/media/', '/run/media/', '/mnt/'];

const names: ReadonlyMap<string, string> = new Map([
  ['vfat', 'FAT32'],
  ['msdos', 'FAT'],
  ['exfat', 'exFAT'],
  ['ntfs', 'NTFS'],
  ['ntfs3', 'NTFS'],
  ['hfsplus', 'HFS+'],
  ['apfs', 'APFS'],
  ['ext2', 'ext2'],
  ['ext3', 'ext3'],
  ['ext4', 'ext4'],
  ['btrfs', 'Btrfs'],
  ['xfs', 'XFS'],
]);

/** What is plugged in, out of what Linux says in /proc/mounts (proc(5), fstab(5)): a line a mount, the last one of a path counts. */
export function pluggedInMounts(text: string): readonly Mount[] {
  const found = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [device = '', path = '', type = ''] = line.split(' ').map(unescaped);
    // A folder of a network or of a program is no stick.
    if (!device.startsWith('/dev/') || !pluggedIn.some((start) => path.startsWith(start))) continue;
    found.set(path, { path, fileSystem: names.get(type) ?? null });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A space, tab, new line or stroke in a path is written as its number in base eight. */
function unescaped(field: string): string {
  return field.replace(/\\([0-7]{3})/g, (_all, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}

/** The letters of Windows that are not the system's own; A and B were floppy disks. */
export function windowsDrives(systemDrive: string): readonly string[] {
  const own = systemDrive.slice(0, 1).toUpperCase();
  return 'D E F G H I J K L M N O P Q R S T U V W X Y Z C'
    .split(' ')
    .filter((letter) => letter !== own)
    .map((letter) => `${letter}:\\`);
}

/** Whether a file system is known to hold no file of 4 GiB. */
export function needsParts(fileSystem: string | null): boolean {
  return fileSystem === 'FAT32' || fileSystem === 'FAT';
}
