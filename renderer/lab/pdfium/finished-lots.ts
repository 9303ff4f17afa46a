import type { PageLook } from '../../../shared/contract/lab';
import type { FinishedPage } from '../../../shared/models/finished-pdf';
import type { Pdfium } from './engine';
import { readFinishedPages } from './finished';
import type { LookAt } from './finished';
import { withSparseFile } from './sparse-file';
import type { FilePart } from './sparse-file';

/** Pages after which the document is opened anew: the engine gives memory back only then. */
const perOpening = 100;
/** Pages in a row that one reader gets: some of a document, so that each has some of every sort of page. */
const perRun = 20;

/** A finished file of which every other run of pages is read: `first` is the first run, `of` how many readers share them. */
export interface ShareOfFile {
  readonly size: number;
  readonly parts: readonly FilePart[];
  readonly looks: Readonly<Record<'typed' | 'upright' | 'landscape', PageLook>>;
  /** Pages that are set in type, from 1. */
  readonly typed: readonly number[];
  readonly count: number;
  readonly first: number;
  readonly of: number;
}

/** The index of each page of a share, in order; 0 is the first of the file. */
export function indexesOf({
  count,
  first,
  of,
}: Pick<ShareOfFile, 'count' | 'first' | 'of'>): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => Math.floor(index / perRun) % of === first,
  );
}

/** Reads the pages of a share, in the order of `indexesOf`. */
export async function readShare(engine: Pdfium, share: ShareOfFile): Promise<readonly FinishedPage[]> {
  const { size, parts, looks, typed } = share;
  const isTyped = new Set(typed);
  const lookAt: LookAt = (index, { width, height }) =>
    isTyped.has(index + 1) ? looks.typed : width > height ? looks.landscape : looks.upright;
  const indexes = indexesOf(share);
  const pages: FinishedPage[] = [];
  for (let from = 0; from < indexes.length; from += perOpening) {
    await withSparseFile(engine, size, parts, (document) => {
      const some = indexes.slice(from, from + perOpening);
      pages.push(...readFinishedPages(engine, document, some, lookAt));
    });
  }
  return pages;
}
