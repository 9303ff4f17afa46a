import { expect, it } from 'vitest';
import { planBundle, planLate } from '../../../../shared/domain/bundle/plan';
import { preflight } from '../../../../shared/domain/bundle/preflight';
import { bundleProfileSchema } from '../../../../shared/models/bundle-profile';
import type { BundlePlan } from '../../../../shared/models/bundle';
import type { FinishedPdf } from '../../../../shared/models/finished-pdf';
import general from '../../../../resources/profiles/general-2021.json' with { type: 'json' };

const profile = bundleProfileSchema.parse({ ...general, rows: [{ id: 'G05', check: 'index-links' }] });
const exhibit = (id: string) => ({
  ...{ key: id, itemId: id, exhibitRef: `RW/${id}`, title: id, date: '', pages: 2 },
});
const before = planBundle(
  profile,
  [exhibit('1'), exhibit('2')],
  { front: 2, chronology: 0, patterns: 0, record: 1 },
  [],
);

/** A file whose pages by these numbers are linked from each of the pages on which an index stands. */
function readOf(plan: BundlePlan, indexes: Readonly<Record<number, readonly number[]>>): FinishedPdf {
  return {
    pages: Array.from({ length: plan.pages }, (_, index) => ({
      ...{ width: 595, height: 842, label: '', text: '', plate: '', dpi: [] },
      ...{ letters: 0, turned: 0, smallest: 12, things: 1 },
      links: (indexes[index + 1] ?? []).map((page) => ({
        rect: [0, 0, 1, 1] as [number, number, number, number],
        page,
      })),
    })),
    ...{ bookmarks: [], isTagged: true, language: 'en-GB', opensAt: 1, attachments: 0, scripts: 0 },
  };
}

const linesOf = (plan: BundlePlan, read: FinishedPdf) =>
  preflight({
    ...{ read, plan, profile, bytes: 1, fileName: 'x', caseName: 'x', unmet: [], pagesAllowed: '' },
    typed: new Set(Array.from({ length: plan.pages }, (_, index) => index + 1)),
  });

it('the lines of the index of pages that were added stand in the revised index before them, and count there', () => {
  const old = before.rows.map(({ firstPage }) => firstPage);
  expect(linesOf(before, readOf(before, { 2: old }))).toMatchObject([
    { state: 'ok', text: 'Index lines that are links, 5 of 5' },
  ]);

  const { plan } = planLate(before, [exhibit('3')], 1, []);
  const first = before.pages + 1;
  expect(plan.rows.slice(before.rows.length).map(({ firstPage }) => firstPage)).toEqual([
    first,
    first,
    first + 1,
  ]);
  const read = readOf(plan, { 2: old, [first]: [...old, first, first + 1] });
  expect(linesOf(plan, read)).toMatchObject([{ state: 'ok', text: 'Index lines that are links, 8 of 8' }]);
  // The line of the exhibit that was added leads nowhere.
  expect(linesOf(plan, readOf(plan, { 2: old, [first]: [first] }))).toMatchObject([{ state: 'fix' }]);
});
