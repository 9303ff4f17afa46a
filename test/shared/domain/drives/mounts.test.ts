import { describe, expect, it } from 'vitest';
import { needsParts, pluggedInMounts, windowsDrives } from '../../../../shared/domain/drives/mounts';

const mounts = `proc /proc proc rw 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
/dev/nvme0n1p1 /boot/efi vfat rw 0 0
/dev/sdb1 /media/ada/KINGSTON vfat rw,nosuid 0 0
/dev/sdc1 /run/media/ada/Blue\\040stick\\011\\134 exfat rw 0 0
/dev/mapper/luks-1 /run/media/ada/safe ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
tmpfs /mnt/memory tmpfs rw 0 0
/dev/sdd1 /mnt/other squashfs ro 0 0
/dev/sdd1 /mnt/other ntfs3 ro 0 0
nonsense
`;

describe('the disks that are plugged in', () => {
  it('are found among all mounts of Linux, by what desktops call their place, each once', () => {
    expect(pluggedInMounts(mounts)).toEqual([
      { path: '/media/ada/KINGSTON', fileSystem: 'FAT32' },
      { path: '/mnt/other', fileSystem: 'NTFS' },
      { path: '/run/media/ada/Blue stick\t\\', fileSystem: 'exFAT' },
      { path: '/run/media/ada/safe', fileSystem: 'ext4' },
    ]);
    expect(pluggedInMounts('')).toEqual([]);
  });

  it('have no name of a file system where nobody would know it, and need parts where they hold no large file', () => {
    expect(pluggedInMounts('/dev/sdd1 /mnt/x squashfs ro 0 0')).toEqual([
      { path: '/mnt/x', fileSystem: null },
    ]);
    expect(['FAT32', 'FAT', 'exFAT', 'NTFS', null].map(needsParts)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('have letters in Windows, without that of the system', () => {
    expect(windowsDrives('C:')).toContain('D:\\');
    expect(windowsDrives('C:')).not.toContain('C:\\');
    expect(windowsDrives('e:')).toContain('C:\\');
    expect(windowsDrives('e:')).not.toContain('E:\\');
  });
});
