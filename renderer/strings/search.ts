import type { SearchHit } from '../../shared/models/search';
import { counted, printCount } from './counts';
import { recordKindText } from './records';

const headings: Readonly<Record<Exclude<SearchHit['kind'], 'record'>, string>> = {
  entry: 'Entries of the chronology',
  exhibit: 'Exhibits, and the text in them',
  message: 'Messages and calls',
};

/** Of several records of a kind, as they are listed together. */
const recordHeadings: Readonly<Record<string, string>> = {
  case: 'The case itself',
  register: 'People, places and orders',
  handover: 'Handovers of exhibits',
  provenance: 'Where exhibits came from',
  'date-choice': 'Dates of exhibits, and why',
  redaction: 'What is covered in redacted copies',
  run: 'Joined conversations',
  proceedings: 'Court proceedings',
  producer: 'Producers of exhibits',
  view: 'Saved views',
  'case-details': 'Details of the case',
  contact: 'Contacts',
  'support-note': 'Support notes',
  consent: 'Consents',
  task: 'Tasks and reviews',
  assessment: 'Risk assessments',
  'plan-action': 'The risk plan',
  'safety-plan': 'The safety plan',
  'police-report': 'Reports to the police',
  'police-request': 'What was asked of the police',
  'case-event': 'What happened in the response',
  letter: 'Letters and documents',
};

/** What stands above things of one sort that were found. */
export function searchHeading({ kind, record }: Pick<SearchHit, 'kind' | 'record'>): string {
  if (kind !== 'record') return headings[kind];
  const name = record ?? '';
  return recordHeadings[name] ?? `Records: ${recordKindText(name)}`;
}

export const searchWords = {
  title: 'Search this case',
  everyCase: 'Search all cases',
  everyCaseLabel: 'Reference, name, or words in any case',
  beforeEveryCase:
    'It says in which cases the words stand and in what of them, and shows nothing of what is written there. Open what you look for.',
  foundCases: (count: number): string => `Found in ${counted(count, 'case', 'cases')}.`,
  moreCases: (count: number): string =>
    ` ${counted(count, 'case more is', 'cases more are')} not listed: type more.`,
  hitOf: (heading: string, count: number): string => `${heading}: ${printCount(count)}`,
  label: 'Words, exhibit reference or file name',
  beforeTyping:
    'Entries, exhibits and the text in them, people, messages, and all else that was written. “Words in quotes” are looked for together.',
  nothing: 'Nothing was found.',
  keys: 'Arrow keys go through what was found. Escape closes.',
  instead: (looked: string): string => `Nothing holds that. Shown instead: ${looked}`,
  found: (count: number, hasMore: boolean): string => `${count} found${hasMore ? ', and more' : ''}.`,
  notLookedFor: (what: string): string => ` ${what} in entries, texts and messages.`,
} as const;
