import type { ConsentStanding, TaskStanding } from '../../shared/domain/casework/contacts/standing';
import { consentAnswers } from '../../shared/records/consent';
import { labelOf } from '../../shared/records/by-fields';
import { counted } from './counts';

/** What the page of contacts and tasks says. */
export const contactsText = {
  tabs: 'What to look at',
  contacts: 'Contacts',
  notes: 'Support notes',
  consents: 'Consents',
  tasks: 'Tasks and reviews',
  summary: (contacts: number, open: number): string =>
    `${counted(contacts, 'contact', 'contacts')} in the log, ${counted(open, 'task or review', 'tasks and reviews')} open.`,
  addContact: 'Record a contact',
  addNote: 'Write a support note',
  addConsent: 'Record a consent',
  addTask: 'Add a task or review',
  correct: 'Correct',
  correctOf: (title: string): string => `Correct ${title}`,
  corrected: 'corrected',
  correction: 'a correction',
  correctContact: 'Correct a contact',
  correctNote: 'Correct a support note',
  correctIntro: 'What was written stays. This is kept beside it, as what is right.',
  contactIntro: 'Once it is saved it stays as it is. What was wrong is put right by a correction of its own.',
  when: 'When and with whom',
  what: 'What was said',
  noContactsTitle: 'No contact is recorded yet',
  noContacts:
    'Calls, texts, visits and attempts, with the client and about the case. How the client can be reached safely stands above the form.',
  noNotesTitle: 'No support note is recorded',
  noNotes: 'What was said for support alone, and is no evidence, stands here and not in the log.',
  notesApart:
    'Support notes are kept apart from evidence: no pack, bundle or share takes them along. The victim information code of practice (12 January 2026) presumes that a request for them is unnecessary. They go with the whole case when another office takes it over.',
  noConsentsTitle: 'No consent is recorded',
  noConsents:
    'What the client agreed to, refused or took back: with whom it may be shared, what it covers, until when.',
  noTasksTitle: 'Nothing is to be done',
  noTasks: 'A call to make, a review that is due, an appointment: with a day it is listed as due.',
  time: (minutes: number, unsaid: number): string =>
    `${minutes < 60 ? '' : `${String(Math.floor(minutes / 60))} h `}${String(minutes % 60)} min recorded as spent.${
      unsaid === 0 ? '' : ` Of ${counted(unsaid, 'contact', 'contacts')} no time is recorded.`
    }`,
  needReason: 'Say why it was shared without consent: safeguarding, serious harm.',
  done: 'Done',
  doneOf: (title: string): string => `Done: ${title}`,
  notDone: 'Not done after all',
  notDoneOf: (title: string): string => `Not done after all: ${title}`,
  open: 'To be done',
  doneBefore: 'Done before',
} as const;

/** How a consent stands, in two or three words. */
export function consentStandingText(standing: ConsentStanding): string {
  if (standing === 'expired') return 'ended';
  if (standing === 'ends-soon') return 'given, ends soon';
  return labelOf(consentAnswers, standing).toLowerCase();
}

/** How a task stands, in two or three words. */
export function taskStandingText(standing: TaskStanding): string {
  switch (standing.is) {
    case 'done':
      return 'done';
    case 'open':
      return 'no day set';
    case 'today':
      return 'due today';
    case 'late':
      return `${counted(standing.days, 'day', 'days')} late`;
    case 'ahead':
      return `in ${counted(standing.days, 'day', 'days')}`;
  }
}
