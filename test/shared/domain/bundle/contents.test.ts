import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/domain/bundle/choices';
import {
  contentsRows,
  dropRows,
  inSections,
  intoSection,
  lateDraft,
  stepPlace,
} from '../../../../shared/domain/bundle/contents';
import type { ContentsRow } from '../../../../shared/domain/bundle/contents';
import { positionOf } from '../../../../shared/domain/bundle/labels';
import { planBundle } from '../../../../shared/domain/bundle/plan';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BundleProfile } from '../../../../shared/models/bundle-profile';
import type { ItemDocument } from '../../../../shared/models/item-document';
import type { BundleChoices } from '../../../../shared/models/leaving';

const profile: Pick<BundleProfile, 'sections' | 'usualSection' | 'numbering'> = {
  numbering: 'by-section',
  usualSection: 'statements',
  sections: [
    { id: 'told', title: 'Preliminary', use: 'told', holds: [] },
    { id: 'orders', title: 'Orders', use: 'items', holds: ['order'] },
    { id: 'statements', title: 'Statements', use: 'items', holds: [] },
    { id: 'record', title: 'Record', use: 'record', holds: [] },
  ],
};
const items = ['a', 'b', 'c', 'd'].map((id) => ({
  ...{ id, kind: 'image' as const, preview: 'ready' as const, document: null as ItemDocument | null },
}));
type Row = ContentsRow<(typeof items)[number]>;
const none: BundleChoices = {
  ...bundleSettingsSchema.parse({}),
  ...{ title: 'Bundle', courtCase: '', recipient: null, items: [] },
  ...{ includeChronology: true, includePatterns: false, isOrdered: false },
};
const three = decide(items, none, ['a', 'b', 'c'], true);
const planOf = (choices: BundleChoices) =>
  planBundle(
    profile,
    inSections(profile, items, choices)
      .filter(({ id }) => choices.items.some(({ itemId, isIn }) => itemId === id && isIn === true))
      .map(({ id }) => ({
        ...{ key: id, itemId: id, exhibitRef: `RW/${id}`, title: id, date: '', pages: 2 },
      })),
    { front: 2, chronology: 3, patterns: 0, record: 1 },
    [],
    choices.sectionOf,
  );
const rowsOf = (choices: BundleChoices): readonly Row[] =>
  contentsRows(profile, items, choices, planOf(choices));
const said = (rows: readonly Row[]): string =>
  rows.map((row) => (row.kind === 'section' ? `[${row.section.id}]` : row.key)).join(' ');

describe('documents of the case', () => {
  const order: ItemDocument = {
    what: 'order',
    whose: '',
    on: '2026-03-01',
    number: '',
    behalf: '',
    refersTo: [],
  };
  const withOrder = items.map((item) => (item.id === 'b' ? { ...item, document: order } : item));
  const rows = contentsRows(profile, withOrder, three, null);

  it('stand in the section that holds their kind, without anybody putting them there', () => {
    expect(said(rows)).toBe('[told] chronology patterns [orders] b [statements] a c d [record] record');
    expect(inSections(profile, withOrder, three).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'd']);
  });

  it('can be put elsewhere and back, and stay where they were put', () => {
    const moved = intoSection(profile, three, rows, 'b', 'statements');
    expect(moved.sectionOf).toEqual({ b: 'statements' });
    const after = contentsRows(profile, withOrder, moved, null);
    expect(said(after)).toContain('[statements] a c d b');
    expect(intoSection(profile, moved, after, 'b', 'orders').sectionOf).toEqual({});
  });
});

describe('the contents of a bundle', () => {
  it('stand by section with letters and labels, and what is not in stands there without a label', () => {
    const rows = rowsOf(intoSection(profile, three, rowsOf(three), 'b', 'orders'));
    expect(
      rows.map((row) =>
        row.kind === 'section'
          ? `${row.letter} ${row.section.title} ${row.first} to ${row.last}`
          : `${row.key} ${row.label}`,
      ),
    ).toEqual([
      ...['A Preliminary A1 to A3', 'chronology A1', 'patterns '],
      ...['B Orders B1 to B2', 'b B1'],
      ...['C Statements C1 to C4', 'a C1', 'c C3', 'd '],
      ...['D Record D1 to D1', 'record D1'],
    ]);
    expect(rows.find(({ key }) => key === 'd')).toMatchObject({ decision: null });
  });

  it('keep a section in which nothing is, so that something can be put there', () => {
    expect(rowsOf(three).find(({ key }) => key === 'section orders')).toMatchObject({
      letter: '',
      first: '',
    });
  });

  it('take rows within a section and into another one, and forget the section that is the usual one', () => {
    const moved = dropRows(profile, three, rowsOf(three), new Set(['c', 'a']), { key: 'd', isAfter: true });
    expect(said(rowsOf(moved))).toBe(
      '[told] chronology patterns [orders] [statements] b d a c [record] record',
    );
    const into = dropRows(profile, moved, rowsOf(moved), new Set(['d', 'a']), {
      ...{ key: 'section orders', isAfter: true },
    });
    expect(said(rowsOf(into))).toBe(
      '[told] chronology patterns [orders] d a [statements] b c [record] record',
    );
    expect(into.sectionOf).toEqual({ d: 'orders', a: 'orders' });
    expect(intoSection(profile, into, rowsOf(into), 'd', 'statements').sectionOf).toEqual({ a: 'orders' });
  });

  it('take a row that is let go above the first section of exhibits as its first, and none among typeset parts', () => {
    const drop = (key: string, isAfter: boolean): string =>
      said(rowsOf(dropRows(profile, three, rowsOf(three), new Set(['c']), { key, isAfter })));
    expect(drop('section orders', false)).toContain('[orders] c [statements] a b d');
    expect(drop('patterns', true)).toContain('[orders] c [statements] a b d');
    expect(drop('section statements', false)).toContain('[orders] c [statements] a b d');
    for (const key of ['chronology', 'record', 'c']) expect(drop(key, true)).toBe(said(rowsOf(three)));
  });

  it('step a row to the ends of its section and no further', () => {
    const rows = rowsOf(three);
    expect(stepPlace(rows, 'a', false)).toBeNull();
    expect(stepPlace(rows, 'a', true)).toEqual({ key: 'b', isAfter: true });
    expect(stepPlace(rows, 'b', false)).toEqual({ key: 'a', isAfter: false });
    expect(stepPlace(rows, 'd', true)).toBeNull();
  });
});

it('a bundle that goes on behind another keeps its pages, and what is new follows in a section of its own', () => {
  const before = planOf(decide(items, none, ['a', 'b'], true));
  const { plan, added } = lateDraft(before, planOf(three));
  expect(added).toBe(1);
  expect(plan.rows.slice(0, before.rows.length)).toEqual(before.rows);
  expect(plan.pages).toBe(before.pages + 3);
  expect(lateDraft(before, before).added).toBe(0);
});

describe('a page that somebody asks for', () => {
  const plan = planOf(three);

  it('is found by what is printed on it, in whichever letters, and by its place', () => {
    expect(['ii', 'A1', 'b 3', 'C1', '4'].map((text) => positionOf(plan, text))).toEqual([2, 3, 8, 12, 4]);
  });

  it('is none where there is no such page', () => {
    for (const text of ['', '0', 'B99', 'B0', 'Z1', 'iii', '13', 'page'])
      expect([text, positionOf(plan, text)]).toEqual([text, null]);
    expect(positionOf({ ...plan, numbering: 'continuous' }, 'A1')).toBeNull();
  });
});
