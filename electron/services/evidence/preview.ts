import { maxPixels } from '../../../shared/contract/lab';
import type { LabAnswer } from '../../../shared/contract/lab';
import { fittedToBox } from '../../../shared/domain/bundle/picture-box';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { Lab } from '../../vault/api';
import { readHeic } from '../../formats/heic';
import type { PdfBeside } from '../../formats/pdf-beside';
import type { PdfInfo } from '../../formats/pdf-info';
import { readPictureHeader } from '../../formats/picture-header';
import type { PageLayout, PictureLayout } from '../../formats/picture-layout';
import { copyNeeded } from './copy-needed';
import { isDrawnToShow } from './drawn-to-show';

/** Longest side of a thumbnail in pixels. */
const thumbSize = 480;

/** One container for all of them. */
const heifFamily = new Set(['image/heic', 'image/heif', 'image/avif']);

type Picture = LabAnswer<'pdf-page'>;

/** What the lab made of a file, or why it made nothing. */
export interface Preview {
  readonly reason: ErrorCode | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly pages: number | null;
  /** Of a PDF in points, of a TIFF of several pages in pixels and how each lies. */
  readonly pageSizes: LabAnswer<'pdf'>['sizes'] | readonly PageLayout[] | null;
  readonly tone: string | null;
  readonly thumb: Picture | null;
  readonly rendition: Picture | null;
  /** A copy for the bundle is needed and was left for later, because the screen can do without it. */
  readonly copyWanted: boolean;
  readonly info: PdfInfo | null;
  /** What a PDF holds beside its pages; null of anything else. */
  readonly beside: PdfBeside | null;
}

const nothing: Preview = {
  reason: null,
  width: null,
  height: null,
  pages: null,
  pageSizes: null,
  tone: null,
  thumb: null,
  rendition: null,
  copyWanted: false,
  info: null,
  beside: null,
};

/**
 * Has a picture decoded: thumbnail, and a copy where neither a screen nor a bundle can take its own coding. Sizes are read
 * from the header before anything is decoded. Never rejects but with `cancelled`: a preview is no reason not to keep a file.
 */
export async function askForPicture(
  lab: Lab,
  bytes: Buffer,
  mime: string,
  layout: PictureLayout,
  signal: AbortSignal,
  straightened = 0,
): Promise<Preview> {
  if (layout.tooLarge) return { ...nothing, reason: 'file-too-large' };
  const { orientation, pages } = layout;
  const header = readPictureHeader(bytes, mime);
  const declared = header ?? (heifFamily.has(mime) ? readHeic(bytes).largest : null);
  const pixels = declared === null ? null : declared.width * declared.height;
  if (pixels === 0) return { ...nothing, reason: 'unreadable-image' };
  if (pixels !== null && pixels > maxPixels) return { ...nothing, reason: 'file-too-large' };
  // Without a header of a known form (HEIC, AVIF) the size is unknown until it is decoded: then it is fitted to the page.
  const copy = header === null ? fittedToBox : copyNeeded(header, { mime, orientation, straightened });
  const isLater = header !== null && isDrawnToShow(mime, bytes.length);
  const answer = await ask(signal, () =>
    lab.ask({
      type: 'image',
      bytes,
      mime,
      page: pages === null ? null : 1,
      orientation,
      ...(straightened === 0 ? {} : { straightened }),
      thumb: thumbSize,
      rendition: isLater ? null : copy,
    }),
  );
  if ('reason' in answer) return { ...nothing, reason: answer.reason };
  const many = { pages: pages?.length ?? null, pageSizes: pages };
  return { ...nothing, ...answer, ...many, copyWanted: isLater && copy !== null };
}

/** Has a PDF opened and its first page drawn. Never rejects but with `cancelled`. */
export async function askForPdf(lab: Lab, bytes: Buffer, signal: AbortSignal): Promise<Preview> {
  const answer = await ask(signal, () => lab.ask({ type: 'pdf', bytes, thumb: thumbSize }));
  if ('reason' in answer) return { ...nothing, reason: answer.reason };
  const { pages, sizes, tone, thumb, info, files, marked } = answer;
  const beside = { files, marked };
  return { ...nothing, pages, pageSizes: sizes, tone, thumb, info: info ?? null, beside, copyWanted: true };
}

/** Has a picture taken of a film. Without one it is played all the same. Never rejects but with `cancelled`. */
export async function askForFilm(
  lab: Lab,
  bytes: Buffer,
  mime: string,
  signal: AbortSignal,
): Promise<Preview> {
  const answer = await ask(signal, () => lab.ask({ type: 'video', bytes, mime, thumb: thumbSize }));
  return 'reason' in answer ? { ...nothing, reason: 'unsupported-preview' } : { ...nothing, ...answer };
}

/** Codes the lab gives; anything else is a fault of the lab itself and leaves the file without a preview too. */
const labCodes: readonly ErrorCode[] = [
  'unreadable-image',
  'unreadable-pdf',
  'encrypted-file',
  'certificate-locked',
  'unsupported-preview',
  'file-too-large',
  'decoder-timeout',
];

/** A decoder at work cannot be stopped from here, but nobody has to wait for it after a cancel. */
async function ask<T extends object>(
  signal: AbortSignal,
  question: () => Promise<T>,
): Promise<T | { readonly reason: ErrorCode }> {
  let cancel = (): void => undefined;
  const cancelled = new Promise<never>((_resolve, reject) => {
    cancel = () => {
      reject(new HoldfastError('cancelled'));
    };
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([question(), cancelled]);
  } catch (error) {
    const { code } = reportError(error);
    if (code === 'cancelled') throw error;
    return { reason: labCodes.includes(code) ? code : 'unsupported-preview' };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
