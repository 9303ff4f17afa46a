import { counted } from './counts';

/** Which entries the chronology of a bundle holds. */
export const bundleViewText = {
  label: 'Which entries',
  choose: 'Choose',
  whole: (entries: number): string => `The whole chronology, ${counted(entries, 'entry', 'entries')}`,
  view: (name: string): string => `Saved view: ${name}`,
  gone: 'The saved view that was chosen is not there any more',
  goneHint: 'Nothing is built until you choose another view, or the whole chronology.',
  /** The line of the contents. */
  line: (name: string): string => `Chronology by the saved view “${name}”, citing pages`,
  lineGone: 'Chronology by a saved view that is gone',
} as const;
