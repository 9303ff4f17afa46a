import type { LabAnswer, PageReason } from '../../../shared/contract/lab';
import { portrait } from '../../../shared/domain/bundle/sheet';
import { HoldfastError } from '../../../shared/errors';
import { largestPage } from './made-pages';
import type { Lab } from '../../vault/api';
import type { CleanInput, CopyPage } from './clean-pdf';
import type { PdfReport } from './report';
import { cleanInWorker } from './run-worker';

/** Pages the lab takes apart in one go: a request has its time. */
const atOnce = 100;

type Taken = LabAnswer<'pdf-clean'>;
type Sheet = Taken['sheets'][number];

interface Parts {
  readonly taken: readonly Taken[];
  readonly sheets: readonly Sheet[];
}

export interface MadeCopy {
  readonly bytes: Uint8Array;
  readonly report: PdfReport;
}

/**
 * Makes the copy of a PDF that is handed on. The lab prints its pages flat and draws those on which something is hidden; a
 * thread takes everything out that is no part of a page; then the lab draws copy and original and compares. A page that could
 * not be taken over, or looks otherwise, goes in as a picture, and one that nothing can draw as a slip that says so.
 * Throws `unreadable-pdf`, `encrypted-file` and what the lab throws.
 */
export async function makePdfCopy(
  lab: Lab,
  bytes: Uint8Array,
  assemble: typeof cleanInWorker = cleanInWorker,
): Promise<MadeCopy> {
  const asked = new Map<number, PageReason>();
  const first = await takeApart(lab, bytes, asked);
  const made = await assemble(inputOf(first, asked));
  for (const page of made.broken) asked.set(page, 'damaged');
  if (made.broken.length === 0) {
    const different = await compare(lab, bytes, made.bytes, first);
    for (const page of different) asked.set(page, 'looks-different');
    if (asked.size === 0) return { bytes: made.bytes, report: reportOf(first, asked) };
  }
  const second = await takeApart(lab, bytes, asked);
  const again = await assemble(inputOf(second, asked));
  if (again.broken.length > 0) throw new HoldfastError('unreadable-pdf');
  return { bytes: again.bytes, report: reportOf(second, asked) };
}

async function takeApart(
  lab: Lab,
  bytes: Uint8Array,
  asked: ReadonlyMap<number, PageReason>,
): Promise<Parts> {
  const taken: Taken[] = [];
  for (let from = 1, pages = 1; from <= pages; from += atOnce) {
    const to = from + atOnce - 1;
    const drawn = [...asked.keys()].filter((page) => page >= from && page <= to);
    const part = await lab.ask({ type: 'pdf-clean', bytes, from, to, drawn });
    ({ pages } = part);
    taken.push(part);
  }
  const sheets = taken.flatMap((part) => part.sheets);
  if (sheets.length === 0 || sheets.some(({ page }, index) => page !== index + 1))
    throw new HoldfastError('unreadable-pdf');
  return { taken, sheets };
}

/** The pages that were taken over and look otherwise in the copy. */
async function compare(
  lab: Lab,
  bytes: Uint8Array,
  copy: Uint8Array,
  { sheets }: Parts,
): Promise<readonly number[]> {
  const copied = sheets.filter(({ picture, reason }) => picture === null && reason === null);
  const different: number[] = [];
  for (let at = 0; at < copied.length; at += atOnce) {
    const pages = copied.slice(at, at + atOnce).map(({ page }) => page);
    const answer = await lab.ask({ type: 'pdf-compare', bytes, copy, pages });
    if (answer.pages !== sheets.length) throw new HoldfastError('unreadable-pdf');
    different.push(...answer.different.filter((page) => pages.includes(page)));
  }
  return different;
}

/** A page on which nothing is seen, although something stands there that is damaged, has not been read. */
function isLost(sheet: Sheet, asked: ReadonlyMap<number, PageReason>): boolean {
  return sheet.picture === null ? sheet.reason !== null : sheet.blank && asked.get(sheet.page) === 'damaged';
}

function inputOf({ taken, sheets }: Parts, asked: ReadonlyMap<number, PageReason>): CleanInput {
  return {
    parts: taken.flatMap(({ copied }) => copied ?? []),
    pages: sheets.map((sheet): CopyPage => {
      const { page, picture, points, text } = sheet;
      if (isLost(sheet, asked)) return { kind: 'slip', page, pages: sheets.length };
      if (picture === null) return { kind: 'copied', page };
      return { kind: 'picture', page, points, mime: picture.mime, bytes: picture.bytes, text };
    }),
  };
}

/** A picture of a page is made no larger than readers open (made-pages). */
function sizeOf({ picture, points: { width, height } }: Sheet): { width: number; height: number } {
  const scale = picture === null ? 1 : Math.min(1, largestPage / Math.max(width, height));
  return { width: width * scale, height: height * scale };
}

function reportOf({ taken, sheets }: Parts, asked: ReadonlyMap<number, PageReason>): PdfReport {
  const named = sheets.flatMap((sheet) => {
    const reason = isLost(sheet, asked) ? 'unreadable' : (sheet.reason ?? asked.get(sheet.page) ?? null);
    return reason === null ? [] : [{ page: sheet.page, reason }];
  });
  return {
    pages: sheets.length,
    sizes: sheets.map((sheet) => (isLost(sheet, asked) ? portrait : sizeOf(sheet))),
    named,
    attachments: Math.max(0, ...taken.map(({ attachments }) => attachments)),
    xfa: taken.some(({ xfa }) => xfa),
    marked: taken.flatMap(({ marked }) => marked),
  };
}
