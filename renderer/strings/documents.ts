import { paperRef } from '../../shared/domain/paper-name';
import type { EvidenceItem } from '../../shared/models/evidence';
import { documentKinds } from '../../shared/models/item-document';
import type { DocumentKind } from '../../shared/models/item-document';
import { documentDate, documentKindText } from '../../shared/records/words/document-words';
import { fewNamed } from './counts';
import { printBestDate } from './dates';

/** Saying that a file is a document of the case and no exhibit of a witness. */
export const documentText = {
  open: 'Document or exhibit',
  title: 'Document or exhibit',
  hint: (ref: string): string =>
    `A statement, an order, an application or a report is no exhibit of a witness. It stands in bundles, packs and schedules by its title and date, without a reference; ${ref} stays kept for it and is given to nothing else.`,
  what: 'What it is',
  exhibit: 'An exhibit of a witness',
  shortTitle: 'Short title',
  shortTitleHint: 'It stands in the index and above its pages.',
  missingTitle: 'Write a few words.',
  whose: 'Whose it is',
  whoseHint: 'Who made the statement or report, which court made the order.',
  on: 'Its date',
  number: 'Number of the statement',
  numberHint: 'As it says itself, for example 2. Leave it empty where it has none.',
  refersTo: 'Exhibits that it refers to',
  refersToHint: 'Their references, for example: AB/1, AB/3 to AB/5. A cover sheet lists them.',
  unknownRefs: (unknown: readonly string[]): string => `No exhibit of this case: ${fewNamed(unknown)}.`,
  behalf: 'On whose behalf',
  behalfHint: 'As it is to stand on a cover sheet, for example: Applicant.',
  save: 'Save',
} as const;

/** Two words in a list. */
export const documentChip: Readonly<Record<DocumentKind, string>> = {
  statement: 'statement',
  order: 'order',
  application: 'application',
  report: 'report',
  other: 'document',
};

export const documentOptions: readonly { readonly id: DocumentKind | 'exhibit'; readonly label: string }[] = [
  { id: 'exhibit', label: documentText.exhibit },
  ...documentKinds.map((id) => ({ id, label: documentKindText[id] })),
];

/** The date of an exhibit, or that which a document bears. */
export function fileDate({ bestDate, document }: Pick<EvidenceItem, 'bestDate' | 'document'>): string {
  return document === null ? printBestDate(bestDate) : documentDate(document);
}

/** What a file is called above its own page. */
export function itemHeading(item: Pick<EvidenceItem, 'exhibitRef' | 'title' | 'document'>): string {
  const ref = paperRef(item);
  return ref === null ? item.title : `${ref} ${item.title}`;
}

/** In a line under the heading; empty for an exhibit. */
export function documentSummary({
  exhibitRef,
  document,
}: Pick<EvidenceItem, 'exhibitRef' | 'document'>): string {
  if (document === null) return '';
  const date = documentDate(document);
  return `${documentKindText[document.what]}${date === '' ? '' : `, ${date}`}; ${exhibitRef} is kept for it. `;
}
