import { counted } from './counts';

/** What the overview of a case says, beside what stands in its cards. */
export const caseOverview = {
  people: 'People',
  nobody: 'Nobody is recorded yet.',
  toPeople: 'People and details',
  others: (count: number): string => `and ${counted(count, 'other', 'others')}`,
} as const;
