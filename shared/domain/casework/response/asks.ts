import type { Jurisdiction } from '../../../models/jurisdiction';
import type { PoliceRequest } from '../../../records/police-request';
import { requestSubjects } from '../../../records/police-request';
import { lawOf, orderTypeOf } from '../../law/law-of';

type Subject = PoliceRequest['what'];

/** Whole days from one day to another, below nought where the other came before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Where an ask stands: `open` waits for an answer, `granted` for what was promised to be done. */
export type AskStands = 'not-asked' | 'open' | 'granted' | 'done' | 'refused';

/** Where an ask stands, by what is recorded of it. */
export function askStands({
  on,
  answer,
  doneOn,
}: Pick<PoliceRequest, 'on' | 'answer' | 'doneOn'>): AskStands {
  if (doneOn !== null) return 'done';
  if (answer === 'no') return 'refused';
  if (answer !== null) return 'granted';
  return on === null ? 'not-asked' : 'open';
}

/** Days until a recording is written over, below nought where that day has passed; null where nobody recorded it, or it was secured. */
export function daysLeft(
  { deletedOn, doneOn }: Pick<PoliceRequest, 'deletedOn' | 'doneOn'>,
  today: string,
): number | null {
  return deletedOn === null || doneOn !== null ? null : daysBetween(today, deletedOn);
}

/** Days since it was asked, while there is no answer; null for what was answered, or has no day. */
export function daysWaiting(
  { on, answer, doneOn }: Pick<PoliceRequest, 'on' | 'answer' | 'doneOn'>,
  today: string,
): number | null {
  return on === null || answer !== null || doneOn !== null ? null : daysBetween(on, today);
}

const order: Readonly<Record<AskStands, number>> = {
  'not-asked': 0,
  open: 1,
  granted: 2,
  refused: 3,
  done: 4,
};

/** Open asks first, and among them the recording that is written over soonest, then the longest asked. */
export function sortAsks<T extends { readonly body: PoliceRequest }>(asks: readonly T[]): readonly T[] {
  const key = ({ body }: T): string => {
    const stands = askStands(body);
    // What was answered: the newest answer first is of no use here, so it stands as it was asked.
    return `${order[stands]} ${body.doneOn === null ? (body.deletedOn ?? '9999') : '9999'} ${body.on ?? '0000'}`;
  };
  return asks
    .map((each) => ({ each, by: key(each) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .map(({ each }) => each);
}

/** The sort of order that an ask is for, where it is for one, by its code in the files of law. */
const orderOf: Readonly<Partial<Record<Subject, string>>> = {
  spo: 'spo',
  restraining_order: 'restraining',
  non_harassment_order: 'nho_criminal',
};

/** What there may be asked for where the case is: no search under s.2B outside England and Wales, no order that its law does not have. */
export function askOptions(
  jurisdiction: Jurisdiction | null,
): readonly { readonly id: Subject; readonly label: string }[] {
  const law = lawOf(jurisdiction);
  return requestSubjects.filter(({ id }) => {
    if (id === 'search_2b') return law.id === 'england-and-wales';
    const code = orderOf[id];
    return code === undefined || orderTypeOf(law, code) !== null;
  });
}
