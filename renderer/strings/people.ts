import type { CourtPaperNeed } from '../../shared/domain/casework/people/court-papers';
import type { PersonRole } from '../../shared/domain/casework/people/by-role';
import type { ConflictGround } from '../../shared/models/conflict';
import { personRoleText } from '../../shared/records/words/register-words';
import { counted, inWordsList } from './counts';

const many: Readonly<Partial<Record<PersonRole, string>>> = {
  client: 'Client',
  perpetrator: 'Person complained of',
  witness: 'Witnesses',
  officer: 'Police officers',
  professional: 'Other professionals',
  family: 'Family and friends of the client',
  child: 'Children',
  other: 'Others',
};

/** What stands above people of one part in the case. */
export function roleHeading(role: PersonRole | null): string {
  return role === null ? 'Part in the case not said' : (many[role] ?? personRoleText(role));
}

/** What the page of people and details says. */
export const peopleText = {
  summary: (count: number): string =>
    count === 0
      ? 'Nobody is recorded yet.'
      : `${counted(count, 'person', 'people')} recorded. Entries, orders and reports name them.`,
  add: 'Add a person',
  change: (name: string): string => `Change ${name}`,
  emptyTitle: 'Nobody is recorded yet',
  empty:
    'The client, the person complained of, witnesses, officers. With other names, numbers and vehicles they are found again: in messages, in orders, and in a conflict check.',
  intro: 'Fill in what is known. A name is enough, and “the man in the grey van” is one.',
  who: 'Who this is',
  found: 'How they are found and known',
  more: 'More',
  needName: 'Give a name, or what this person is called here.',
  noDetails: 'Nothing more is recorded.',
} as const;

/** What the card of the details of a case says. */
export const detailsText = {
  title: 'Details of the case',
  begin: 'Write the details',
  change: 'Change the details',
  empty: 'Who referred, which law applies, who the client is: nothing is recorded yet.',
  intro: 'Leave open what is not known: it is listed as not recorded, and nothing is made up.',
  referral: 'Referral',
  law: 'Law and police',
  client: 'The client',
  needs: 'Needs',
  background: 'Background',
  closing: 'Closing',
  clientHint: 'It stays in this vault, and is in no title, file name or list of cases.',
} as const;

const needs: Readonly<Record<CourtPaperNeed, string>> = {
  'client-name': 'the client’s full name',
  'client-birth': 'the client’s date of birth',
  'client-address': 'the client’s address',
  'other-name': 'the person complained of',
  'other-birth': 'their date of birth',
  'other-address': 'their address',
  relationship: 'what they are to the client',
  jurisdiction: 'which law applies',
};

/** What the card of court papers says. */
export const courtPapersText = {
  title: 'For court papers',
  all: 'Names, dates of birth, addresses and what one is to the other are recorded.',
  missing: (missing: readonly CourtPaperNeed[]): string =>
    `Not recorded: ${inWordsList(missing.map((need) => needs[need]))}.`,
  rule: 'Form FL401 (Family Law Act 1996, part 4) begins with them. An address that must stay secret goes on a form C8 of its own. Not confirmed against the forms of today.',
} as const;

const grounds: Readonly<Record<ConflictGround, string>> = {
  name: 'a name',
  birth: 'a date of birth',
  phone: 'a phone number',
  email: 'an e-mail address',
  handle: 'a name on a platform',
  vehicle: 'a vehicle',
  address: 'an address',
};

/** What the card of the conflict check says. */
export const conflictText = {
  title: 'Conflict check',
  what: 'Looks for the people of this case in all others of this vault: clients, people complained of, and everybody linked to them. Officers and other professionals are left out.',
  courtesy:
    'It names a case and whom to ask, and nothing of what stands there. In one vault this is a courtesy: everybody with a passphrase can open every case.',
  run: 'Check now',
  again: 'Check again',
  offered: 'Somebody was added. Check whether they stand in another case?',
  later: 'Not now',
  nobody: 'Nobody of this case is recorded yet, so there is nothing to look for.',
  none: (people: number, cases: number): string =>
    `Nothing found: ${counted(people, 'person', 'people')} looked for in ${counted(cases, 'other case', 'other cases')}.`,
  found: (count: number): string =>
    `${counted(count, 'other case', 'other cases')} may know somebody of this one.`,
  on: (on: readonly { readonly ground: ConflictGround; readonly sure: 'same' | 'similar' }[]): string =>
    inWordsList(
      on.map(({ ground, sure }) => `${grounds[ground]} (${sure === 'same' ? 'the same' : 'similar'})`),
    ),
  ask: (name: string): string =>
    name === '' ? 'Whom to ask is not recorded.' : `Ask ${name}, who wrote in it last.`,
  record: 'Record the outcome',
  past: 'Outcomes recorded',
  noneYet: 'No outcome is recorded yet.',
  formTitle: 'Record a conflict check',
} as const;
