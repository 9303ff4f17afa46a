import type { BundlePlan } from '../../models/bundle';

/** Pages that belong together: the cover and index, or one document. Positions from 1. */
export interface Run {
  readonly firstPage: number;
  readonly lastPage: number;
}

/** Its pages, one after the other. */
export function pagesOfRun({ firstPage, lastPage }: Run): readonly number[] {
  return Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index);
}

/** The documents of a bundle in their order, with what stands before the first section as one. */
export function documentRuns({ rows, pages }: Pick<BundlePlan, 'rows' | 'pages'>): readonly Run[] {
  const documents = rows.filter(({ kind }) => kind === 'document');
  const front = (documents[0]?.firstPage ?? pages + 1) - 1;
  return [
    ...(front > 0 ? [{ firstPage: 1, lastPage: front }] : []),
    ...documents.map(({ firstPage, lastPage }) => ({ firstPage, lastPage })),
  ];
}

/**
 * Cuts a bundle at the ends of documents into files of so many pages and bytes at the most; a document that is larger by itself
 * is a file of its own, which `isOver` says. `bytesOf`: what a run adds to a file, in bytes.
 */
export function cutIntoFiles(
  runs: readonly Run[],
  most: { readonly pages: number; readonly bytes: number },
  bytesOf: (run: Run) => number,
): readonly { readonly firstPage: number; readonly lastPage: number; readonly isOver: boolean }[] {
  const files: { firstPage: number; lastPage: number; bytes: number }[] = [];
  for (const run of runs) {
    const last = files.at(-1);
    const bytes = bytesOf(run);
    const fits =
      last !== undefined &&
      run.lastPage - last.firstPage + 1 <= most.pages &&
      last.bytes + bytes <= most.bytes;
    if (last !== undefined && fits) {
      last.lastPage = run.lastPage;
      last.bytes += bytes;
    } else files.push({ ...run, bytes });
  }
  return files.map(({ firstPage, lastPage, bytes }) => ({
    firstPage,
    lastPage,
    isOver: lastPage - firstPage + 1 > most.pages || bytes > most.bytes,
  }));
}

/**
 * The sheets of a bundle for printing on both sides: every document begins on a front page, an empty sheet standing behind one
 * with an odd number of pages.
 */
export function printableSheets(runs: readonly Run[]): readonly (number | null)[] {
  return runs.flatMap((run) => {
    const pages: readonly (number | null)[] = pagesOfRun(run);
    return pages.length % 2 === 0 ? pages : [...pages, null];
  });
}
