import type { SafeContact } from '../../../models/case';
import type { Entry } from '../../../models/chronology';
import type { Law } from '../../../models/law';
import type { RegisterItem } from '../../../models/register';
import type { Assessment } from '../../../records/assessment';
import type { CaseDetails } from '../../../records/case-details';
import type { CaseEvent } from '../../../records/case-event';
import type { Consent } from '../../../records/consent';
import type { OrderBreach } from '../../../records/order-breach';
import type { PlanAction } from '../../../records/plan-action';
import type { PoliceReport } from '../../../records/police-report';
import type { PoliceRequest } from '../../../records/police-request';
import { labelOf } from '../../../records/by-fields';
import { firstOf, headOf } from '../../../records/casework-schemas';
import { eventSorts } from '../../../records/case-event';
import { requestSubjects } from '../../../records/police-request';
import { dateWords } from '../../../records/words/date-words';

export type Kept<T> = T & { readonly id: string };

/** What of an entry a letter says. */
export type LetterEntry = Pick<
  Entry,
  | 'id'
  | 'kind'
  | 'title'
  | 'description'
  | 'quote'
  | 'printedDate'
  | 'earliest'
  | 'latest'
  | 'behaviours'
  | 'effect'
  | 'changes'
  | 'fear'
  | 'threat'
  | 'reported'
  | 'unreported'
  | 'exhibits'
  | 'named'
  | 'messageText'
>;

/** All that letters are filled from. What is not recorded is empty, null or not there. */
export interface LetterFacts {
  readonly reference: string;
  readonly office: string;
  readonly advocate: string;
  /** The day it is in the UK, YYYY-MM-DD. */
  readonly today: string;
  readonly details: CaseDetails;
  /** The law that the acts and orders of the case are named by. */
  readonly law: Law;
  readonly safeContact: SafeContact;
  /** Oldest first. */
  readonly entries: readonly LetterEntry[];
  readonly reports: readonly Kept<PoliceReport>[];
  readonly requests: readonly Kept<PoliceRequest>[];
  readonly events: readonly Kept<CaseEvent>[];
  readonly breaches: readonly Kept<OrderBreach>[];
  readonly assessments: readonly Kept<Assessment>[];
  readonly actions: readonly Kept<PlanAction>[];
  readonly consents: readonly Kept<Consent>[];
  readonly people: readonly RegisterItem[];
  readonly places: readonly RegisterItem[];
  readonly orders: readonly RegisterItem[];
}

/** Conduct; what only stands beside it, such as a hearing, is never counted as such. */
export const incidentsOf = ({ entries }: LetterFacts): readonly LetterEntry[] =>
  entries.filter(({ kind }) => kind === 'incident');

/** `crime number 42/123`, or the day where there is no number. */
export function reportRef({
  on,
  crimeNumber,
  incidentNumber,
}: Pick<PoliceReport, 'on' | 'crimeNumber' | 'incidentNumber'>): string {
  const number = firstOf(
    crimeNumber === '' ? '' : `crime number ${crimeNumber}`,
    incidentNumber === '' ? '' : `incident ${incidentNumber}`,
    'number not recorded',
  );
  return `report of ${dateWords(on)}, ${number}`;
}

const dayOr = (day: string | null): string => (day === null ? 'day not recorded' : dateWords(day));

/** What everything that a letter may cite is called in brackets: its date with a short title or a reference. */
export function citeNames(facts: LetterFacts): ReadonlyMap<string, string> {
  const { entries, reports, requests, events, assessments, actions, orders, consents, breaches } = facts;
  const titles = new Map(entries.map((entry) => [entry.id, entry.title]));
  const orderNames = new Map(orders.map(({ id, name }) => [id, name]));
  return new Map([
    ...entries.map(({ id, printedDate, title }) => [id, `${printedDate}, ${headOf(title)}`] as const),
    ...reports.map((each) => [each.id, reportRef(each)] as const),
    ...requests.map(
      ({ id, what, on }) => [id, `asked ${dayOr(on)}: ${labelOf(requestSubjects, what)}`] as const,
    ),
    ...events.map(({ id, what, on }) => [id, `${dateWords(on)}, ${labelOf(eventSorts, what)}`] as const),
    ...assessments.map(({ id, tool, on }) => [id, `${tool} of ${dateWords(on)}`] as const),
    ...actions.map(({ id, text: words }) => [id, `action: ${headOf(words)}`] as const),
    ...consents.map(({ id, on }) => [id, `consent register, ${dayOr(on)}`] as const),
    ...orders.map(({ id, name }) => [id, name] as const),
    ...breaches.map(
      ({ id, entryId, orderId }) =>
        [id, `${titles.get(entryId) ?? 'an entry'} beside ${orderNames.get(orderId) ?? 'an order'}`] as const,
    ),
  ]);
}

/** So many are named in brackets; all of them stand in the list at the end. */
const mostInBrackets = 6;

/** Writes what a figure or a statement stands on, in brackets: ` (3 Nov 2026, Calls to work; report of …)`. */
export type Cite = (ids: readonly string[]) => string;

export function citer(facts: LetterFacts): Cite {
  const names = citeNames(facts);
  return (ids) => {
    const known = [...new Set(ids)].flatMap((id) => names.get(id) ?? []);
    if (known.length === 0) return '';
    const more = known.length - mostInBrackets;
    const shown = known.slice(0, mostInBrackets).join('; ');
    return more <= 0 ? ` (${shown})` : ` (${shown}; and ${more} more in the list at the end)`;
  };
}
