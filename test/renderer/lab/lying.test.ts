import { beforeAll, describe, expect, test } from 'vitest';
import type { TurnBy } from '../../../shared/models/page-turn';
import type { Word } from '../../../shared/models/text';
import { lyingBy, mayLieOtherwise, pieceOf, turnedPixels, wordsIn } from '../../../renderer/lab/ocr/lying';
import type { Pixels } from '../../../renderer/lab/ocr/lying';
import { withPdf } from '../../../renderer/lab/pdfium/engine';
import { render } from '../../../renderer/lab/pdfium/render';
import { withSheet } from '../../../renderer/lab/pdfium/sheet';
import { fixturePdf, useDecoderOfPackage } from '../../helpers/pdfium';
import { startRecogniser } from '../../helpers/tesseract';

beforeAll(useDecoderOfPackage);

/** A page as the lab draws it for the recogniser. */
async function drawn(name: string): Promise<Pixels> {
  const pixels = await withPdf(fixturePdf(name), (file) =>
    withSheet(file, 0, (sheet) => render(sheet, 200 / 72)),
  );
  if (pixels === null) throw new Error('no page');
  return pixels;
}

function cut({ data, width }: Pixels, piece: ReturnType<typeof pieceOf>): Pixels {
  const target = new Uint8ClampedArray(piece.width * piece.height * 4);
  for (let row = 0; row < piece.height; row += 1) {
    const at = ((piece.y + row) * width + piece.x) * 4;
    target.set(data.subarray(at, at + piece.width * 4), row * piece.width * 4);
  }
  return { data: target, width: piece.width, height: piece.height };
}

describe('a page that lies on its side or upside down', () => {
  let read: Awaited<ReturnType<typeof startRecogniser>>;
  beforeAll(async () => {
    read = await startRecogniser();
  });

  function found(page: Pixels, isPage: boolean): TurnBy {
    const words = read(page, isPage);
    if (!mayLieOtherwise(words)) return 0;
    const piece = pieceOf(page);
    const turned = ([180, 90, 270] as const).map((by) => ({
      by,
      words: read(turnedPixels(cut(page, piece), by), isPage),
    }));
    return lyingBy(wordsIn(words, piece), turned);
  }

  test.each([
    [0, 180],
    [180, 0],
    [90, 90],
    [270, 270],
  ] as const)(
    'is told from its letters: a scan, turned by %i',
    async (by, wanted) => {
      const page = turnedPixels(await drawn('g22-scan-upside-down.pdf'), by);
      expect(found(page, true)).toBe(wanted);
    },
    60_000,
  );

  test.each([
    [0, 0],
    [90, 270],
    [180, 180],
    [270, 90],
  ] as const)(
    'is told from its letters: a letter as a photograph, turned by %i',
    async (by, wanted) => {
      const page = turnedPixels(await drawn('locked/letter.pdf'), by);
      expect(found(page, false)).toBe(wanted);
    },
    60_000,
  );
});

test('pixels that were turned four times are as they were', () => {
  const data = new Uint8ClampedArray(5 * 3 * 4).map((_, index) => index);
  const once = turnedPixels({ data, width: 5, height: 3 }, 90);
  expect([once.width, once.height]).toEqual([3, 5]);
  // The upper left corner comes to the upper right.
  expect([...once.data.subarray(2 * 4, 2 * 4 + 4)]).toEqual([...data.subarray(0, 4)]);
  const back = turnedPixels(turnedPixels(once, 90), 180);
  expect([...back.data]).toEqual([...data]);
  expect([...turnedPixels(once, 270).data]).toEqual([...data]);
});

const word = (text: string, confidence: number, size = { w: 60, h: 20 }): Word => ({
  text,
  confidence,
  x: 0,
  y: 0,
  ...size,
  line: 0,
});

test('nothing is said where no way makes much more sense than the others', () => {
  const words = ['Dear', 'neighbour', 'please', 'answer'].map((text) => word(text, 90));
  const noise = ['aun', '=~', 'hp'].map((text) => word(text, 30));
  expect(lyingBy(noise, [{ by: 180, words }])).toBe(180);
  expect(lyingBy(words, [{ by: 180, words }])).toBe(0);
  expect(
    lyingBy(noise, [
      { by: 90, words },
      { by: 270, words },
    ]),
  ).toBe(0);
  // Letters that stand below each other were read on their side.
  const onSide = ['Dear', 'neighbour', 'please', 'answer'].map((text) => word(text, 90, { w: 20, h: 60 }));
  expect(lyingBy(noise, [{ by: 90, words: onSide }])).toBe(0);
});

test('words that make sense are not tried otherwise', () => {
  expect(mayLieOtherwise(['Where', 'are', 'you', 'tonight', 'please'].map((text) => word(text, 93)))).toBe(
    false,
  );
  expect(mayLieOtherwise([word('Hi', 93)])).toBe(true);
});
