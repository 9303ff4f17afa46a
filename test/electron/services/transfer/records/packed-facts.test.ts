import { describe, expect, it } from 'vitest';
import {
  packedDateSchema,
  packedFactSchema,
} from '../../../../../electron/services/transfer/records/packed-facts';

const fact = {
  id: '01a0be0b-3333-76dd-af2b-55ce47309062',
  field: 'captured',
  source: 'png-chunk',
  raw: '2026',
  value: '2026-03-03',
  time: '21:00',
  zone: null,
  rank: 2,
};
const date = {
  edtf: '2026-03-03',
  time: '21:00',
  zone: null,
  source: 'typed',
  chosen: true,
};

describe('a fact in a package', () => {
  it('with the words of earlier versions gets the code and the detail that a vault of then gets', () => {
    expect(packedFactSchema.parse({ ...fact, label: 'PNG Creation Time' })).toEqual({
      ...fact,
      code: 'png.text',
      detail: 'Creation Time',
    });
    expect(packedFactSchema.parse({ ...fact, label: 'Container, place' })).toEqual({
      ...fact,
      code: 'other',
      detail: 'Container, place',
    });
    expect(packedDateSchema.parse({ ...date, label: 'Typed, in the words of Wren' })).toEqual({
      ...date,
      code: 'typed.InWordsOf',
      detail: 'Wren',
    });
  });

  it('with a code comes in as it is', () => {
    const place = { code: 'png.text', detail: 'Creation Time' };
    expect(packedFactSchema.parse({ ...fact, ...place })).toEqual({ ...fact, ...place });
    expect(packedDateSchema.parse({ ...date, ...place })).toEqual({ ...date, ...place });
  });

  it('with a code of a later version is kept, in words', () => {
    const place = { code: 'later.Place', detail: '' };
    const words = { code: 'other', detail: 'later.Place' };
    expect(packedFactSchema.parse({ ...fact, ...place })).toEqual({ ...fact, ...words });
    expect(packedDateSchema.parse({ ...date, ...place, detail: 'its tag' })).toEqual({
      ...date,
      code: 'other',
      detail: 'later.Place: its tag',
    });
  });

  it('without either, or with a value that is none, is refused', () => {
    expect(packedFactSchema.safeParse(fact).success).toBe(false);
    expect(packedFactSchema.safeParse({ ...fact, label: 'x', rank: 99 }).success).toBe(false);
    expect(packedDateSchema.safeParse({ ...date, code: 'exif.GPS' }).success).toBe(false);
  });
});
