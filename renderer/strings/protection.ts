import type { Ending, OrderStanding } from '../../shared/domain/casework/protection/order-standing';
import { dateWords } from '../../shared/records/words/date-words';
import { counted } from './counts';

const standings: Readonly<Record<OrderStanding, string>> = {
  considered: 'thought of',
  asked: 'asked for',
  refused: 'refused',
  no_conditions: 'no conditions',
  ended: 'ended',
  'may-have-ended': 'may have ended',
  'in-force': 'in force',
  'may-be-to-come': 'may be to come',
  'to-come': 'to come',
  'not-known': 'dates not recorded',
};

const lost = (what: Ending['what'], term: number | null): string => {
  if (what === 'return') return 'Bail return date';
  return what === 'term' ? `Term ${term ?? ''} ends` : 'Ends';
};

/** What the room of orders and bail says. */
export const protectionText = {
  summary: (all: number, inForce: number): string =>
    all === 0
      ? 'Nothing is recorded yet.'
      : `${counted(all, 'order or bail is', 'orders and bail are')} recorded; ${inForce} in force today.`,
  add: 'Add an order or bail',
  emptyTitle: 'No order or bail recorded',
  empty:
    'Write down each order, bail condition or request with its terms, one by one, and when and of whom it was asked. Entries after it are then compared with its terms, and what may be a breach is offered for you to decide.',
  standing: (standing: OrderStanding): string => standings[standing],
  today: (numbers: readonly number[], all: number): string => {
    if (all === 0) return 'No terms are recorded, so no entry can be compared with them.';
    if (numbers.length === 0) return 'No term is in force today.';
    return numbers.length === all
      ? `${counted(all, 'term is', 'terms are')} in force today.`
      : `In force today: ${numbers.length === 1 ? 'term' : 'terms'} ${numbers.join(', ')}.`;
  },
  ending: ({ what, term, on }: Ending): string => `${lost(what, term)} on ${dateWords(on)}`,
  terms: 'Terms',
  possible: 'Possible breaches, for you to decide',
  possibleHint:
    'Compared by date, person, place and kind of act. A person decides; nothing here says that an order was broken.',
  notCertain: (doubts: readonly string[]): string => `Not certain: ${doubts.join('; ')}.`,
  possibleTag: 'possible breach',
  decide: 'Decide',
  decideOf: (title: string): string => `Decide whether this is a breach: ${title}`,
  openOf: (title: string): string => `Open the entry ${title}`,
  more: (count: number): string => `${count} more are offered when these are decided.`,
  decided: 'Decided',
  termNumber: (number: number): string => `Term ${number}`,
  wholeOrder: 'The order as a whole',
} as const;

/** What the forms of the room say. */
export const protectionForm = {
  newTitle: 'Add an order or bail',
  changeTitle: (name: string): string => `Change ${name}`,
  breachTitle: 'Is this a breach?',
  breachIntro: 'A breach counts as an act too: the entry stays as it is and is linked to the order.',
  name: 'What it is called here',
  sort: 'Kind',
  from: 'In force from',
  until: 'In force until',
  notes: 'Notes',
  needsName: 'Give it a name.',
  asking: 'Asked for',
  made: 'The order',
  bail: 'Bail',
  who: 'Whom it binds and protects',
  binds: 'Binds',
  protects: 'Protects',
  noPeople: 'No people are recorded in this case yet.',
  terms: 'Terms',
  termsHint: 'One for each thing that is forbidden or asked for, in the words of the order.',
  addTerm: 'Add a term',
  term: (number: number): string => `Term ${number}`,
  takeTerm: (number: number): string => `Take out term ${number}`,
  termText: 'Words of the term',
  termPlace: 'Place in words',
  termPlaceHint: 'An address, an area, a distance.',
  termFrom: 'From, where it has dates of its own',
  termUntil: 'Until',
  termPeople: 'People it names',
  termPlaces: 'Places it names',
  termActs: 'Acts that would break it',
} as const;
