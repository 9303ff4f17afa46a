import type { ItemDocument } from '../models/item-document';

interface Named {
  readonly exhibitRef: string;
  readonly title: string;
  readonly document: ItemDocument | null;
}

/** The reference that a file bears on paper; null for a document, which is no exhibit of a witness. Its own stays reserved. */
export function paperRef({ exhibitRef, document }: Pick<Named, 'exhibitRef' | 'document'>): string | null {
  return document === null ? exhibitRef : null;
}

/** What a file is called where it is named in a word: by its reference, a document by its title. */
export function paperName(item: Named): string {
  return paperRef(item) ?? item.title;
}
