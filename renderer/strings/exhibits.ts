import type { EvidenceItem } from '../../shared/models/evidence';
import { counted } from './counts';

/** Of references that more than one exhibit bears (renderer/features/exhibits/shared-references.tsx). */
export const sharedReferenceText = {
  title: (refs: readonly string[]): string =>
    refs.length === 1
      ? `More than one exhibit is called ${refs[0] ?? ''}`
      : `${counted(refs.length, 'reference is', 'references are')} borne by more than one exhibit`,
  why: 'Both keep it until you decide which of them gets a new one. On paper nobody could tell them apart.',
  open: 'Decide which',
  stays:
    'Our reference was given once and stays, so that every paper agrees on it. Only where two exhibits had one did a person give one of them a new one.',
  dialog: 'Exhibits with the same reference',
  how: 'The exhibit that gets a new reference keeps the old one beside it, as “formerly”. What has left the office under a reference keeps it.',
  bear: (ref: string, files: number): string =>
    `${counted(files, 'exhibit is', 'exhibits are')} called ${ref}`,
  left: 'Has left the office in a bundle: it keeps this reference.',
  added: (day: string): string => `Added on ${day}`,
  renumber: 'Give it a new reference',
  renumberLabel: (title: string): string => `Give it a new reference: ${title}`,
  done: (title: string, ref: string, formerly: string): string =>
    `${title} is ${ref} now, formerly ${formerly}.`,
  close: 'Close',
  none: 'Every exhibit has a reference of its own now.',
  allLeft:
    'All of them have left the office in a bundle, so all keep it. Name them by their fingerprints wherever both are spoken of.',
} as const;

/** The references that an exhibit bore before, beside the one that it has. */
export const formerlyText = (formerly: readonly string[]): string =>
  formerly.length === 0 ? '' : `formerly ${formerly.join(' and ')}`;

/** What else an exhibit is or was called beside its reference. */
export function otherRefs({ policeRef, formerRefs }: Pick<EvidenceItem, 'policeRef' | 'formerRefs'>): string {
  return [policeRef, formerlyText(formerRefs)].filter((text) => text !== '').join(', ');
}
