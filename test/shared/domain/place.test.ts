import { describe, expect, it } from 'vitest';
import { cloudFolderIn, isNetworkPath } from '../../../shared/domain/place';

describe('a folder that a cloud service copies', () => {
  it.each([
    'C:\\Users\\Sam\\OneDrive\\Documents\\vault',
    'C:\\Users\\Sam\\OneDrive - Harbour Charity\\vault',
    '/Users/sam/Library/Mobile Documents/com~apple~CloudDocs/vault',
    '/home/sam/Dropbox (Personal)/vault',
    'G:\\My Drive\\vault',
    'D:\\Nextcloud\\work\\vault',
    'C:\\Users\\Sam\\Box\\vault',
  ])('is known by its name: %s', (path) => {
    expect(cloudFolderIn(path)).toBe(true);
  });

  it.each(['C:\\Users\\Sam\\Documents\\vault', '/home/sam/boxes/vault', '/home/dropboxer/vault'])(
    'is not seen in an ordinary name: %s',
    (path) => {
      expect(cloudFolderIn(path)).toBe(false);
    },
  );

  it('is known by the place the service names, whatever it is called', () => {
    expect(cloudFolderIn('C:\\Work\\Files\\vault', ['c:\\work\\files'])).toBe(true);
    expect(cloudFolderIn('C:\\Work\\Filesystem\\vault', ['C:\\Work\\Files'])).toBe(false);
    expect(cloudFolderIn('C:\\Work\\vault', [''])).toBe(false);
  });
});

describe('a folder of another machine', () => {
  it.each(['\\\\server\\share\\vault', '//server/share/vault', '\\\\?\\UNC\\server\\share'])(
    'is known by its path: %s',
    (path) => {
      expect(isNetworkPath(path)).toBe(true);
    },
  );
  it.each(['C:\\vault', '/srv/vault', '\\\\?\\C:\\vault', '\\\\.\\C:\\vault'])('is not: %s', (path) => {
    expect(isNetworkPath(path)).toBe(false);
  });
});
