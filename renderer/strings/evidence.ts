import type { UiInput, UiOutput } from '../../shared/contract/ui-methods';
import { evidenceKinds } from '../../shared/models/evidence';
import type { EvidenceKind } from '../../shared/models/evidence';
import { kindWords } from './kinds';

export type ExhibitFilter = NonNullable<UiInput<'evidence.list'>['filter']>;

export const exhibitFilters: readonly { readonly id: ExhibitFilter; readonly label: string }[] = [
  { id: 'all', label: 'All evidence' },
  { id: 'conflicts', label: 'Dates that disagree' },
  { id: 'undated', label: 'No reliable date' },
  { id: 'uncited', label: 'Not in an entry yet' },
  { id: 'no-preview', label: 'Cannot be shown' },
  { id: 'edited', label: 'Traces of editing' },
  { id: 'no-provenance', label: 'Nobody has said where it came from' },
];

/** The kinds that the case has, so that none of them shows an empty list. */
export function kindOptions(
  here: readonly EvidenceKind[],
): readonly { readonly id: EvidenceKind | 'all'; readonly label: string }[] {
  return [
    { id: 'all', label: 'Every kind' },
    ...evidenceKinds
      .filter((kind) => here.includes(kind))
      .map((kind) => ({ id: kind, label: kindWords[kind] })),
  ];
}

export const exhibitOrders = [
  { id: 'date', label: 'By date' },
  { id: 'exhibit', label: 'By number' },
] as const;

export function exhibitsSummary({ items, conflicts }: UiOutput<'evidence.summary'>): string {
  const parts = [`${items} ${items === 1 ? 'exhibit' : 'exhibits'}`];
  if (conflicts > 0) parts.push(`${conflicts} with dates that disagree`);
  return `${parts.join(', ')}. Originals are kept unchanged.`;
}

export const filterExhibits = {
  search: 'Filter by words or reference',
  show: 'Show',
  kind: 'Kind',
  order: 'Order',
  view: 'View',
  grid: 'Grid',
  list: 'List',
  /** Words that the text of exhibits cannot be looked through for. */
  notInText: (notLookedFor: string): string =>
    `${notLookedFor} in the text of exhibits: only titles, file names and references were looked through.`,
} as const;

export const addExhibits = {
  files: 'Add files',
  folder: 'Add a folder',
  drop: 'Let go to add to this case',
  title: 'Add what the client handed over',
  words:
    'Screenshots, photos, PDFs, anything. Drop files or folders here too. Each is copied in unchanged, encrypted, and its dates are read: where they come from is always shown.',
} as const;

export const exhibitList = { label: 'Exhibits', none: 'No exhibit is like that.' } as const;

export const sayWhere = {
  ask: (size: number): string => `Say where ${size === 1 ? 'it' : `these ${size}`} came from`,
  said: (size: number): string =>
    `Where ${size === 1 ? '1 exhibit' : `${size} exhibits`} came from is on record.`,
  close: 'Close',
} as const;

/** What can be done with two exhibits side by side. */
export const sideBySide = {
  both: 'Both exhibits',
  begin: 'Side by side',
  apart: 'Move them apart',
  together: 'Move them together',
  another: 'Another exhibit',
  full: 'Full screen',
  end: 'End side by side',
} as const;
