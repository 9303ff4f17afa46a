import type { LabAnswer, LabBox, LabSource } from '../../../shared/contract/lab';
import { hiddenWords, plainWord } from '../../../shared/domain/redaction/words-at';
import type { PlacedWord } from '../../../shared/domain/redaction/words-at';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { RedactionBox, RedactionCheck } from '../../../shared/models/redaction';
import type { JobControl, Lab } from '../../vault/api';
import { foreignInJpeg, foreignInPng, readPicturePdf } from './foreign-parts';
import type { PicturePdf } from './foreign-parts';

/** Reads the words off a picture, or off one page of a PDF (from 1; null for a picture). */
export type Recognise = (bytes: Buffer, mime: string, page: number | null) => Promise<readonly string[]>;

export interface Verified {
  /** The original, or one page of it (from 1), as the lab is to draw it. */
  readonly original: (page: number) => LabSource;
  /** As the vault gives it back. */
  readonly copy: { readonly bytes: Buffer; readonly mime: string };
  readonly boxes: readonly RedactionBox[];
  /** What the import has noted of the original: pages, and the upright size of a picture. */
  readonly known: {
    readonly pages: number;
    readonly picture: { readonly width: number; readonly height: number } | null;
    readonly points: readonly { readonly width: number; readonly height: number }[];
  };
  /** The words that were read of the original, by page. */
  readonly words: ReadonlyMap<number, readonly PlacedWord[]>;
}

export interface VerifyDeps {
  readonly lab: Lab;
  /** Null where there is no text recognition: then words cannot be looked for, and the check says so. */
  readonly recognise: Recognise | null;
  readonly control: Pick<JobControl, 'signal' | 'progress'>;
}

/**
 * How far the coding of a copy may stray, on the scale of 0 to 255: inside the boxes, in their words, on average inside; and
 * beside them, pixel by pixel and as the average colour of a tile. PNG keeps every pixel. A page of a PDF is drawn anew,
 * which may mix neighbours at an edge. JPEG blurs up to 16 pixels around an edge and most of all between colours: what it
 * does to the worst that can be drawn (noise) is half of these limits, and what shows through a hole is several times them.
 */
const limits = {
  png: { blur: 0, worst: 0, inWords: 16, mean: 0, pixels: 0, colour: 0 },
  page: { blur: 1, worst: 6, inWords: 24, mean: 1, pixels: 4, colour: 4 },
  jpeg: { blur: 16, worst: 64, inWords: 64, mean: 3, pixels: 255, colour: 12 },
} as const;
type Limits = (typeof limits)[keyof typeof limits];

/** Sizes of pages are whole pixels of the copy: so many points apart at most. */
const pointsApart = 0.5;

type Measured = LabAnswer<'check-redaction'>;

/**
 * Reads a finished copy back and proves it: covered, nothing else in the file, no text, the size of the original, the rest
 * as it was. Gives what was checked in plain words. Throws `redaction-leaks` when anything is not as it must be.
 */
export async function verifyRedaction(given: Verified, deps: VerifyDeps): Promise<readonly RedactionCheck[]> {
  const isPdf = given.copy.mime === 'application/pdf';
  const pdf = isPdf ? await readPicturePdf(given.copy.bytes) : null;
  const foreign = pdf?.foreign ?? foreignInPicture(given);
  insist(foreign.length === 0);

  const measured = await measureAll(given, pdf, deps);
  for (const { page, limit, found } of measured) {
    const boxes = given.boxes.filter((box) => box.page === page);
    insist(boxes.length === 0 || found.inside.pixels > 0);
    insist(found.inside.worst <= limit.worst && found.inside.mean <= limit.mean);
    insist(found.inside.worstInWords <= limit.inWords);
    insist(found.outside.worstTile <= limit.pixels && found.outside.worstColour <= limit.colour);
    insist(found.letters === 0 && found.annotations === 0);
  }
  insist(sizesAgree(given, pdf, measured));
  const words = await lookForWords(given, deps);

  const places = given.boxes.length === 1 ? '1 place is' : `${given.boxes.length} places are`;
  const lossless = measured.every(({ limit }) => limit !== limits.jpeg);
  return [
    {
      id: 'covered',
      state: 'ok',
      text: `${places} covered, every pixel of ${given.boxes.length === 1 ? 'it' : 'them'}.`,
    },
    {
      id: 'metadata',
      state: 'ok',
      text: isPdf
        ? 'The file holds the pictures of its pages and nothing else: no title, author, dates, attachments, notes or earlier versions.'
        : 'The file holds the picture and nothing else: no place, camera, dates, comment or small preview.',
    },
    {
      id: 'text',
      state: 'ok',
      text: isPdf
        ? 'No text can be selected, searched or copied on any page.'
        : 'There is no text in the file.',
    },
    words,
    {
      id: 'size',
      state: 'ok',
      text: isPdf
        ? `${given.known.pages === 1 ? '1 page' : `${given.known.pages} pages`}, each as large as in the original.`
        : `As large as the original: ${measured[0]?.found.copy.width ?? 0} × ${measured[0]?.found.copy.height ?? 0} pixels.`,
    },
    {
      id: 'rest',
      state: 'ok',
      text:
        lossless && !isPdf
          ? 'Everything beside the covered places is the same, pixel for pixel.'
          : 'Everything beside the covered places looks the same.',
    },
  ];
}

function insist(fine: boolean): asserts fine {
  if (!fine) throw new HoldfastError('redaction-leaks');
}

function foreignInPicture({ copy }: Verified): readonly string[] {
  if (copy.mime === 'image/png') return foreignInPng(copy.bytes);
  return copy.mime === 'image/jpeg' ? foreignInJpeg(copy.bytes) : ['no picture'];
}

interface MeasuredPage {
  readonly page: number;
  readonly limit: Limits;
  readonly found: Measured;
}

/** Every page, also those without a box: a page may not change, and may not keep its text. */
async function measureAll(
  { original, copy, boxes }: Verified,
  pdf: PicturePdf | null,
  { lab, control }: VerifyDeps,
): Promise<readonly MeasuredPage[]> {
  const total = pdf === null ? 1 : pdf.pages.length;
  const measured: MeasuredPage[] = [];
  control.progress({ step: 'verifying', done: 0, total });
  for (let page = 1; page <= total; page += 1) {
    if (control.signal.aborted) throw new HoldfastError('cancelled');
    const limit = limitOf(copy.mime, pdf?.pages[page - 1]?.isJpeg ?? false);
    const found = await lab.ask({
      type: 'check-redaction',
      ...original(page),
      copy: copy.bytes,
      copyMime: copy.mime,
      boxes: boxesOf(boxes, page),
      blur: limit.blur,
    });
    measured.push({ page, limit, found });
    control.progress({ done: page, total });
  }
  return measured;
}

function limitOf(mime: string, isJpegPage: boolean): Limits {
  if (mime === 'image/png') return limits.png;
  return mime === 'image/jpeg' || isJpegPage ? limits.jpeg : limits.page;
}

/** What of the boxes the lab needs: it never learns a reason. */
export function boxesOf(boxes: readonly RedactionBox[], page: number): readonly LabBox[] {
  return boxes
    .filter((box) => box.page === page)
    .map(({ x, y, width, height, words }) => ({ x, y, width, height, words }));
}

function sizesAgree({ known }: Verified, pdf: PicturePdf | null, measured: readonly MeasuredPage[]): boolean {
  const alike = measured.every(
    ({ found: { original, copy, pages } }) =>
      original.width === copy.width &&
      original.height === copy.height &&
      pages.original === known.pages &&
      pages.copy === known.pages,
  );
  if (pdf === null) {
    const copy = measured[0]?.found.copy;
    return alike && copy?.width === known.picture?.width && copy?.height === known.picture?.height;
  }
  return (
    alike &&
    pdf.pages.length === known.pages &&
    known.points.every((size, index) => {
      const page = pdf.pages[index];
      return (
        page !== undefined &&
        Math.abs(page.width - size.width) <= pointsApart &&
        Math.abs(page.height - size.height) <= pointsApart
      );
    })
  );
}

/** Has the copy's text recognised and looks for the words that only the covered places showed. */
async function lookForWords(
  { copy, boxes, words }: Verified,
  { recognise, control }: VerifyDeps,
): Promise<RedactionCheck> {
  const pages = [...new Set(boxes.map(({ page }) => page))].sort((a, b) => a - b);
  const hidden = new Map(
    pages.map((page) => [
      page,
      hiddenWords(
        words.get(page) ?? [],
        boxes.filter((box) => box.page === page),
      ),
    ]),
  );
  const count = [...hidden.values()].reduce((sum, list) => sum + list.length, 0);
  if (count === 0) {
    const anyRead = pages.some((page) => words.has(page));
    return {
      id: 'words',
      state: 'unknown',
      text: anyRead
        ? 'No word stands only under the covered places, so none was looked for.'
        : 'The text of the original has not been read, so no word was looked for. Look at the copy yourself.',
    };
  }
  if (recognise === null) return notLooked;
  try {
    for (const [page, wanted] of hidden) {
      if (wanted.length === 0) continue;
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      const read = await recognise(copy.bytes, copy.mime, copy.mime === 'application/pdf' ? page : null);
      const found = new Set(read.map(plainWord));
      insist(!wanted.some((word) => found.has(word)));
    }
  } catch (error) {
    const { code } = reportError(error);
    if (code === 'redaction-leaks' || code === 'cancelled') throw error;
    // The other checks stand without it: reading is a second look, and a machine may fail at it.
    return notLooked;
  }
  return {
    id: 'words',
    state: 'ok',
    text: `${count === 1 ? '1 word that stood' : `${count} words that stood`} only under the covered places cannot be read in the copy.`,
  };
}

const notLooked: RedactionCheck = {
  id: 'words',
  state: 'unknown',
  text: 'The text of the copy could not be recognised, so no word was looked for. Look at the copy yourself.',
};
