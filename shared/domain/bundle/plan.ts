import type { BundlePlan, BundleRow } from '../../models/bundle';
import type { BundleProfile } from '../../models/bundle-profile';
import type { DocumentKind } from '../../models/item-document';
import { sectionLetter } from './labels';

/** A document of the bundle before it has page numbers. */
export interface PlannedDocument {
  readonly key: string;
  readonly itemId: string | null;
  readonly exhibitRef: string | null;
  readonly title: string;
  /** Printed date, or an empty text. */
  readonly date: string;
  readonly pages: number;
  /** What it is where it is a document of the case and no exhibit. */
  readonly what?: DocumentKind | null;
  /** How many of its pages are its cover sheet. */
  readonly sheet?: number;
  /** The redacted copy that is printed of it; null for the original. */
  readonly copy?: BundleRow['copy'];
}

/** How many pages each typeset part takes. */
export interface TypesetPages {
  /** Cover and index. */
  readonly front: number;
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
/** How the keys of revised indexes begin; behind it the letter of the section. */
export const lateKeyStart = 'late-';

/** What the parts are called that Holdfast sets itself, in the language of the bundle. */
export type TypesetTitles = Readonly<
  Record<typeof chronologyKey | typeof patternsKey | typeof recordKey, string>
>;

/** What the parts that Holdfast sets itself are called in indexes and bookmarks. */
const titles: TypesetTitles = {
  [chronologyKey]: 'Chronology',
  [patternsKey]: 'Patterns',
  [recordKey]: 'Record of this bundle and fingerprints',
};

/**
 * Gives every part its pages: cover and index, then the sections of the profile in their order, each with a letter, but for
 * those that hold nothing. The first page of the file is 1, the numbers run to the last page (general guidance 2021,
 * paragraph 2). `sectionOf`: where an exhibit goes that does not go into the profile's usual section.
 */
export function planBundle(
  profile: Pick<BundleProfile, 'sections' | 'usualSection' | 'numbering'>,
  exhibits: readonly PlannedDocument[],
  typeset: TypesetPages,
  leftOut: BundlePlan['leftOut'],
  sectionOf: Readonly<Record<string, string>> = {},
  named: TypesetTitles = titles,
): BundlePlan {
  const rows: BundleRow[] = [];
  let next = typeset.front + 1;
  let letters = 0;
  for (const section of profile.sections) {
    const documents = documentsOf(profile, section, exhibits, typeset, sectionOf, named);
    const pages = documents.reduce((sum, each) => sum + each.pages, 0);
    if (pages === 0) continue;
    const letter = sectionLetter(letters);
    letters += 1;
    rows.push({
      kind: 'section',
      key: `section-${letter}`,
      letter,
      itemId: null,
      exhibitRef: null,
      title: `${letter} ${section.title}`,
      date: '',
      firstPage: next,
      lastPage: next + pages - 1,
    });
    for (const { pages: own, what: _, ...document } of documents) {
      rows.push({ ...document, letter: '', kind: 'document', firstPage: next, lastPage: next + own - 1 });
      next += own;
    }
  }
  return { rows, pages: next - 1, numbering: profile.numbering, leftOut };
}

function documentsOf(
  profile: Pick<BundleProfile, 'sections' | 'usualSection'>,
  { id, use }: BundleProfile['sections'][number],
  exhibits: readonly PlannedDocument[],
  typeset: TypesetPages,
  sectionOf: Readonly<Record<string, string>>,
  named: TypesetTitles,
): readonly PlannedDocument[] {
  if (use === 'items')
    return exhibits.filter(({ key, what }) => sectionOfItem(profile, sectionOf, key, what ?? null) === id);
  const keys = use === 'record' ? ([recordKey] as const) : ([chronologyKey, patternsKey] as const);
  return keys
    .map((key) => ({
      key,
      itemId: null,
      exhibitRef: null,
      title: named[key],
      date: '',
      pages: typeset[key],
    }))
    .filter(({ pages }) => pages > 0);
}

/** The section of an exhibit: the one it was put into, or the usual one where nobody has, or where that is no section here. */
export function sectionOfItem(
  { sections, usualSection }: Pick<BundleProfile, 'sections' | 'usualSection'>,
  sectionOf: Readonly<Record<string, string>>,
  itemId: string,
  what: DocumentKind | null,
): string {
  const chosen = sectionOf[itemId];
  const usual = usualSectionOf({ sections, usualSection }, what);
  return sections.some(({ id, use }) => id === chosen && use === 'items') ? (chosen ?? usual) : usual;
}

/** Where a document of that kind goes, or an exhibit (null), that nobody has put elsewhere. */
export function usualSectionOf(
  { sections, usualSection }: Pick<BundleProfile, 'sections' | 'usualSection'>,
  what: DocumentKind | null,
): string {
  const own = sections.find(({ use, holds }) => use === 'items' && what !== null && holds.includes(what));
  return own?.id ?? usualSection;
}

/** First pages by key, of each plan that was asked about: a large one is asked for every page of it. */
const firstPages = new WeakMap<BundlePlan['rows'], ReadonlyMap<string, number>>();

/** First page of a document by its key, or null when it is not in the bundle. */
export function pageOf({ rows }: Pick<BundlePlan, 'rows'>, key: string): number | null {
  let pages = firstPages.get(rows);
  if (pages === undefined) {
    // Of two rows of one key the first counts, which is the last to be set.
    pages = new Map(
      rows
        .filter(({ kind }) => kind === 'document')
        .reverse()
        .map((row) => [row.key, row.firstPage]),
    );
    firstPages.set(rows, pages);
  }
  return pages.get(key) ?? null;
}

/** A bookmark: a short description that ends in its page number (paragraph 3 of the guidance), as that is printed. */
export function bookmarkTitle(row: Pick<BundleRow, 'title' | 'exhibitRef'>, label: string): string {
  const name = [row.exhibitRef, row.title].filter((part) => part !== null && part !== '').join(' ');
  const letters = Array.from(name);
  const short = letters.length > 68 ? `${letters.slice(0, 67).join('')}…` : name;
  return `${short} p. ${label}`;
}

/** Whether a document is the revised index before pages that were added. */
export function isRevisedIndex({ kind, key }: Pick<BundleRow, 'kind' | 'key'>): boolean {
  return kind === 'document' && key.startsWith(lateKeyStart);
}

/** A bundle that goes on behind an earlier one, and the key of its revised index. */
export interface LatePlan {
  readonly plan: BundlePlan;
  readonly key: string;
  /** How many pages are added, the revised index first. */
  readonly pages: number;
}

/**
 * Adds pages at the end of a bundle that was served: its pages keep their numbers, and the new section gets the next letter
 * (general guidance 2021, paragraph 10). `index`: pages of the revised index.
 */
export function planLate(
  before: BundlePlan,
  exhibits: readonly PlannedDocument[],
  index: number,
  leftOut: BundlePlan['leftOut'],
): LatePlan {
  const letter = sectionLetter(before.rows.filter(({ kind }) => kind === 'section').length);
  const key = `${lateKeyStart}${letter}`;
  const plain = { itemId: null, exhibitRef: null, date: '' };
  const documents: readonly PlannedDocument[] = [
    { ...plain, key, title: 'Revised index and what was added', pages: index },
    ...exhibits,
  ];
  const pages = documents.reduce((sum, each) => sum + each.pages, 0);
  let next = before.pages + 1;
  const section: BundleRow = {
    ...plain,
    kind: 'section',
    key: `section-${letter}`,
    letter,
    title: `${letter} Added pages`,
    firstPage: next,
    lastPage: next + pages - 1,
  };
  const rows = documents.map(({ pages: own, what: _, ...document }): BundleRow => {
    const row = {
      ...document,
      letter: '',
      kind: 'document' as const,
      firstPage: next,
      lastPage: next + own - 1,
    };
    next += own;
    return row;
  });
  return {
    key,
    pages,
    plan: { ...before, rows: [...before.rows, section, ...rows], pages: next - 1, leftOut },
  };
}
