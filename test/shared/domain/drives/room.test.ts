import { describe, expect, it } from 'vitest';
import { mayNeedParts, missingOn } from '../../../../shared/domain/drives/room';

describe('the room on a stick', () => {
  it('is too little by what must be freed, and never where it fits or nobody knows', () => {
    expect(missingOn({ freeBytes: 999 }, 1000)).toBe(1);
    expect(missingOn({ freeBytes: 1000 }, 1000)).toBe(null);
    expect(missingOn({ freeBytes: 0 }, 1000)).toBe(1000);
    expect(missingOn({ freeBytes: null }, 1000)).toBe(null);
  });

  it('may ask for parts from 4 GiB on, and not below', () => {
    expect(mayNeedParts(4 * 1024 ** 3 - 1)).toBe(false);
    expect(mayNeedParts(4 * 1024 ** 3)).toBe(true);
  });
});
