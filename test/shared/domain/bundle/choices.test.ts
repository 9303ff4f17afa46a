import { describe, expect, it } from 'vitest';
import {
  decide,
  decisionOf,
  inBundleOrder,
  moveTo,
  outdated,
  sortOut,
} from '../../../../shared/domain/bundle/choices';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BundleOptions, BundlePlan, BundleRow } from '../../../../shared/models/bundle';
import type { BundleChoices } from '../../../../shared/models/leaving';

const none: BundleChoices = {
  ...bundleSettingsSchema.parse({}),
  title: 'Bundle',
  courtCase: '',
  recipient: null,
  includeChronology: false,
  includePatterns: false,
  isOrdered: false,
  items: [],
};
const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, kind: 'image', preview: 'ready' }) as const);
const ids = (all: readonly { readonly id: string }[]): string => all.map(({ id }) => id).join('');

describe('what goes into a bundle', () => {
  it('is nothing before somebody has said so: every exhibit is asked about', () => {
    const { included, undecided } = sortOut(items, none);
    expect([ids(included), ids(undecided)]).toEqual(['', 'abcd']);
  });

  it('is what was put in, and an exhibit that comes later is asked about and in nothing', () => {
    const chosen = decide(items, decide(items, none, ['a', 'b', 'c', 'd'], true), ['b'], false);
    const later = [
      ...items.slice(0, 2),
      { id: 'n', kind: 'image' as const, preview: 'ready' as const },
      ...items.slice(2),
    ];
    const { included, undecided } = sortOut(later, chosen);
    expect([ids(included), ids(undecided)]).toEqual(['acd', 'n']);
    expect(decisionOf(chosen, 'n')).toBeNull();
  });

  it('does not ask about what cannot be shown, and asks once it can', () => {
    const unready = [{ id: 'a', kind: 'pdf' as const, preview: 'pending' as const }, ...items.slice(1)];
    const chosen = decide(unready, none, ids(sortOut(unready, none).undecided).split(''), true);
    expect(ids(sortOut(unready, chosen).included)).toBe('bcd');
    expect(ids(sortOut(items, chosen).undecided)).toBe('a');
    // Of what has no pages of its own the words are printed.
    expect(ids(sortOut([{ id: 'm', kind: 'messages', preview: 'none' }], none).undecided)).toBe('m');
  });

  it('keeps an order that somebody made, with what is new at its end, and its decisions', () => {
    const moved = moveTo(decide(items, none, ['a', 'c'], true), ['c', 'a', 'd', 'b']);
    expect(ids(inBundleOrder([{ id: 'n', kind: 'image', preview: 'ready' }, ...items], moved))).toBe('cadbn');
    expect(ids(sortOut(items, moved).included)).toBe('ca');
    expect(ids(sortOut(items, moved).undecided)).toBe('db');
    expect(ids(inBundleOrder(items, decide(items, moved, ['b'], true)))).toBe('cadb');
  });

  it('stays by date where nobody has moved anything', () => {
    const chosen = decide(items, none, ['d'], true);
    expect(ids(inBundleOrder([...items].reverse(), chosen))).toBe('dcba');
  });
});

describe('a bundle that was built', () => {
  const options = (itemIds: string[], change: Partial<BundleOptions> = {}): BundleOptions => ({
    ...bundleSettingsSchema.parse({}),
    recipient: null,
    title: 'Bundle',
    courtCase: '',
    includeChronology: true,
    includePatterns: false,
    itemIds,
    ...change,
  });
  const row = (itemId: string | null): BundlePlan['rows'][number] => ({
    kind: 'document',
    letter: '',
    key: itemId ?? 'x',
    itemId,
    exhibitRef: itemId === null ? null : `X/${itemId}`,
    title: '',
    date: '',
    firstPage: 1,
    lastPage: 1,
  });
  const built = {
    options: options(['a', 'b', 'c']),
    plan: {
      rows: [row(null), row('a'), row('b')],
      pages: 3,
      numbering: 'continuous' as const,
      leftOut: [{ itemId: 'c', exhibitRef: 'C', reason: 'unreadable-pdf' }],
    },
  };

  it.each<readonly [string, BundleOptions, unknown]>([
    ['is what is chosen, with what could not be shown left out', options(['a', 'b', 'c']), null],
    ['shows what was taken out since', options(['b', 'c']), { shown: ['a'], missing: [], other: false }],
    [
      'is without what was put in since',
      options(['a', 'b', 'c', 'd']),
      { shown: [], missing: ['d'], other: false },
    ],
    ['has another order', options(['b', 'a', 'c']), { shown: [], missing: [], other: true }],
    [
      'is for somebody else',
      options(['a', 'b'], { recipient: 'police' }),
      { shown: [], missing: [], other: true },
    ],
    [
      'is set out by other rules',
      options(['a', 'b'], { profile: 'client-copy' }),
      { shown: [], missing: [], other: true },
    ],
    [
      'has an exhibit in another section',
      options(['a', 'b'], { sectionOf: { a: 'orders' } }),
      { shown: [], missing: [], other: true },
    ],
    ['has another title', options(['a', 'b'], { title: 'X' }), { shown: [], missing: [], other: true }],
    [
      'has a chronology that is out now',
      options(['a', 'b'], { includeChronology: false }),
      { shown: [], missing: [], other: true },
    ],
  ])('%s', (_what, now, difference) => {
    expect(outdated(built, now, new Map([['a', 'X/a']]))).toEqual(difference);
  });

  it('has another reference for an exhibit that got a new one', () => {
    const now = options(['a', 'b', 'c']);
    expect(outdated(built, now, new Map([['b', 'X/9']]))).toEqual({ shown: [], missing: [], other: true });
  });

  it('prints an original, or a copy, of which there is a newer redacted copy now', () => {
    const rows = (copy: BundleRow['copy']) =>
      built.plan.rows.map((row) => (row.itemId === 'a' ? { ...row, copy } : row));
    const asked = options(['a', 'b', 'c']);
    const now = (copy: BundleRow['copy'], versions: number, unredacted: string[] = []) =>
      outdated(
        { ...built, plan: { ...built.plan, rows: rows(copy) }, options: { ...built.options, unredacted } },
        { ...asked, unredacted },
        new Map(),
        new Map([['a', versions]]),
      );
    const copy = { id: 'r', version: 1 };
    expect(now(null, 0)).toBeNull();
    expect(now(null, 1)).toEqual({ shown: [], missing: [], other: true });
    expect(now(copy, 1)).toBeNull();
    expect(now(copy, 2)).toEqual({ shown: [], missing: [], other: true });
    expect(now(null, 1, ['a'])).toBeNull();
    // What an earlier Holdfast built does not say.
    expect(now(undefined, 1)).toBeNull();
  });
});
