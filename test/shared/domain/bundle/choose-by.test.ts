import { describe, expect, it } from 'vitest';
import { isDatedIn, wouldChange } from '../../../../shared/domain/bundle/choose-by';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BestDate } from '../../../../shared/models/evidence';
import type { BundleChoices } from '../../../../shared/models/leaving';

const dated = (edtf: string) => ({
  bestDate: {
    ...{ edtf, time: null, zone: null, source: 'exif', code: null, detail: '', chosen: false },
  } as unknown as BestDate,
  document: null,
});

describe('exhibits between two days', () => {
  it('are those that may be of one of them, both included and either open', () => {
    expect(isDatedIn(dated('2026-03-03'), '2026-03-03', '2026-03-03')).toBe(true);
    expect(isDatedIn(dated('2026-03-03'), '2026-03-04', null)).toBe(false);
    expect(isDatedIn(dated('2026-03-03'), null, '2026-03-02')).toBe(false);
    expect(isDatedIn(dated('2026-03'), '2026-03-20', '2026-03-21')).toBe(true);
  });

  it('are none without a date, and documents by the date that they bear', () => {
    expect(isDatedIn({ bestDate: null, document: null }, null, null)).toBe(false);
    const document = {
      what: 'order',
      whose: '',
      on: '2026-05-01',
      number: '',
      behalf: '',
      refersTo: [],
    } as const;
    const order = { ...dated('2026-03-03'), document: { ...document, refersTo: [] } };
    expect(isDatedIn(order, '2026-05-01', null)).toBe(true);
    expect(isDatedIn(order, null, '2026-04-01')).toBe(false);
  });
});

it('what a choice would change is counted before it is made, without what cannot be shown', () => {
  const choices: BundleChoices = {
    ...bundleSettingsSchema.parse({}),
    ...{ title: '', courtCase: '', recipient: null, includeChronology: false, includePatterns: false },
    isOrdered: false,
    items: [
      { itemId: 'a', isIn: true },
      { itemId: 'b', isIn: false },
    ],
  };
  const items = ['a', 'b', 'c', 'd'].map((id) => ({
    ...{ id, kind: 'image' as const },
    preview: id === 'd' ? ('failed' as const) : ('ready' as const),
  }));
  expect(wouldChange(items, choices, new Set(['a', 'b', 'c', 'd', 'gone']))).toEqual({
    ...{ ids: ['a', 'b', 'c'], goIn: 2, goOut: 2, cannot: 1 },
  });
});
