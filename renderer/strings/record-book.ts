import type { FieldOf } from '../../shared/records/by-fields';
import { counted } from './counts';

const problems: Readonly<Partial<Record<FieldOf<never>['as'], string>>> = {
  day: 'Give a day.',
  time: 'Give a time.',
  choice: 'Choose one.',
  number: 'Give a whole number.',
  line: 'Write something here.',
  box: 'Write something here.',
};

/** Words of every form and list of the casework. */
export const recordBook = {
  save: 'Save',
  notSaid: 'Not said',
  notKnown: 'Not known',
  noLonger: 'No longer here',
  oneALine: 'One on each line.',
  problem: (as: FieldOf<never>['as']): string => problems[as] ?? 'This is not complete.',
  findEntries: 'Find entries',
  noEntries: 'No entry is like that.',
  chosen: (count: number): string => `${counted(count, 'entry', 'entries')} chosen.`,
  moreEntries: (count: number): string => `${count} more are found by their words.`,
  chooseNone: 'Choose none',
  undecided: 'Two versions',
  decide: 'Look at both',
  decideOf: (title: string): string => `Look at both versions of ${title}`,
  change: 'Change',
  changeOf: (title: string): string => `Change ${title}`,
  versions: 'Versions',
  versionsOf: (title: string): string => `Versions of ${title}`,
  remove: 'Take out',
  removeOf: (title: string): string => `Take out ${title}`,
  removeTitle: (title: string): string => `Take out “${title}”?`,
  removeText: 'It is no longer shown or counted. Its versions stay, and it can be brought back.',
} as const;
