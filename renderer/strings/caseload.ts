import { standingOf } from '../../shared/domain/dates/standing';
import { printDate } from '../../shared/domain/dates/print';
import type { DueWithin } from '../../shared/domain/casework/caseload/choose';
import type { CaseSort } from '../../shared/domain/casework/caseload/choose';
import type { DutyTime } from '../../shared/domain/casework/caseload/first';
import type { Duty } from '../../shared/models/duty';
import { counted } from './counts';

/** `today`, `tomorrow`, `2 days late`, `Mon 30 Nov 2026` of a day, seen from today. */
export function dueText(day: string | null, today: string): string {
  if (day === null) return 'no day';
  const { is, days } = standingOf(day, today);
  if (is === 'today') return 'today';
  if (is === 'past') return `${counted(days, 'day', 'days')} late`;
  return days === 1 ? 'tomorrow' : weekdayText(day);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** `Mon 30 Nov 2026`. */
export function weekdayText(day: string): string {
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return `${weekday} ${printDate(day, null)}`;
}

export const dutyTimeText: Readonly<Record<DutyTime, string>> = {
  overdue: 'Overdue',
  soon: 'Today and tomorrow',
  week: 'Within seven days',
  later: 'Later',
  'no-day': 'Without a day',
};

export const dueWithinText: Readonly<Record<DueWithin, string>> = {
  any: 'Any time',
  overdue: 'Overdue',
  today: 'Today or late',
  week: 'Within 7 days',
  fortnight: 'Within 14 days',
  month: 'Within 28 days',
};

export const caseSortText: Readonly<Record<CaseSort, string>> = {
  due: 'What is due first',
  worked: 'Worked on last',
  reference: 'Reference',
  referred: 'Referred last',
};

/** Words of the caseload. */
export const caseloadText = {
  title: 'Caseload',
  summary: (day: string, open: number, due: number): string =>
    `${weekdayText(day)}. ${counted(open, 'open case', 'open cases')}, ${due} with something to do.`,
  views: 'Ways to look at the caseload',
  list: 'List',
  calendar: 'Calendar',
  newCase: 'New case',
  newTask: 'New task',
  emptyTitle: 'Begin with a case',
  empty:
    'A case holds what a client brings and what happened, in order. Give it a reference and a name that is not the client’s. You can also open a package from another office under Transfers.',

  first: 'To do first',
  firstHint: 'From what is recorded. Every line says why it is here and goes when it is met.',
  firstNone: 'Nothing that is recorded is due, and nothing is listed as missing.',
  source: ({ text, asAt, confirmed }: Duty['source']): string =>
    `${text}, as at ${printDate(asAt, null)}${confirmed ? '' : ', not confirmed'}.`,
  notCertain: 'The day is not certain.',
  open: 'Open',
  openDuty: (reference: string, text: string): string => `Open ${reference}: ${text}`,

  cases: 'Cases',
  filterText: 'Reference, name or advocate',
  status: 'Status',
  moreChoices: (chosen: number): string =>
    chosen === 0 ? 'Due, whose, law and order' : `Due, whose, law and order: ${chosen} chosen`,
  openOnes: 'All open',
  endedOnes: 'No longer open',
  everyOne: 'All',
  whose: 'Whose',
  everybody: 'Everybody’s',
  nobody: 'Nobody named',
  law: 'Law',
  anyLaw: 'Any',
  lawNotSaid: 'Not said',
  due: 'Due',
  sort: 'Order',
  none: 'No case is like that.',
  found: (shown: number, all: number): string => `${shown} of ${counted(all, 'case', 'cases')} shown.`,
  ended: (count: number): string =>
    `${counted(count, 'case is', 'cases are')} no longer open: choose “No longer open” under Status.`,
  noEntries: 'no entries yet',
  latest: (day: string): string => `latest entry ${day}`,
  datesToDecide: (count: number): string => counted(count, 'date to decide', 'dates to decide'),
  endedOn: (day: string): string => `ended ${printDate(day, null)}`,
  ownerOf: (owner: string): string => (owner === '' ? 'nobody named' : owner),

  tasks: 'Tasks, reviews and appointments',
  tasksNone: 'No task is open. Write one where somebody of the office has something to do by a day.',
  done: 'Done',
  doneOf: (title: string): string => `Done: ${title}`,
  openTask: (title: string): string => `Open: ${title}`,
  whichCase: 'Case',
  chooseCase: 'Choose a case.',
  goOn: 'Go on',
  taskOf: (reference: string): string => `New task in ${reference}`,

  referral: 'Referral',
  referralIntro:
    'Who sent the client here, and whose law applies. Each may stay empty; more is written under “People and details”.',
  keepReferral: 'Save the referral',

  end: 'Close the case',
  endIntro: 'It is listed apart from then on. Nothing is taken away, and it can be reopened.',
  becomes: 'It is then',
  endDay: 'On',
  endReason: 'Why',
  chooseReason: 'Choose why.',
  giveDay: 'Give the day.',
  record: 'Record at closing',
  recordHint:
    'Risk when it was closed, what is left of the plan, which agencies were told, how the client can come back, what became of the evidence.',
  reopen: 'Reopen the case',
  reopenText:
    'It is worked on again and listed among the open cases. What was recorded when it was closed stays.',
} as const;
