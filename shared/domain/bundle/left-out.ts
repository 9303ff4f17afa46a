import { listed } from './check-words';
import type { BundlePlan } from '../../models/bundle';

/** Why an exhibit has no pages in a bundle, as it is printed there: for a judge or an officer, not for whoever built it. */
const words: Readonly<Record<string, string>> = {
  'unsupported-preview': 'it has no pages to print',
  'file-empty': 'the file is empty',
  'file-too-large': 'it is too large to be drawn',
  'unreadable-image': 'the picture cannot be read',
  'unreadable-pdf': 'the PDF cannot be read',
  'encrypted-file': 'it wants a password',
  'decoder-timeout': 'it could not be drawn in the time allowed',
  'evidence-damaged': 'the stored file is damaged',
  'not-found': 'it is no longer in the case file',
};

/** The reason in plain words; one that has none of its own is said to be what it is: not drawn. */
export function leftOutWords(reason: string): string {
  return words[reason] ?? 'it could not be drawn';
}

/** `JL/007 (the PDF cannot be read)`, one after the other; beyond so many the record of the bundle has the rest. */
export function leftOutList(leftOut: BundlePlan['leftOut'], most = 20): string {
  return listed(
    leftOut.map(({ exhibitRef, reason }) => `${exhibitRef} (${leftOutWords(reason)})`),
    most,
  );
}
