import { quarterWords } from '../../shared/domain/figures/quarters';
import { counted } from './counts';

/** Words of the figures over the caseload. */
export const figuresText = {
  summary: 'Counts over all cases, each with what it counts and what it does not.',
  emptyTitle: 'No figures yet',
  empty:
    'Figures are counted from the cases of this vault: the day of the referral, reports to the police, events, assessments, plans and orders. Write a case down, and what is recorded of it is counted here.',
  view: 'Who reads it',
  forOffice: 'The office: every count',
  forOthers: 'Somebody else: anonymised',
  officeOnly:
    'For the office alone. A small count can point at one person: do not pass this on. What is saved from here is always anonymised.',
  last: 'Last quarter',
  quarters: 'Number of quarters',
  quarter: quarterWords,
  threshold: 'Counts below this are not shown',
  thresholdHint: 'Five is usual. Ask whoever wants the figures; never lower it for one page.',
  showZero: 'Show where there is none, as 0',
  savePdf: 'Save as PDF',
  saveCsv: 'Save as a table (CSV)',
  savedTitle: 'Saved, anonymised',
  saved: 'It names nobody. It is not encrypted where it is now.',
  hidden: (count: number): string =>
    count === 0 ? 'Every count is shown.' : `${counted(count, 'count is', 'counts are')} not shown.`,
  asTable: (title: string): string => `${title} as a table`,
  tables: 'Tables',
  pictures: 'At a glance',
} as const;
