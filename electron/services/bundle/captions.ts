import { PDFDocument, StandardFonts, rgb } from '@cantoo/pdf-lib';
import type { PDFPage } from '@cantoo/pdf-lib';
import { margin, pageSize } from '../../../shared/domain/bundle/picture-box';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { captionsHtml } from './pages-html';
import type { CaptionPage } from './pages-html';
import { codeUnlessStopping } from './stopping';

/** Sheets in one printing: the time it takes grows with their square, and with some thousands it fails. */
const mostAtOnce = 200;

/**
 * Prints a sheet with its caption for every page of every exhibit, into `target`, in their order. Where a printing fails
 * it is halved until the sheet is found that cannot be printed; that one gets a plain caption, and the others their own.
 */
export async function captionSheets(
  { typeset }: Pick<VaultContext, 'typeset'>,
  target: PDFDocument,
  captions: readonly CaptionPage[],
  signal: AbortSignal,
): Promise<readonly PDFPage[]> {
  const print = async (some: readonly CaptionPage[]): Promise<readonly PDFPage[]> => {
    if (some.length === 0) return [];
    if (signal.aborted) throw new HoldfastError('cancelled');
    try {
      const printed = await PDFDocument.load(await typeset(captionsHtml(some)), { updateMetadata: false });
      if (printed.getPageCount() === some.length)
        return await target.copyPages(printed, printed.getPageIndices());
    } catch (error) {
      codeUnlessStopping(error);
    }
    const [only] = some;
    if (some.length === 1 && only !== undefined) return [await plainSheet(target, only)];
    const half = Math.ceil(some.length / 2);
    return [...(await print(some.slice(0, half))), ...(await print(some.slice(half)))];
  };
  const sheets: PDFPage[] = [];
  for (let at = 0; at < captions.length; at += mostAtOnce)
    sheets.push(...(await print(captions.slice(at, at + mostAtOnce))));
  return sheets;
}

/** What can be said in any font: the reference, the part and the fingerprint. */
async function plainSheet(target: PDFDocument, caption: CaptionPage): Promise<PDFPage> {
  const scratch = await PDFDocument.create({ updateMetadata: false });
  const font = await scratch.embedFont(StandardFonts.Helvetica);
  const size = caption.landscape
    ? { width: pageSize.height, height: pageSize.width }
    : { width: pageSize.width, height: pageSize.height };
  const page = scratch.addPage([size.width, size.height]);
  const part = caption.part === '' ? '' : `, ${plain(caption.part)}`;
  const lines = [
    [`${plain(caption.exhibitRef)}${part}`, 13],
    ['Its title, date and file name could not be printed. They are in the index and in the case file.', 9.5],
    [`SHA-256 ${caption.sha256}`, 8],
  ] as const;
  let y = size.height - 52;
  for (const [text, points] of lines) {
    page.drawText(text, { x: margin, y, size: points, font, color: rgb(0.07, 0.07, 0.07) });
    y -= points + 7;
  }
  const [copied] = await target.copyPages(
    await PDFDocument.load(await scratch.save(), { updateMetadata: false }),
    [0],
  );
  if (copied === undefined) throw new HoldfastError('internal');
  return copied;
}

function plain(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, '?');
}
