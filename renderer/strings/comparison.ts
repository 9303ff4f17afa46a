import type { ComparedRecord, ItemStanding, PackageComparison } from '../../shared/models/package-comparison';
import type { TransferRecord } from '../../shared/models/transfer';
import { capitalised, counted, inWordsList } from './counts';
import { printMoment } from './dates';
import { recordKindText } from './records';

type Verdict = ComparedRecord['verdict'];

/** Behind what a record is called, in the list of what a package brings. */
export const verdictText: Readonly<Record<Verdict, string>> = {
  new: '',
  'changed-there': 'changed there',
  'changed-both': 'changed here and there: you decide afterwards, on its page',
  'removed-there': 'removed there',
  'erased-here': 'was erased here',
  'left-out-before': 'was left out here before',
};

/** The same behind an exhibit. */
export const standingText: Readonly<Record<Exclude<ItemStanding, 'here'>, string>> = {
  new: '',
  'erased-here': 'was erased here',
  'left-out-before': 'was left out here before',
};

export const comparisonText = {
  look: 'See what is in it',
  leave: 'Do not take it in',
  close: 'Close',
  take: 'Take in what is ticked',
  heading: 'Compared with what is here: nothing is taken in yet',
  ticked:
    'Everything that is new is ticked. What you leave out is remembered, and offered again with the next package.',
  nothingNew: 'Nothing in it is new. Taking it in only notes that it arrived.',
  newCase: 'This case is not here yet.',
  exhibits: 'Exhibits',
  unreadable: (count: number): string =>
    `${counted(count, 'record was', 'records were')} written by a newer Holdfast. They are kept, and cannot be shown here yet.`,
  notListed: (count: number): string =>
    `${counted(count, 'more record is', 'more records are')} not listed, and taken in.`,
  sameReference: (aliases: readonly string[]): string =>
    `Another case here bears this reference: ${inWordsList(aliases.map((alias) => `“${alias}”`))}. Both keep it. Tell them apart by their aliases, or give one another reference.`,
  clocks: 'The clocks of the two offices are more than a day apart: one of these is wrong',
  theirClock: 'Theirs, when it was written',
  ourClock: 'Ours, now',
  stamps: 'What they wrote keeps its times, and our clock stays as it is.',
  sharedReferences: 'References that two exhibits will bear',
  sharedNote:
    'Both keep theirs until somebody gives one of them the next number, on the page of the exhibits.',
  series: (series: PackageComparison['series']): string | null => {
    const ours = series.filter(({ isOurs }) => isOurs).map(({ initials }) => initials);
    return ours.length === 0
      ? null
      : `You go on counting exhibits under ${inWordsList([...new Set(ours)])}: the other office handed that over.`;
  },
  clock: printMoment,
} as const;

const counting: Readonly<Record<Verdict, (count: number) => string>> = {
  new: (count) => counted(count, 'new record', 'new records'),
  'changed-there': (count) => `${count} changed there`,
  'changed-both': (count) => `${count} changed in both (you decide afterwards)`,
  'removed-there': (count) => `${count} removed there`,
  'erased-here': (count) => `${count} erased here before`,
  'left-out-before': (count) => `${count} left out here before`,
};

/** `7 new exhibits, 3 changed there, 1 changed in both (you decide afterwards)`; null where nothing is new. */
export function comparisonSummary({ items, records, counts }: PackageComparison): string | null {
  const newItems = items.filter(({ standing }) => standing === 'new').length;
  const away = items.length - newItems;
  const of = (verdict: Verdict): number => records.filter((each) => each.verdict === verdict).length;
  const parts = [
    ...(newItems > 0 ? [counted(newItems, 'new exhibit', 'new exhibits')] : []),
    ...(counts.redactedCopies > 0
      ? [counted(counts.redactedCopies, 'redacted copy', 'redacted copies')]
      : []),
    ...(['new', 'changed-there', 'changed-both', 'removed-there'] as const).flatMap((verdict) =>
      of(verdict) > 0 ? [counting[verdict](of(verdict))] : [],
    ),
    ...(['erased-here', 'left-out-before'] as const).flatMap((verdict) =>
      of(verdict) > 0 ? [counting[verdict](of(verdict))] : [],
    ),
    ...(away > 0 ? [`${counted(away, 'exhibit', 'exhibits')} that stayed out before`] : []),
  ];
  return parts.length === 0 ? null : `${inWordsList(parts)}.`;
}

/** What is alike, quietly behind it. */
export function comparisonAlike({ counts }: PackageComparison): string {
  const parts = [
    `${counted(counts.itemsSame, 'exhibit', 'exhibits')} and ${counted(counts.same, 'record', 'records')} the same`,
    ...(counts.changedHere > 0 ? [`${counts.changedHere} changed here since`] : []),
    ...(counts.itemsNotThere > 0
      ? [`${counted(counts.itemsNotThere, 'exhibit', 'exhibits')} here alone`]
      : []),
  ];
  return `Besides: ${inWordsList(parts)}.`;
}

/** `chronology entry (3)`. */
export const kindTitle = (kind: string, count: number): string =>
  `${capitalised(recordKindText(kind))} (${count})`;

/** What a record is called that has no name of its own. */
export const recordTitle = ({ title, kind, readability }: ComparedRecord): string =>
  readability !== 'readable' ? 'Written by a newer Holdfast' : title === '' ? recordKindText(kind) : title;

/** What a package brought, once it is in. */
export function arrivedText({ caseReference, files, entries, brought }: TransferRecord): string {
  if (brought?.joined !== true)
    return `${caseReference} is here: ${counted(files, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}.`;
  const { exhibits, records, redactedCopies } = brought;
  if (exhibits + records + redactedCopies === 0) return `${caseReference}: nothing in the package was new.`;
  const what = [
    ...(exhibits > 0 ? [counted(exhibits, 'exhibit', 'exhibits')] : []),
    ...(records > 0 ? [counted(records, 'record', 'records')] : []),
    ...(redactedCopies > 0 ? [counted(redactedCopies, 'redacted copy', 'redacted copies')] : []),
  ];
  return `Joined with ${caseReference}: ${inWordsList(what)} came in.`;
}
