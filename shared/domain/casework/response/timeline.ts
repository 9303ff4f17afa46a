import type { ResponseEntry, ResponseHearing, ResponseOrder } from '../../../models/response';
import { labelOf } from '../../../records/by-fields';
import { eventSorts } from '../../../records/case-event';
import type { CaseEvent } from '../../../records/case-event';
import { firstOf } from '../../../records/casework-schemas';
import { policeReportKind } from '../../../records/police-report';
import type { PoliceReport } from '../../../records/police-report';
import { requestSubjects } from '../../../records/police-request';
import type { PoliceRequest } from '../../../records/police-request';
import type { VictimStatement } from '../../../records/victim-statement';
import { dateBounds } from '../../dates/bounds';

/** A record with its id, as the timeline takes it. */
export interface Held<T> {
  readonly id: string;
  readonly body: T;
}

export interface TimelineFacts {
  readonly entries: readonly Pick<ResponseEntry, 'id' | 'kind' | 'title' | 'earliest' | 'latest'>[];
  readonly orders: readonly ResponseOrder[];
  readonly hearings: readonly ResponseHearing[];
  readonly reports: readonly Held<PoliceReport>[];
  readonly requests: readonly Held<PoliceRequest>[];
  readonly events: readonly Held<CaseEvent>[];
  readonly statements: readonly Held<VictimStatement>[];
}

/** The first and the last day that a date allows, YYYY-MM-DD; `null` for an end that is open. */
export interface DayRange {
  readonly earliest: string | null;
  readonly latest: string | null;
}

export const markSorts = ['report', 'event', 'hearing', 'statement'] as const;
export type MarkSort = (typeof markSorts)[number];

/** What happened once. A date that is no single day is a range. */
export interface TimelineMark extends DayRange {
  readonly sort: MarkSort;
  readonly id: string;
  readonly title: string;
}

/** What lasted: an order, bail, an ask that waits. */
export interface TimelineBar {
  readonly sort: 'order' | 'ask';
  readonly id: string;
  readonly title: string;
  /** When it began, as far as it is known. */
  readonly from: DayRange;
  /** When it ended; null where no end is recorded. */
  readonly to: DayRange | null;
}

export interface TimelineIncident extends DayRange {
  readonly id: string;
  readonly title: string;
}

/** What there is no record of: said in words beside the picture. */
export type NotRecorded =
  'reports' | 'events' | 'hearings' | 'orders' | 'crime-numbers' | 'order-start' | 'order-end';

export interface ResponseTimeline {
  /** First and last day of all that is drawn; null where there is nothing. */
  readonly from: string | null;
  readonly to: string | null;
  readonly incidents: readonly TimelineIncident[];
  readonly marks: readonly TimelineMark[];
  readonly bars: readonly TimelineBar[];
  /** How often each is not recorded; what is recorded everywhere is left out. */
  readonly notRecorded: readonly { readonly what: NotRecorded; readonly count: number }[];
}

const oneDay = (day: string): DayRange => ({ earliest: day, latest: day });

function dayOf(stamp: string): string | null {
  return stamp.startsWith('0000') || stamp.startsWith('9999') ? null : stamp.slice(0, 10);
}

const rangeOf = ({ earliest, latest }: { readonly earliest: string; readonly latest: string }): DayRange => ({
  earliest: dayOf(earliest),
  latest: dayOf(latest),
});

/** The days of a date as it was written; null where it cannot be read. */
function rangeIn(edtf: string | null): DayRange | null {
  if (edtf === null) return null;
  try {
    return rangeOf(dateBounds(edtf, null));
  } catch {
    return null;
  }
}

/** When an order has been in force: its own dates, else when it was made or served. Null for one that was never made. */
function orderBar({ id, name, from, until, order }: ResponseOrder): TimelineBar | null {
  const began = order?.madeOn ?? order?.servedOn ?? null;
  const start = rangeIn(from) ?? (began === null ? null : oneDay(began));
  return start === null ? null : { sort: 'order', id, title: name, from: start, to: rangeIn(until) };
}

/** An order that was asked for, by its register record: from the day of asking to the answer. */
function orderAsked({ id, name, order }: ResponseOrder): TimelineBar | null {
  if (order?.askedOn == null) return null;
  const end = order.answeredOn ?? order.madeOn;
  return {
    ...{ sort: 'ask', id, title: name, from: oneDay(order.askedOn) },
    to: end === null ? null : oneDay(end),
  };
}

function askBar({ id, body: { what, on, answeredOn, doneOn } }: Held<PoliceRequest>): TimelineBar | null {
  if (on === null) return null;
  const end = answeredOn ?? doneOn;
  const title = labelOf(requestSubjects, what);
  return { sort: 'ask', id, title, from: oneDay(on), to: end === null ? null : oneDay(end) };
}

function marksOf({ reports, events, hearings, statements }: TimelineFacts): readonly TimelineMark[] {
  return [
    ...reports.map(({ id, body }) => ({
      ...{ sort: 'report' as const, id, title: policeReportKind.title(body) },
      ...oneDay(body.on),
    })),
    ...events.map(({ id, body }) => ({
      ...{ sort: 'event' as const, id, title: labelOf(eventSorts, body.what) },
      ...oneDay(body.on),
    })),
    ...hearings.flatMap(({ id, edtf, what, court }) => {
      const range = rangeIn(edtf);
      const title = firstOf(what, court, labelOf(eventSorts, 'hearing'));
      return range === null ? [] : [{ sort: 'hearing' as const, id, title, ...range }];
    }),
    ...statements.flatMap(({ id, body: { madeOn } }) =>
      madeOn === null
        ? []
        : [{ sort: 'statement' as const, id, title: 'Victim personal statement', ...oneDay(madeOn) }],
    ),
  ];
}

function missingIn(
  { reports, events, hearings, orders }: TimelineFacts,
  bars: readonly TimelineBar[],
): ResponseTimeline['notRecorded'] {
  const inForce = bars.filter(({ sort }) => sort === 'order');
  const made = orders.filter(({ order }) => order?.stage === 'made' || order?.stage === 'ended');
  const started = new Set(inForce.map(({ id }) => id));
  const isHearing = ({ body: { what } }: Held<CaseEvent>): boolean => what === 'hearing';
  const counts: readonly (readonly [NotRecorded, number])[] = [
    ['reports', reports.length === 0 ? 1 : 0],
    ['events', events.length === 0 ? 1 : 0],
    ['hearings', hearings.length === 0 && !events.some(isHearing) ? 1 : 0],
    ['orders', orders.length === 0 ? 1 : 0],
    ['crime-numbers', reports.filter(({ body }) => body.crimeNumber === '').length],
    ['order-start', made.filter(({ id }) => !started.has(id)).length],
    ['order-end', inForce.filter(({ to }) => to === null).length],
  ];
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}

const isBar = (bar: TimelineBar | null): bar is TimelineBar => bar !== null;

/** What happened, and what was done, on one axis of time: marks, bars, and what there is no record of. */
export function responseTimeline(facts: TimelineFacts): ResponseTimeline {
  const incidents = facts.entries
    .filter(({ kind }) => kind === 'incident')
    .map(({ id, title, ...stamps }) => ({ id, title, ...rangeOf(stamps) }));
  const marks = marksOf(facts);
  const bars = [
    ...facts.orders.map(orderBar),
    ...facts.orders.map(orderAsked),
    ...facts.requests.map(askBar),
  ].filter(isBar);
  const ranges = [
    ...incidents,
    ...marks,
    ...bars.map(({ from }) => from),
    ...bars.flatMap(({ to }) => to ?? []),
  ];
  const days = ranges
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== null)
    .sort();
  return {
    ...{ from: days[0] ?? null, to: days.at(-1) ?? null },
    ...{ incidents, marks, bars, notRecorded: missingIn(facts, bars) },
  };
}
