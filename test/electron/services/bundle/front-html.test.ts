import { expect, it } from 'vitest';
import { frontHtml } from '../../../../electron/services/bundle/front-html';
import { planBundle } from '../../../../shared/domain/bundle/plan';
import { bundleOptionsSchema } from '../../../../shared/models/bundle';
import { bundleProfileSchema } from '../../../../shared/models/bundle-profile';
import general from '../../../../resources/profiles/general-2021.json' with { type: 'json' };

const profile = bundleProfileSchema.parse(general);
const head = {
  options: bundleOptionsSchema.parse({
    ...{ title: 'Hearing bundle', courtCase: '', paper: 'a4', maxDpi: 300 },
    ...{ includeChronology: false, includePatterns: false, itemIds: [] },
  }),
  ...{
    reference: 'HF-1',
    officeName: 'North',
    asAt: '24 Nov 2026',
    profile,
    auditHead: 'a'.repeat(64),
    acts: 1,
  },
};

it('an index of many lines is printed in portions, each with its heading, and every line stands in one of them', () => {
  const exhibits = Array.from({ length: 1700 }, (_, index) => ({
    ...{ key: `item-${index}`, itemId: `item-${index}`, exhibitRef: `RW/${index}` },
    ...{ title: `Title ${index}.`, date: '', pages: 1 },
  }));
  const plan = planBundle(profile, exhibits, { front: 2, chronology: 0, patterns: 0, record: 1 }, [
    { itemId: 'x', exhibitRef: 'RW/9999', reason: 'unreadable-image' },
  ]);
  const printed = frontHtml(head, plan);
  expect(printed).toHaveLength(3);
  const count = (text: string) => printed.map((each) => each.split(text).length - 1);
  expect(count('<thead>')).toEqual([1, 1, 1]);
  expect(count('class="cover"')).toEqual([1, 0, 0]);
  expect(count('<h2>')).toEqual([1, 0, 0]);
  expect(count('RW/9999')).toEqual([0, 0, 1]);
  const missing = exhibits.filter(({ title }) => count(title).reduce((a, b) => a + b) !== 1);
  expect(missing).toEqual([]);
});

it('an index of no lines is one document', () => {
  const plan = planBundle(profile, [], { front: 2, chronology: 0, patterns: 0, record: 0 }, []);
  expect(frontHtml(head, plan)).toHaveLength(1);
});
