import { expect, it } from 'vitest';
import { compareBuilds } from '../../../../shared/domain/bundle/compare-builds';
import type { BundleRow } from '../../../../shared/models/bundle';

const row = (id: string | null, exhibitRef: string | null): BundleRow => ({
  ...{ kind: id === null ? 'section' : 'document', key: id ?? 'A', letter: '', itemId: id, exhibitRef },
  ...{ title: `Title of ${id}`, date: '', firstPage: 1, lastPage: 1 },
});
const build = (sha256: string, ...rows: readonly BundleRow[]) => ({
  ...{ sha256, pages: 3, plan: { rows: [row(null, null), ...rows] } },
});

it('two builds of the same bytes are the same, whatever else is said of them', () => {
  const one = build('aa', row('1', 'AB/1'));
  expect(compareBuilds(one, { ...one })).toEqual({ isSame: true, onlyThere: [], notThere: [] });
});

it('two builds differ by what only one of them shows: exhibits by reference, documents by title', () => {
  const before = build('aa', row('1', 'AB/1'), row('2', null));
  const now = build('bb', row('1', 'AB/9'), row('3', 'AB/3'));
  expect(compareBuilds(before, now)).toEqual({
    isSame: false,
    onlyThere: ['Title of 2'],
    notThere: ['AB/3'],
  });
});
