import { describe, expect, it } from 'vitest';
import { labelOf, positionOf } from '../../../../shared/domain/bundle/labels';
import { planBundle, planLate } from '../../../../shared/domain/bundle/plan';
import { insertPlace, planInserted } from '../../../../shared/domain/bundle/plan-inserted';
import type { BundlePlan } from '../../../../shared/models/bundle';
import type { BundleProfile } from '../../../../shared/models/bundle-profile';

const exhibit = (id: string, pages = 3) => ({
  ...{ key: id, itemId: id, exhibitRef: `RW/${id}`, title: id, date: '', pages },
});
const served = (numbering: BundleProfile['numbering']): BundlePlan =>
  planBundle(
    {
      numbering,
      usualSection: 'statements',
      sections: [
        { id: 'orders', title: 'Orders', use: 'items', holds: [] },
        { id: 'statements', title: 'Statements', use: 'items', holds: [] },
        { id: 'record', title: 'Record', use: 'record', holds: [] },
      ],
    },
    [exhibit('a'), exhibit('b'), exhibit('c')],
    { front: 2, chronology: 0, patterns: 0, record: 1 },
    [],
    { a: 'orders' },
  );
const labels = (plan: BundlePlan): readonly string[] =>
  Array.from({ length: plan.pages }, (_, index) => labelOf(plan, index + 1));
const insert = (plan: BundlePlan, label: string, ...ids: string[]): BundlePlan =>
  planInserted(
    plan,
    insertPlace(plan, label) ?? 0,
    ids.map((id) => exhibit(id, 1)),
    1,
    [],
  ).plan;

describe('pages that a court had inserted', () => {
  it('bear the number of the page before them with .1, .2, and all others keep theirs', () => {
    const before = served('continuous');
    const plan = insert(before, '8', 'x');
    expect(labels(plan)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '8.1',
      '8.2',
      '9',
      '10',
      '11',
      '12',
    ]);
    expect(plan.rows.map(({ key, firstPage, lastPage }) => `${key} ${firstPage}-${lastPage}`)).toEqual([
      ...['section-A 3-5', 'a 3-5'],
      ...['section-B 6-13', 'b 6-8', 'late-8.1 9-9', 'x 10-10', 'c 11-13'],
      ...['section-C 14-14', 'record 14-14'],
    ]);
  });

  it('are A3.1 at the end of a section that is numbered by itself, and belong to it', () => {
    const plan = insert(served('by-section'), 'a3', 'x');
    expect(labels(plan).join(' ')).toBe('i ii A1 A2 A3 A3.1 A3.2 B1 B2 B3 B4 B5 B6 C1');
    expect(plan.rows[0]).toMatchObject({ key: 'section-A', firstPage: 3, lastPage: 7 });
  });

  it('may stand in the middle of a document, which then reaches over them', () => {
    const plan = insert(served('by-section'), 'B2', 'x');
    expect(labels(plan).join(' ')).toBe('i ii A1 A2 A3 B1 B2 B2.1 B2.2 B3 B4 B5 B6 C1');
    expect(plan.rows.find(({ key }) => key === 'b')).toMatchObject({ firstPage: 6, lastPage: 10 });
  });

  it('go on behind those that were inserted at the same place, and before others', () => {
    const twice = insert(insert(served('continuous'), '8', 'x'), '8', 'y');
    const plan = insert(twice, '5', 'z');
    expect(labels(plan).join(' ')).toBe('1 2 3 4 5 5.1 5.2 6 7 8 8.1 8.2 8.3 8.4 9 10 11 12');
    expect(plan.inserted).toEqual([
      { after: 5, pages: 2 },
      { after: 8, pages: 4 },
    ]);
    expect(new Set(plan.rows.map(({ key }) => key)).size).toBe(plan.rows.length);
  });

  it('leave the number that goes on at the end as it would have been', () => {
    const { plan } = planLate(insert(served('continuous'), '8', 'x'), [exhibit('z', 1)], 1, []);
    expect(labels(plan).slice(-3)).toEqual(['12', '13', '14']);
    const bySection = planLate(insert(served('by-section'), 'B2', 'x'), [exhibit('z', 1)], 1, []).plan;
    expect(labels(bySection).slice(-3)).toEqual(['C1', 'D1', 'D2']);
  });

  it.each(['continuous', 'by-section'] as const)(
    'are found by what is printed on them, numbered %s',
    (numbering) => {
      const plan = insert(insert(served(numbering), numbering === 'continuous' ? '7' : 'B2', 'x'), '4', 'y');
      for (const [index, label] of labels(plan).entries()) expect(positionOf(plan, label)).toBe(index + 1);
      expect(positionOf(plan, '4.9')).toBeNull();
      expect(positionOf(plan, '.1')).toBeNull();
    },
  );

  it('stand behind no page that was inserted itself, nor before the first section', () => {
    const plan = insert(served('by-section'), 'A1', 'x');
    expect(['A1.1', 'ii', 'i', 'Z9', ''].map((label) => insertPlace(plan, label))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(insertPlace(plan, 'A2')).toBe(6);
  });
});
