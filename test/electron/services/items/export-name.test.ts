import { describe, expect, it } from 'vitest';
import { exportName } from '../../../../electron/services/items/export-name';

const named = (exhibitRef: string, edtf: string | null, fileName: string): string =>
  exportName({
    exhibitRef,
    fileName,
    bestDate:
      edtf === null
        ? null
        : { edtf, time: null, zone: null, source: 'exif', code: 'exif.DateTimeOriginal', rank: 1 },
  } as unknown as Parameters<typeof exportName>[0]);

describe('the name of a saved copy', () => {
  it('is the exhibit reference and the day, as the police ask for it', () => {
    expect(named('RW/27', '2026-09-23', 'IMG 1.PNG')).toBe('RW-27_20260923.png');
  });

  it('leaves out a day that is not known', () => {
    expect(named('RW/3', '2026-09', 'a.jpg')).toBe('RW-3.jpg');
    expect(named('RW/3', null, 'a.jpg')).toBe('RW-3.jpg');
  });

  it('takes nothing else from the name the file came with', () => {
    expect(named('RW/3', null, 'letter to her mother.not an ending')).toBe('RW-3');
    expect(named('../RW/3', null, 'x.p/ng')).not.toMatch(/[/\\]|\.\./);
  });
});
