import { expect, it } from 'vitest';
import { indexesOf } from '../../../../renderer/lab/pdfium/finished-lots';

const shares = (count: number, of: number): readonly (readonly number[])[] =>
  Array.from({ length: of }, (_, first) => indexesOf({ count, first, of }));

it('every page is in the share of exactly one reader, each in order', () => {
  for (const [count, of] of [
    [1, 1],
    [201, 2],
    [664, 2],
    [5001, 3],
  ] as const) {
    const all = shares(count, of);
    expect(all.flat().sort((one, other) => one - other)).toEqual(
      Array.from({ length: count }, (_, at) => at),
    );
    for (const one of all) expect([...one].sort((a, b) => a - b)).toEqual(one);
  }
});

it('readers have some pages of every part of the file, and about as many', () => {
  const [own = [], theirs = []] = shares(400, 2);
  expect(Math.abs(own.length - theirs.length)).toBeLessThan(21);
  expect(own.some((index) => index > 370) && theirs.some((index) => index < 30)).toBe(true);
});
