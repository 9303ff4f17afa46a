import type { CalendarSort } from '../../shared/models/caseload';
import { counted } from './counts';

export const calendarSortText: Readonly<Record<CalendarSort, string>> = {
  hearing: 'Hearing',
  release: 'Release',
  bail_return: 'Bail: to answer',
  order_ends: 'Order ends',
  term_ends: 'Term ends',
  review: 'Review',
  plan_action: 'Plan',
  task: 'Task',
  appointment: 'Appointment',
  consent_ends: 'Consent ends',
  recording_deleted: 'Recording deleted',
  duty: 'Due',
};

const spans = [
  { id: '28', label: 'The next 4 weeks' },
  { id: '92', label: 'The next 3 months' },
  { id: '365', label: 'The next 12 months' },
] as const;

/** Words of the calendar. */
export const calendarText = {
  summary:
    'What has a day in the open cases: hearings, bail, orders and terms that end, reviews, tasks, and what is due.',
  grid: 'Month',
  days: 'Days',
  look: 'How it is shown',
  filter: 'Reference or name of a case',
  previous: 'Previous month',
  next: 'Next month',
  today: 'Today',
  count: (count: number): string => counted(count, 'entry', 'entries'),
  more: (count: number): string => `+${count} more`,
  nothingOn: 'Nothing has this day.',
  nothingInMonth: 'Nothing has a day in this month.',
  nothingFound: 'Nothing of such a case has a day in this month.',
  emptyTitle: 'Nothing has a day in this month',
  empty:
    'Hearings, bail, orders, reviews and tasks appear here as soon as their day is recorded in a case. Begin in the case, under “Contacts and tasks” or “Court proceedings”.',
  about: (date: string): string => `(${date}: listed on one day of it)`,
  open: (text: string): string => `Open: ${text}`,
  save: 'Save for another calendar',
  saveTitle: 'Save a calendar file',
  saveText:
    'The file holds days, times and how much is due: “Holdfast: 2 things due”, “Holdfast: appointment”. It names no case and nobody, and no entry of it leads to one. It is not encrypted, and it does not change by itself: save it again when days have changed, and delete the old entries first.',
  span: 'Which days',
  spans,
  saveNow: 'Choose where',
  saved: (events: number): string => `Saved: ${counted(events, 'entry', 'entries')}, with neutral titles.`,
  savedText: 'Who finds the file sees that somebody works with Holdfast, and on which days.',
} as const;
