import { counted } from './counts';

const exhibits = (count: number): string => counted(count, 'exhibit', 'exhibits');

/** Choosing exhibits of a bundle by who, when and which entries cite them. */
export const chooseByText = {
  open: 'By entries, dates or a person…',
  title: 'Choose exhibits',
  by: 'Which',
  ways: [
    { id: 'view', label: 'Cited by the entries of a saved view' },
    { id: 'entries', label: 'Cited by entries in which these words stand' },
    { id: 'register', label: 'Cited by entries with a person, place or order' },
    { id: 'producer', label: 'Produced by' },
    { id: 'dates', label: 'Dated between' },
  ],
  view: 'Saved view',
  register: 'Person, place or order',
  producer: 'Who',
  words: 'Words of the entry',
  choose: 'Choose',
  /** What is found, before anything is done. */
  found: (ids: number, goIn: number, cannot: number): string =>
    [
      `${exhibits(ids)} found, ${goIn} of them not in yet.`,
      ...(cannot === 0 ? [] : [`${exhibits(cannot)} more cannot be shown.`]),
    ].join(' '),
  notYet: 'Say which, and it is counted before anything is put in.',
  putIn: (count: number): string => `Put ${count} in`,
  leaveOut: (count: number): string => `Leave ${count} out`,
  close: 'Close',
} as const;

export type ChooseWay = (typeof chooseByText.ways)[number]['id'];
