import { describe, expect, it } from 'vitest';
import {
  countRows,
  extentText,
  rangesText,
  tidyRanges,
} from '../../../../electron/services/print-pages/row-ranges';
import { linesInPieces, linesOf } from '../../../../electron/services/print-pages/text-lines';

const range = (from: number, to = from) => ({ from, to });

describe('rows that were chosen', () => {
  it('are put in order, joined, and kept within what there is', () => {
    expect(tidyRanges(null, 5)).toEqual([range(1, 5)]);
    expect(tidyRanges(null, 0)).toEqual([]);
    expect(tidyRanges([range(9, 12), range(3), range(4, 5), range(11, 99)], 20)).toEqual([
      range(3, 5),
      range(9, 20),
    ]);
    expect(tidyRanges([range(-4, 2), range(30, 40), range(8, 6)], 20)).toEqual([range(1, 2)]);
    expect(countRows(tidyRanges([range(1, 10), range(5, 15)], 20))).toBe(15);
  });

  it('are named, and of a great many it is said how many', () => {
    expect(rangesText([range(120, 180)])).toBe('120 to 180');
    expect(rangesText([range(3), range(7), range(1200, 1300)])).toBe('3, 7 and 1,200 to 1,300');
    expect(rangesText(Array.from({ length: 40 }, (_, at) => range(at * 3 + 1)))).toBe(
      '40 chosen ones between 1 and 118',
    );
  });

  it('are said on the page with where the others are, and nothing is said where all are there', () => {
    const noun = { one: 'row', many: 'rows' };
    const all = { total: 4310, chosen: [range(1, 4310)], here: [range(1, 4310)], part: null, isCut: false };
    expect(extentText(all, noun)).toEqual([]);
    expect(extentText({ ...all, chosen: [range(120, 180)], here: [range(120, 180)] }, noun)).toEqual([
      'Printed here, as chosen: rows 120 to 180 of 4,310. The others are in the file.',
    ]);
    expect(extentText({ ...all, here: [range(1, 2000)], isCut: true }, noun)).toEqual([
      'One document has no room for more than rows 1 to 2,000 of 4,310. The rest is in the file.',
    ]);
    expect(extentText({ ...all, here: [range(2001, 4000)], part: 2 }, noun)).toEqual([
      'Part 2: rows 2,001 to 4,000 of 4,310.',
    ]);
    expect(extentText({ ...all, part: 1 }, noun)).toEqual([]);
    expect(extentText({ ...all, chosen: [range(7)], here: [range(7)] }, noun)).toEqual([
      'Printed here, as chosen: row 7 of 4,310. The others are in the file.',
    ]);
    expect(extentText({ ...all, chosen: [], here: [] }, noun)).toEqual([
      'None of the 4,310 rows was chosen.',
    ]);
  });
});

describe('the lines of a text', () => {
  it('are told however they end, and empty ones among them count', () => {
    expect(linesOf('a\r\nb\rc\n\nd\n')).toEqual(['a', 'b', 'c', '', 'd']);
    expect(linesOf('')).toEqual([]);
    expect(linesOf('\n')).toEqual(['']);
  });

  it('go on in the next document where one is too long for any, and no sign is cut in two', () => {
    const text = '😀'.repeat(50);
    const limits = { rows: 10, letters: 7, isOnly: false };
    const parts = [...linesInPieces([{ number: 4, page: null, text }], limits)].flat();
    expect(parts.map((each) => each.text).join('')).toBe(text);
    expect(parts.every((each) => !/[\uD800-\uDBFF]$/u.test(each.text) && each.text.length <= 7)).toBe(true);
    expect(parts.filter(({ goesOn }) => goesOn !== true)).toHaveLength(1);
  });
});
