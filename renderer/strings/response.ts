import type { AskStands } from '../../shared/domain/casework/response/asks';
import type { UpdateStands } from '../../shared/domain/casework/response/update-due';
import { counted } from '../../shared/domain/counts';
import type { Jurisdiction } from '../../shared/models/jurisdiction';
import { roomNames } from './rooms';
import { dateWords } from '../../shared/records/words/date-words';

const days = (count: number): string => counted(count, 'day', 'days');
const incidents = (count: number): string => counted(count, 'incident', 'incidents');

/** What a day that was counted is not certain for. */
export const provisional = 'provisional';

/** What the form of an entry says of reports. */
export const inEntryText = {
  kept: `Reports are kept under “${roomNames.response}”, each with what came of it. What is written here stays in the entry and can be taken over there.`,
  open: `Open “${roomNames.response}”`,
} as const;

/** What the room of police and court says. */
export const responseText = {
  summary: (reports: number, crimes: number, asks: number): string =>
    `${counted(reports, 'report', 'reports')}, ${counted(crimes, 'crime number', 'crime numbers')}, ${counted(asks, 'open ask', 'open asks')}. What was asked, what was answered, what is not recorded.`,
  emptyTitle: 'Nothing of police or court is recorded yet',
  empty:
    'This room keeps what was reported and what came of it: each report with its crime number and what it was recorded as, what was asked for, what happened then and when the client was told. Begin with a report; the rest follows as it is heard.',
  record: 'Record something',
  recordWhat: 'What to record',
  parts: 'Parts of this page',
  sourceOf: (source: string, asAt: string): string => `Source: ${source}, looked at on ${dateWords(asAt)}.`,
  notConfirmed: 'Not all of it is confirmed.',
  entries: 'Entries:',
  moreEntries: (count: number): string => `and ${count} more`,
  entryGone: (count: number): string =>
    `${counted(count, 'entry', 'entries')} that it names ${count === 1 ? 'is' : 'are'} no longer in the chronology.`,
  notRecorded: 'not recorded',
  on: (day: string): string => dateWords(day),
  belongsTo: (title: string): string => `Belongs to ${title}`,
  noReport: 'Not said',
  reportGone: 'No longer here',
} as const;

export const reportText = {
  title: 'Reports',
  add: 'New report',
  newTitle: 'A report to the police',
  change: 'Change the report',
  empty: 'No report is recorded.',
  recordedAs: (what: string): string => `Recorded as ${what}`,
  notSaidAs: 'What it was recorded as is not recorded',
  saidBy: (who: string, on: string | null): string =>
    `as told${who === '' ? '' : ` by ${who}`}${on === null ? '' : ` on ${dateWords(on)}`}`,
  noCrimeNumber: 'crime number not recorded',
  detective: (is: boolean | null): string =>
    is === null
      ? 'With a detective: not recorded'
      : is
        ? 'With a detective'
        : 'Not with a detective, as recorded',
  spoc: (who: string, on: string | null): string =>
    who === '' && on === null
      ? 'Single point of contact: not recorded'
      : `Single point of contact${who === '' ? '' : `: ${who}`}${on === null ? ', when told is not recorded' : `, told on ${dateWords(on)}`}`,
  officer: (who: string, role: string): string =>
    who === '' ? 'Officer: not recorded' : `Officer: ${who}, ${role === '' ? 'role not recorded' : role}`,
  beside: (act: string): string => `What its entries are marked with (${act})`,
  namesNone: 'It names no entries, so nothing can be set beside it. Choose what was reported under Change.',
  noActs: (count: number): string => `It names ${incidents(count)}; none is marked with an act of the list.`,
  stands: (marked: number, as: string): string =>
    `${incidents(marked)} marked with acts of the list ${marked === 1 ? 'stands' : 'stand'} beside “${as}”`,
  reRecord: 're-record?',
  askReRecord: 'Record an ask to re-record it',
  actCount: (label: string, count: number): string => `${label}: ${count}`,
  unnamed: 'No report recorded',
  unnamedText: (count: number): string =>
    `${incidents(count)} that no report names. That no report is recorded does not mean that none was made.`,
  unnamedNone: 'Every incident is named by a report.',
  choose: 'Incidents that no report names',
  fromChosen: (count: number): string =>
    count === 0 ? 'New report from chosen entries' : `New report from ${counted(count, 'entry', 'entries')}`,
  chooseFirst: 'Choose entries first.',
  inChronology: 'See them in the chronology',
  saysUnreported: 'not reported, as the client said',
  noted: 'Noted in entries',
  notedText: (count: number): string =>
    `${counted(count, 'report is', 'reports are')} noted in entries alone. Taken over, ${count === 1 ? 'it is' : 'they are'} kept here with what came of ${count === 1 ? 'it' : 'them'}; what the entries say stays.`,
  takeOver: 'Take over into a report',
  takeOverOf: (what: string): string => `Take over into a report: ${what}`,
  notedAs: (day: string | null, reference: string, crimeNumber: string): string =>
    [
      day === null ? 'day not recorded' : dateWords(day),
      reference,
      crimeNumber === '' ? '' : `crime ${crimeNumber}`,
    ]
      .filter((each) => each !== '')
      .join(', '),
  entrySays: 'Noted in its entries',
  answer: (text: string): string => `Answer: ${text}`,
  groups: {
    report: 'The report',
    as: 'What it was recorded as, as told',
    who: 'Who has it',
    about: 'What was reported',
    after: 'What was said, and what came of it',
  },
} as const;

export const askText = {
  title: 'Asks',
  add: 'New ask',
  newTitle: 'Something asked of the police or the prosecutor',
  change: 'Change the ask',
  empty: 'No ask is recorded: a search, devices, CCTV, conditions of bail, an order.',
  stands: {
    'not-asked': 'not asked yet',
    open: 'asked, no answer recorded',
    granted: 'answered, done is not recorded',
    refused: 'refused',
    done: 'done',
  } satisfies Readonly<Record<AskStands, string>>,
  asked: (on: string | null, of: string): string =>
    on === null
      ? 'When it was asked is not recorded'
      : `Asked on ${dateWords(on)}${of === '' ? ', of whom is not recorded' : ` of ${of}`}`,
  waiting: (count: number): string => `${days(count)} without a recorded answer`,
  deleted: (on: string, left: number): string =>
    left < 0
      ? `The recording was to be deleted on ${dateWords(on)}, ${days(-left)} ago`
      : `The recording is deleted on ${dateWords(on)}, as its owner says`,
  daysLeft: (left: number): string =>
    left < 0 ? 'deletion day passed' : left === 0 ? 'deleted today' : `${days(left)} left`,
  noDeletion: 'When the recording is deleted is not recorded',
  answered: (what: string, on: string | null): string =>
    `Answer: ${what}${on === null ? ', day not recorded' : `, ${dateWords(on)}`}`,
  noReason: 'Reason: not recorded',
  groups: { ask: 'What was asked', answer: 'Answer', belongs: 'Belongs to' },
} as const;

export const eventText = {
  title: 'Events and updates',
  add: 'New event',
  newTitle: 'Something that police, prosecutor or court did',
  change: 'Change the event',
  empty: 'No event is recorded: an arrest, bail, a decision, a hearing, a sentence.',
  told: (on: string, by: string, how: string): string =>
    `Client told on ${[dateWords(on), by === '' ? '' : `by ${by}`, how].filter((each) => each !== '').join(', ')}`,
  notTold: 'When the client was told is not recorded',
  due: (on: string, limit: string): string => `Due by ${dateWords(on)} (${limit})`,
  limit: (count: number): string => counted(count, 'working day', 'working days'),
  ifEnhanced: (on: string, limit: string): string =>
    `with enhanced rights by ${dateWords(on)} (${limit}); whether the client has them is not recorded`,
  provisional:
    'The day is provisional: bank holidays of that year, or the law or rights that apply, are not certain.',
  stands: {
    told: 'told by then',
    'told-later': 'told after that day',
    due: 'update due',
    'not-recorded': 'update not recorded',
  } satisfies Readonly<Record<UpdateStands, string>>,
  views: (asked: boolean): string => `Client’s views asked before: ${asked ? 'yes' : 'no'}`,
  noViews: 'Client’s views asked before: not recorded',
  groups: {
    what: 'What happened',
    told: 'What the client was told',
    review: 'Decision and review',
  },
} as const;

export const reviewText = {
  title: 'Decisions and reviews',
  empty:
    'No decision that can be reviewed is recorded: no further action, no charge, a charge changed or stopped.',
  by: (of: 'police' | 'prosecutor', prosecutor: string): string =>
    of === 'police' ? 'Decision of the police' : `Decision of the prosecutor (${prosecutor})`,
  from: (day: string, isLetter: boolean): string =>
    isLetter
      ? `Counted from the letter of ${dateWords(day)}.`
      : `The day of the letter is not recorded: counted from ${dateWords(day)}.`,
  askBy: (day: string): string => `Ask by ${dateWords(day)}`,
  last: (day: string): string => `Last day ${dateWords(day)}`,
  noLimit: 'No limit for asking is known for the law of this case.',
  asked: (on: string): string => `Review asked for on ${dateWords(on)}`,
  notAsked: 'A review asked for: not recorded',
  answered: (what: string, on: string | null): string =>
    `Answer: ${what}${on === null ? ', day not recorded' : `, ${dateWords(on)}`}`,
  notAnswered: 'Answer to the review: not recorded',
  bodies: 'Where a decision can be taken',
  doubt: (what: string): string => `Not confirmed: ${what}.`,
} as const;

export const statementText = {
  /** Scotland calls it otherwise. */
  title: (jurisdiction: Jurisdiction | null): string =>
    jurisdiction === 'scotland' ? 'Victim statement' : 'Victim personal statement',
  add: 'Record the statement',
  change: 'Change what is recorded of the statement',
  empty: 'That a statement was offered is not recorded.',
  offered: 'Offered',
  declined: 'Declined',
  made: 'Made',
  updated: 'Updated',
  read: 'Read in court',
} as const;

export const informationText = {
  title: 'Requests for information',
  add: 'New request',
  newTitle: 'A request for information about the client',
  change: 'Change the request',
  empty: 'No request for the client’s information is recorded.',
  counselling: 'counselling: presumed unnecessary',
  asksCounselling: 'asks for counselling or support notes',
  noReply: 'reply not recorded',
} as const;

export const adviceText = {
  title: 'Advice given by police, word for word',
  empty: 'No advice is recorded. It is written down with the report it was given on.',
  by: (who: string, on: string): string =>
    `${who === '' ? 'By whom is not recorded' : `By ${who}`}, with the report of ${dateWords(on)}`,
} as const;

export const warningText = {
  title: 'Warnings and information notices',
  empty: 'No warning or information notice is recorded.',
  counts: (before: number, after: number, span: number): string =>
    `${incidents(before)} in the ${span} days before, ${incidents(after)} in the ${span} days after`,
  sameDay: (count: number): string => `${incidents(count)} on the day itself, before or after is not known`,
  unsure: (count: number): string => `${incidents(count)} with a date too wide to say`,
  before: 'Before',
  on: 'On the day',
  after: 'After',
  wide: 'Not sure',
  toCome: (day: string): string => `The days after run until ${dateWords(day)}.`,
} as const;
