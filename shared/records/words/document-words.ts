import { printDate } from '../../domain/dates/print';
import type { NameOf } from './lines';
import type { DocumentKind, ItemDocument } from '../../models/item-document';

export const documentKindText: Readonly<Record<DocumentKind, string>> = {
  statement: 'Statement',
  order: 'Order',
  application: 'Application',
  report: 'Report',
  other: 'Other document',
};

/** What a document is called while nobody wrote a title: `Statement of Jane Doe`. */
export function documentTitle({ what, whose }: Pick<ItemDocument, 'what' | 'whose'>): string {
  const kind = what === 'other' ? 'Document' : documentKindText[what];
  return (whose === '' ? kind : `${kind} of ${whose}`).slice(0, 200);
}

/** The date that a document bears, as paper shows it; empty where nobody has said. */
export function documentDate({ on }: Pick<ItemDocument, 'on'>): string {
  return on === null ? '' : printDate(on, null);
}

/** All that was said of a document, in a line. */
export function documentLine(document: ItemDocument, nameOf: NameOf): string {
  const { number, behalf, refersTo } = document;
  const date = documentDate(document);
  return [
    documentTitle(document),
    ...(date === '' ? [] : [date]),
    ...(number === '' ? [] : [`number ${number}`]),
    ...(behalf === '' ? [] : [`on behalf of ${behalf}`]),
    ...(refersTo.length === 0 ? [] : [`refers to ${refersTo.map(nameOf).join(' and ')}`]),
  ].join(', ');
}
