import { printDate } from '../../shared/domain/dates/print';
import type { Erasure, OfficeDuty, RetentionCase } from '../../shared/models/retention';
import { counted } from './counts';
import { printMoment } from './dates';

const day = (text: string): string => printDate(text, null);

/** Words of how long what is kept, requests for somebody's own data, and complaints. */
export const retentionText = {
  summary: 'How long cases are kept, who asked for their own data, complaints, what was lost.',
  dutiesTitle: 'What is due',
  noDuties: 'Nothing of the office is due.',
  dueOn: ({ due, isCertain }: OfficeDuty): string =>
    due === null
      ? 'no day can be told'
      : `${day(due)}${isCertain ? '' : ', not certain: bank holidays differ by jurisdiction'}`,
  late: 'late',
  soon: 'soon',
  rulesTitle: 'How long cases are kept',
  rulesEmpty:
    'No statute gives a number of years: the office decides, and writes down why. Examples, not rules: six years after closing, as long as a claim in contract can be brought; until a child named in it is 25. Without a rule no case comes up for review.',
  addRule: 'Add a rule',
  ruleTitle: 'How long something is kept',
  holdsTitle: 'Legal holds',
  holdsHint:
    'While a hold stands nothing of its case can be erased: proceedings, a review of a death, a complaint, a request for data.',
  holdCase: 'Case',
  holdChoose: 'Choose a case',
  addHold: 'Put on hold',
  holdTitle: 'A legal hold',
  noHolds: 'No hold is recorded for this case.',
  reviewTitle: 'Cases that are over',
  noCases: 'No case is closed, declined or handed over.',
  erase: 'Erase',
  eraseOf: (reference: string): string => `Erase ${reference}`,
  keep: 'Keep longer',
  keepOf: (reference: string): string => `Keep ${reference} longer`,
  reason: 'Why it is kept longer',
  reasonMissing: 'Say why.',
  until: 'Until, or empty for as long as nobody decides otherwise',
  state: ({ isHeld, longer, until, months, closedOn }: RetentionCase): string => {
    if (isHeld) return 'Held: nothing may be erased.';
    if (longer !== null)
      return `Kept longer${longer.until === null ? '' : ` until ${day(longer.until)}`}: ${longer.reason}`;
    if (months === null) return 'No rule of the office says how long.';
    if (closedOn === null) return 'No day of closing is recorded, so no time can be counted.';
    return until === null
      ? ''
      : `Kept until ${day(until)}: ${counted(months, 'month', 'months')} from ${day(closedOn)}.`;
  },
  forReview: 'to be decided',
  accessTitle: 'Requests for somebody’s own data',
  accessEmpty:
    'Write down each request on the day it comes, also one that was only spoken. It is answered within a month; the day is worked out here.',
  addAccess: 'Write down a request',
  accessForm: 'A request for somebody’s own data',
  accessDue: (due: string | null): string =>
    due === null ? 'The clock stands still.' : `To be answered by ${day(due)}.`,
  answered: (on: string): string => `Answered on ${day(on)}.`,
  accessHelp: 'Before you answer',
  accessSteps: [
    'Whoever asks may be the person complained of. Neither confirm nor deny that anybody is a client, not by tone, delay or wording: look the same way, and answer in the same words, whoever asks.',
    'Suggested words: “We neither confirm nor deny that we hold information about you. Where confirming would itself disclose information about another person, we are not obliged to do so.”',
    'What other people said, and what identifies them, stays out unless they agree or it is reasonable without (Data Protection Act 2018 Schedule 2 paragraph 16, not confirmed). Say in the answer that something was left out and why, in general words.',
    'To hand over: redact the exhibits in their case, then make a pack of the redacted copies there.',
  ],
  findTitle: 'Look through all cases',
  findLabel: 'Name, number, e-mail or handle',
  find: 'Look',
  findNone: 'Nothing was found. Spellings and other names may differ: look for those as well.',
  findSome: (cases: number): string =>
    `Found in ${counted(cases, 'case', 'cases')}. Which, is shown only when you ask: look who can see this screen.`,
  findShow: 'Show in which cases',
  findCase: (hits: number, more: boolean): string =>
    `${counted(hits, 'place', 'places')}${more ? ', and more' : ''}`,
  findOpen: (reference: string): string => `Open ${reference}`,
  redact: 'Redact its exhibits',
  pack: 'Make a pack',
  complaintsTitle: 'Complaints about data',
  complaintsEmpty:
    'Each complaint is acknowledged within 30 days and answered without delay. Write it down on the day it comes.',
  addComplaint: 'Write down a complaint',
  complaintForm: 'A complaint about data',
  complaintDue: (due: string): string => `To be acknowledged by ${day(due)}.`,
  breachesHint: 'The same list stands under Send and receive, where a loss is written down and changed.',
  breachesTitle: 'Lost or stolen',
  breachesCount: (count: number): string =>
    count === 0
      ? 'Nothing lost or stolen is recorded.'
      : `${counted(count, 'loss is', 'losses are')} recorded.`,
  breachesOpen: 'Open the list',
  erasuresTitle: 'Certificates of erasure',
  noErasures:
    'Nothing was erased yet. After an erasure its certificate is saved from here: numbers, day and person, no content.',
  erasure: ({ what, at, author, items, entries }: Erasure): string =>
    `${what === 'case' ? 'A case' : 'An exhibit'}, ${printMoment(at)}, by ${author}: ${counted(items, 'exhibit', 'exhibits')}, ${counted(entries, 'entry', 'entries')}.`,
  saveCertificate: 'Save certificate',
  saveCertificateOf: (seq: number): string => `Save the certificate of act ${seq}`,
} as const;
