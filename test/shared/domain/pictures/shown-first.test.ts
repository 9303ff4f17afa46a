import { expect, it } from 'vitest';
import { needsWhole, shownFirst } from '../../../../shared/domain/pictures/shown-first';

it('shows a screenshot at once as it is, however tall, and a photograph smaller', () => {
  expect(shownFirst({ width: 1080, height: 2340 })).toEqual({ width: 1080, height: 2340 });
  expect(shownFirst({ width: 400, height: 6000 })).toEqual({ width: 400, height: 6000 });
  expect(shownFirst({ width: 4000, height: 3000 }).height).toBe(1600);
  expect(shownFirst({ width: 1000, height: 12_000 })).toEqual({ width: 500, height: 6000 });
});

it('wants the whole of it only where that shows more', () => {
  expect(needsWhole({ width: 1080, height: 2340 }, 8)).toBe(false);
  expect(needsWhole({ width: 4000, height: 3000 }, 0.3)).toBe(false);
  expect(needsWhole({ width: 4000, height: 3000 }, 0.75)).toBe(true);
});
