import { describe, expect, it } from 'vitest';
import { fileSystemText, freeText, othersText, tooSmallText } from '../../../renderer/strings/drives';
import type { Drive } from '../../../shared/models/drive';

const stick: Drive = {
  ...{ label: 'E:\\', fileSystem: 'FAT32', totalBytes: 16e9, freeBytes: 1.5e9, names: 3, needsParts: true },
};
const nothingKnown: Drive = {
  ...{ label: 'F:\\', fileSystem: null, totalBytes: null, freeBytes: null, names: null, needsParts: false },
};

describe('a stick that is plugged in', () => {
  it('is said with its room, its file system and how much else lies on it', () => {
    expect(freeText(stick)).toBe('1.50 GB of 16.00 GB');
    expect(othersText(stick)).toBe('3 files and folders');
    expect(othersText({ ...stick, names: 0 })).toBe('Nothing');
    expect(fileSystemText(stick, false)).toBe('FAT32');
    expect(tooSmallText(2.5e6)).toContain('at least 2.5 MB more');
  });

  it('says what is not known as such', () => {
    expect([freeText(nothingKnown), othersText(nothingKnown), fileSystemText(nothingKnown, true)]).toEqual([
      'not known',
      'not known',
      'not known',
    ]);
  });

  it('says that a large package is put into parts by itself where it must be', () => {
    expect(fileSystemText(stick, true)).toBe('FAT32: written in parts by itself');
    expect(fileSystemText({ ...stick, fileSystem: 'exFAT', needsParts: false }, true)).toBe('exFAT');
  });
});
