import type { LabAnswer } from '../../../shared/contract/lab';
import type { FileSaid, PageLayout, PictureLayout } from '../../../shared/contract/picture-said';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { turnedLayout } from '../../../shared/domain/pictures/turned-layout';
import { whatToDraw } from '../../../shared/domain/pictures/what-to-draw';
import { HoldfastError, reportError } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { PageTurn } from '../../../shared/models/page-turn';
import type { PdfBeside } from '../../formats/pdf-beside';
import type { Lab } from '../../vault/api';

/** Longest side of a thumbnail in pixels. */
const thumbSize = 480;

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
  /** What the file says about itself. */
  readonly facts: readonly NewFact[];
  /** How a picture lies; null of anything else, and where nobody could tell. */
  readonly layout: PictureLayout | null;
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
  facts: [],
  layout: null,
  beside: null,
};

/** What is read of a file that no decoder got through: it says all the same what it says. */
async function saidAlone(lab: Lab, bytes: Buffer, mime: string, signal: AbortSignal): Promise<FileSaid> {
  const said = await ask(signal, () => lab.ask({ type: 'facts', bytes, mime }));
  return 'reason' in said ? { facts: [], picture: null } : said;
}

/**
 * Has a picture looked into and decoded: what it says, its thumbnail, and a copy where neither a screen nor a bundle can take its own
 * coding. `turns`: what a person has turned since. Never rejects but with `cancelled`: a preview is no reason not to keep a file.
 */
export async function askForPicture(
  lab: Lab,
  bytes: Buffer,
  mime: string,
  signal: AbortSignal,
  turns: readonly PageTurn[] = [],
): Promise<Preview> {
  const answer = await ask(signal, () => lab.ask({ type: 'examine', bytes, mime, turns, thumb: thumbSize }));
  if ('reason' in answer) {
    const said = await saidAlone(lab, bytes, mime, signal);
    if (said.picture === null) return { ...nothing, reason: answer.reason, facts: said.facts };
    const wanted = whatToDraw(said.picture, { mime, bytes: bytes.length, turns });
    const reason = 'reason' in wanted ? wanted.reason : answer.reason;
    return { ...nothing, reason, facts: said.facts, layout: said.picture.layout };
  }
  const { facts, picture, drawn } = answer;
  const said = { facts, layout: picture.layout };
  if ('reason' in drawn) return { ...nothing, ...said, reason: drawn.reason };
  const { isCopyLater, ...pictures } = drawn;
  const { pages } = turnedLayout(picture.layout, turns);
  const many = { pages: pages?.length ?? null, pageSizes: pages };
  return { ...nothing, ...said, ...pictures, ...many, copyWanted: isCopyLater };
}

/** Has a PDF opened and its first page drawn. Never rejects but with `cancelled`. */
export async function askForPdf(lab: Lab, bytes: Buffer, signal: AbortSignal): Promise<Preview> {
  const answer = await ask(signal, () => lab.ask({ type: 'pdf', bytes, thumb: thumbSize }));
  if ('reason' in answer) {
    const { facts } = await saidAlone(lab, bytes, 'application/pdf', signal);
    return { ...nothing, reason: answer.reason, facts };
  }
  const { pages, sizes, tone, thumb, facts, files, marked } = answer;
  const beside = { files, marked };
  return { ...nothing, pages, pageSizes: sizes, tone, thumb, facts, beside, copyWanted: true };
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
