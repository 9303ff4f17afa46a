import { beforeAll, describe, expect, test } from 'vitest';
import { openAnew } from '../../../renderer/lab/pdf-open';
import { crookedBy, isShapedAsPage } from '../../../renderer/lab/ocr/crooked';
import { greyOf } from '../../../renderer/lab/ocr/grey';
import type { Pixels } from '../../../renderer/lab/ocr/lying';
import { withPdf } from '../../../renderer/lab/pdfium/engine';
import { render } from '../../../renderer/lab/pdfium/render';
import { withSheet } from '../../../renderer/lab/pdfium/sheet';
import { crookedByRows, longestLooked } from '../../../shared/domain/pictures/crooked';
import { boxAround } from '../../../shared/domain/pictures/straight';
import { crookedLetter, crookedPdf } from '../../helpers/crooked-pages';
import { fixturePdf, lookAt, useDecoderOfPackage } from '../../helpers/pdfium';
import { startRecogniser } from '../../helpers/tesseract';
import { turnedByTenths } from '../../helpers/turned-pixels';

beforeAll(useDecoderOfPackage);

/** Shrunk by taking the mean of what falls together, much as a canvas does it. */
function rowsOf({ data, width, height }: Pixels): number | null {
  const scale = Math.min(1, longestLooked / Math.max(width, height));
  const grey = greyOf(data, width, height);
  const [wide, high] = [Math.floor(width * scale), Math.floor(height * scale)];
  const sums = new Float64Array(wide * high);
  const counts = new Uint16Array(wide * high);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = Math.min(high - 1, Math.floor(y * scale)) * wide + Math.min(wide - 1, Math.floor(x * scale));
      sums[at] = (sums[at] ?? 0) + (grey.data[y * width + x] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  const small = Uint8Array.from(sums, (sum, at) => sum / (counts[at] ?? 1));
  return crookedByRows({ data: small, width: wide, height: high });
}

async function pageOf(bytes: Uint8Array): Promise<Pixels> {
  const pixels = await withPdf(bytes, (file) => withSheet(file, 0, (sheet) => render(sheet, 200 / 72)));
  if (pixels === null) throw new Error('no page');
  return pixels;
}

describe('a page that lies crooked', () => {
  let read: Awaited<ReturnType<typeof startRecogniser>>;
  beforeAll(async () => {
    read = await startRecogniser();
  });

  const found = (page: Pixels, isPage = true): Promise<number> =>
    crookedBy({
      byRows: rowsOf(page),
      words: read(page, isPage),
      readStraight: (tenths) => Promise.resolve(read(turnedByTenths(page, tenths), isPage)),
    });

  test.each([-120, -50, -10, 10, 30, 80])(
    'is told from its ink and its words: a letter, by %i tenths of a degree',
    async (tenths) => {
      expect(Math.abs((await found(await crookedLetter(tenths))) + tenths)).toBeLessThanOrEqual(1);
    },
    60_000,
  );

  test.each([-80, -10, 30, 80])(
    'is told of a picture, which is read wherever words stand, by %i',
    async (tenths) => {
      expect(Math.abs((await found(await crookedLetter(tenths), false)) + tenths)).toBeLessThanOrEqual(1);
    },
    60_000,
  );

  test('is not told of one that lies level, or nearly so, or has few words', async () => {
    expect(await found(await crookedLetter(0))).toBe(0);
    expect(await found(await crookedLetter(2))).toBe(0);
    const few = turnedByTenths(await pageOf(fixturePdf('locked/letter.pdf')), 30);
    expect(await found(few)).toBe(0);
  }, 60_000);

  test('is straightened in a PDF without drawing its picture anew, and nothing of it is cut off', async () => {
    const bytes = await crookedPdf(30);
    const before = await pageOf(bytes);
    const { bytes: made } = await openAnew({
      type: 'pdf-open',
      bytes,
      password: null,
      turns: [{ page: 1, by: 0, straightened: -30 }],
    });
    const after = await pageOf(made);
    const size = boxAround(before, 30);
    expect(Math.abs(after.width - size.width)).toBeLessThanOrEqual(2);
    expect(Math.abs(after.height - size.height)).toBeLessThanOrEqual(2);
    expect(rowsOf(after)).toBeCloseTo(0, 0);
    // White corners.
    expect([...after.data.subarray(0, 3)]).toEqual([255, 255, 255]);
    // The picture is in it as it was stored, and nothing of the page counts as hidden.
    expect(Math.abs(made.length - bytes.length)).toBeLessThan(4000);
    expect((await lookAt(made))[0]?.reason).toBeNull();
    const text = read(after, true).map((word) => word.text);
    expect(text.slice(0, 2)).toEqual(['Dear', 'neighbour,']);
  }, 60_000);

  test('is straightened also where it was turned by quarters', async () => {
    const { bytes: made } = await openAnew({
      type: 'pdf-open',
      bytes: await crookedPdf(30),
      password: null,
      turns: [{ page: 1, by: 180, straightened: -30 }],
    });
    expect(rowsOf(await pageOf(made))).toBeCloseTo(0, 0);
  }, 60_000);
});

test('what lay beyond the edge of a page is not shown once it is straightened', async () => {
  const bytes = fixturePdf('k03-cropped-away-address.pdf');
  const [before] = await lookAt(bytes);
  const { bytes: made } = await openAnew({
    type: 'pdf-open',
    bytes,
    password: null,
    turns: [{ page: 1, by: 0, straightened: 100 }],
  });
  const [after] = await lookAt(made);
  expect(after?.seen).toBe(before?.seen);
});

test('a tall screenshot has not the shape of a page', () => {
  expect(isShapedAsPage({ width: 390, height: 9040 })).toBe(false);
  expect(isShapedAsPage({ width: 2480, height: 3508 })).toBe(true);
  expect(isShapedAsPage({ width: 4000, height: 3000 })).toBe(true);
});
