import type { dutyRooms } from '../../shared/models/duty';
import { counted } from './counts';
import { roomNames } from './rooms';

const roomHeadings: Readonly<Record<(typeof dutyRooms)[number], string>> = {
  case: 'Reaching the client, referral',
  people: roomNames.people,
  contacts: roomNames.contacts,
  risk: roomNames.risk,
  protection: roomNames.protection,
  response: roomNames.response,
  proceedings: 'Court proceedings',
  letters: roomNames.letters,
  chronology: 'Chronology',
};

/** Words of the list of what is missing or due. */
export const duties = {
  summary: (open: number, late: number): string =>
    `${counted(open, 'line', 'lines')}${late === 0 ? '' : `, ${String(late)} late`}. Each says why it is here and goes when it is met.`,
  emptyTitle: 'Nothing is missing, as far as is recorded',
  empty:
    'This room says what is not recorded yet and what is due: an assessment after three days, news that the client is owed, an order that ends. Each line names its rule and the records it stands on.',
  cardTitle: 'Missing or due',
  cardEmpty: 'Nothing is missing and nothing is due, as far as is recorded.',
  all: 'All that is missing',
  more: (count: number): string => `${counted(count, 'more line', 'more lines')}.`,
  roomHeading: (room: (typeof dutyRooms)[number]): string => roomHeadings[room],
  rule: (title: string, source: string, day: string): string => `${title}. ${source}, as at ${day}.`,
  notConfirmed: 'The source is not confirmed.',
  notCertain: 'The day is not certain.',
  standsOn: 'Stands on',
  andMore: (count: number): string => `and ${counted(count, 'more', 'more')}`,
  open: 'Open',
  record: 'Record it',
  putOff: 'Put off',
  putOffTitle: 'Put this line off',
  putOffIntro:
    'It stays in the list of what was put off, with your reason, and is here again from the day you name.',
  line: 'The line',
  offHeading: (count: number): string => `Put off (${String(count)})`,
  offLine: (reason: string, until: string | null): string =>
    `Put off${until === null ? '' : ` until ${until}`}: ${reason}`,
  takeBack: 'Take it back',
  of: (action: string, text: string): string => `${action}: ${text}`,
} as const;
