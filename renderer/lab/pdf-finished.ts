import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import type { FinishedPage } from '../../shared/models/finished-pdf';
import { LabProblem } from './kit/problem';
import { withEngine } from './pdfium/engine';
import { readBookmarks, readLanguage } from './pdfium/finished';
import { indexesOf, readShare } from './pdfium/finished-lots';
import type { ShareOfFile } from './pdfium/finished-lots';
import { withSparseFile } from './pdfium/sparse-file';
import type { FilePart } from './pdfium/sparse-file';

/**
 * From so many pages on a file is read by two, the page of the lab and a thread beside it; a very large one by one again, because
 * each of them holds what stands in the file, and grows with what it has read.
 */
const shared = { least: 120, most: 1500 } as const;

/** How many read a file of so many pages. */
function readersOf(pages: number): 1 | 2 {
  return pages >= shared.least && pages <= shared.most ? 2 : 1;
}

/** Starts what will read a file of so many pages: at its first reading that takes as long as a hundred pages. */
export function beReady({ pages }: Extract<LabRequest, { type: 'pdf-ready' }>): Promise<null> {
  if (readersOf(pages) === 2) besides().postMessage(null);
  return withEngine(() => Promise.resolve(null));
}

/** Reads a finished PDF, page by page, without its pictures' data. */
export function readFinished({
  size,
  parts,
  looks,
  typed,
  pages: planned,
}: Extract<LabRequest, { type: 'pdf-finished' }>): Promise<LabAnswer<'pdf-finished'>> {
  return withEngine(async (engine) => {
    // Begun before the file is opened here: how many pages it has is known from what is to be looked at.
    const of = readersOf(planned);
    const share = { size, parts, looks, typed, count: planned, of };
    const beside = of === 1 ? null : readBeside({ ...share, first: 1 });
    const about = await withSparseFile(engine, size, parts, (document) => ({
      count: engine.FPDF_GetPageCount(document),
      bookmarks: readBookmarks(engine, document),
      isTagged: engine.FPDFCatalog_IsTagged(document),
      language: readLanguage(engine, document),
      attachments: Math.max(0, engine.FPDFDoc_GetAttachmentCount(document)),
      scripts: Math.max(0, engine.FPDFDoc_GetJavaScriptActionCount(document)),
    }));
    const { count, ...others } = about;
    const isAsPlanned = count === planned;
    const whole = { ...share, count, first: 0, of: isAsPlanned ? of : 1 };
    const own = await readShare(engine, whole);
    const theirs = beside === null ? [] : await beside;
    const pages = isAsPlanned ? inOrder(share, own, theirs) : [...own];
    return { pages, ...others, opensAt: zoomOf(parts) };
  });
}

/** The pages of two shares in the order of the file. */
function inOrder(
  share: Omit<ShareOfFile, 'first'>,
  own: readonly FinishedPage[],
  theirs: readonly FinishedPage[],
): FinishedPage[] {
  const pages: FinishedPage[] = [];
  for (const [first, read] of [own, theirs].entries())
    for (const [place, index] of indexesOf({ ...share, first }).entries()) {
      const page = read[place];
      if (first < share.of && page !== undefined) pages[index] = page;
    }
  return pages;
}

let thread: Worker | null = null;

/** The thread beside the lab's page. One that broke while nobody waited for it is replaced. */
function besides(): Worker {
  if (thread !== null) return thread;
  const started = new Worker('finished-worker.js', { type: 'module' });
  started.onerror = () => {
    if (thread === started) thread = null;
  };
  thread = started;
  return started;
}

/** One file at a time. A thread in which anything failed is replaced. Throws `unreadable-pdf`. */
function readBeside(share: ShareOfFile): Promise<readonly FinishedPage[]> {
  const used = besides();
  const reading = new Promise<readonly FinishedPage[]>((resolve, reject) => {
    const fail = (): void => {
      used.terminate();
      if (thread === used) thread = null;
      reject(new LabProblem('unreadable-pdf'));
    };
    used.onerror = fail;
    used.onmessage = ({ data }: MessageEvent<readonly FinishedPage[] | null>) => {
      if (data === null) fail();
      else resolve(data);
    };
    used.postMessage(share);
  });
  // That it failed is said where it is waited for.
  reading.catch(() => undefined);
  return reading;
}

/** How the file says it opens: PDFium has no question for it, so that it is read where it stands in clear, at the end. */
function zoomOf(parts: readonly FilePart[]): number | null {
  const last = parts.at(-1);
  if (last === undefined) return null;
  const tail = new TextDecoder('latin1').decode(last.bytes.subarray(-200_000));
  const found =
    /\/Type\s*\/Catalog[^]*?\/OpenAction\s*\[\s*\d+ 0 R\s*\/XYZ\s+\S+\s+\S+\s+([\d.]+)\s*\]/u.exec(tail);
  return found === null ? null : Number(found[1]);
}
