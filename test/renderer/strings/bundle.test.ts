import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleProfileSchema } from '../../../shared/models/bundle-profile';
import type { BundlePlan } from '../../../shared/models/bundle';
import {
  bundleSummary,
  fileText,
  lateText,
  overText,
  paperText,
  profileFacts,
} from '../../../renderer/strings/bundle';

const folder = join(import.meta.dirname, '../../../resources/profiles');
const profiles = readdirSync(folder).map((name) =>
  bundleProfileSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
);
const named = (id: string) => {
  const found = profiles.find((each) => each.id === id);
  if (found === undefined) throw new Error('no such profile');
  return found;
};
const family = named('family-pd27a-2026');
const built = { pages: 96, bytes: 11_000_000, createdAt: '2026-11-03T21:05:00.000Z' };

it('the line at the top says by whose rules and how many pages of how many, and does not take a guess for a count', () => {
  expect(bundleSummary(family, built, null)).toBe(
    'Family Court, PD27A 2026. 96 of 350 pages, 11.0 MB, built 3 Nov 2026, 21:05.',
  );
  expect(bundleSummary(named('general-2021'), built, null)).toMatch(/^General guidance, 2021\. 96 pages, /);
  expect(bundleSummary(family, null, 12)).toBe(
    'Family Court, PD27A 2026. About 12 of 350 pages as chosen now.',
  );
  expect(bundleSummary(family, built, 400)).toContain(
    'About 400 of 350 pages as chosen now. On the screen: 96',
  );
  expect(bundleSummary(family, null, null)).toContain('as at 24 Mar 2026');
});

it('more pages than are allowed are said with the rule, and as many as are allowed are not', () => {
  expect(overText(family, 350)).toBeNull();
  expect(overText(family, 362)).toMatchObject({ title: '12 pages more than the 350 that are allowed' });
  expect(overText(family, 362)?.text).toContain('Paragraph 11.2(b)');
  expect(overText(named('client-copy'), 9999)).toBeNull();
});

it('every profile says what it is, one fact a name', () => {
  for (const profile of profiles) {
    const facts = profileFacts(profile);
    expect(new Set(facts.map(([name]) => name)).size).toBe(facts.length);
    expect(facts.filter(([, text]) => text === '')).toEqual([]);
  }
});

it('a page is named by its label and its place, and by its place alone where both are the same', () => {
  const plan: Pick<BundlePlan, 'numbering' | 'rows'> = {
    numbering: 'by-section',
    rows: [
      {
        ...{ kind: 'section', key: 'section-A', letter: 'A', itemId: null, exhibitRef: null },
        ...{ title: 'A Told', date: '', firstPage: 3, lastPage: 9 },
      },
    ],
  };
  expect(paperText.place(plan, 4, 96)).toBe('A2, page 4 of 96');
  expect(paperText.place({ ...plan, numbering: 'continuous' }, 4, 96)).toBe('page 4 of 96');
});

it('a further file says what it is and which pages it holds', () => {
  const file = { number: 2, of: 3, firstPage: 'B1', lastPage: 'B40', pages: 42 };
  expect(fileText({ ...file, role: 'volume' })).toBe('Volume 2 of 3, pages B1 to B40');
  expect(fileText({ ...file, role: 'part' })).toBe('Part 2 of 3 for e-mail, pages B1 to B40');
  expect(fileText({ ...file, role: 'late' })).toBe('Added pages alone, B1 to B40');
});

it('adding pages says what stays and what follows', () => {
  const plan: BundlePlan = { rows: [], pages: 52, numbering: 'continuous', leftOut: [] };
  expect(lateText.stays({ plan, pages: 52 }, 3)).toBe(
    'Pages 1 to 52 stay as they are; 3 exhibits follow, behind an index of what is new.',
  );
  expect(lateText.stays({ plan, pages: 52 }, 0)).toContain('Nothing follows yet');
});
