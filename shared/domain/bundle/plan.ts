import type { BundlePlan, BundleRow } from '../../models/bundle';

/** A document of the bundle before it has page numbers. */
export interface PlannedExhibit {
  readonly itemId: string;
  readonly exhibitRef: string;
  readonly title: string;
  /** Printed date, or an empty text. */
  readonly date: string;
  readonly pages: number;
}

/** How many pages each typeset part takes. */
export interface TypesetPages {
  readonly index: number;
  /** 0 when there is no chronology. */
  readonly chronology: number;
  /** 0 when the patterns are not drawn. */
  readonly patterns: number;
  readonly record: number;
}

export const coverPages = 1;
export const chronologyKey = 'chronology';
export const patternsKey = 'patterns';
export const recordKey = 'record';

/**
 * Gives every part its pages: cover, index, section A chronology, section B exhibits, and the record of the bundle.
 * The first page of the file is 1, the numbers run to the last page (general guidance 2021, paragraph 2).
 */
export function planBundle(
  exhibits: readonly PlannedExhibit[],
  typeset: TypesetPages,
  leftOut: BundlePlan['leftOut'],
): BundlePlan {
  const rows: BundleRow[] = [];
  let next = coverPages + typeset.index + 1;
  let letter = 'A'.charCodeAt(0);

  function section(
    title: string,
    documents: readonly Omit<BundleRow, 'kind' | 'firstPage' | 'lastPage'>[],
    pages: readonly number[],
  ): void {
    const total = pages.reduce((sum, each) => sum + each, 0);
    if (total === 0) return;
    const name = `${String.fromCharCode(letter)} ${title}`;
    letter += 1;
    rows.push({
      kind: 'section',
      key: `section-${name.charAt(0)}`,
      itemId: null,
      exhibitRef: null,
      title: name,
      date: '',
      firstPage: next,
      lastPage: next + total - 1,
    });
    for (const [index, document] of documents.entries()) {
      const count = pages[index] ?? 0;
      rows.push({ ...document, kind: 'document', firstPage: next, lastPage: next + count - 1 });
      next += count;
    }
  }

  const plain = { itemId: null, exhibitRef: null, date: '' };
  const told = [
    { ...plain, key: chronologyKey, title: 'Chronology', pages: typeset.chronology },
    { ...plain, key: patternsKey, title: 'Patterns', pages: typeset.patterns },
  ].filter(({ pages }) => pages > 0);
  section(
    'Chronology',
    told.map(({ pages: _, ...document }) => document),
    told.map(({ pages }) => pages),
  );
  section(
    'Exhibits',
    exhibits.map(({ itemId, exhibitRef, title, date }) => ({ key: itemId, itemId, exhibitRef, title, date })),
    exhibits.map(({ pages }) => pages),
  );
  section(
    'Record',
    [{ ...plain, key: recordKey, title: 'Record of this bundle and fingerprints' }],
    [typeset.record],
  );
  return { rows, pages: next - 1, leftOut };
}

/** First page of a document by its key, or null when it is not in the bundle. */
export function pageOf(plan: Pick<BundlePlan, 'rows'>, key: string): number | null {
  return plan.rows.find((row) => row.kind === 'document' && row.key === key)?.firstPage ?? null;
}

/** A bookmark: a short description that ends in its page number (paragraph 3 of the guidance). */
export function bookmarkTitle(row: Pick<BundleRow, 'title' | 'exhibitRef' | 'firstPage'>): string {
  const name = [row.exhibitRef, row.title].filter((part) => part !== null && part !== '').join(' ');
  const letters = Array.from(name);
  const short = letters.length > 70 ? `${letters.slice(0, 69).join('')}…` : name;
  return `${short} p. ${row.firstPage}`;
}
