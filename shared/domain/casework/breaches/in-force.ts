import type { OrderDetails, OrderTerm } from '../../../models/register';
import { dateBounds } from '../../dates/bounds';
import { addDays } from '../working-days';

/** What the matching needs of an order or of bail. */
export interface OrderFacts {
  readonly id: string;
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly order?: OrderDetails | undefined;
}

/** First and last day that a date allows. */
export interface Days {
  readonly first: string;
  readonly last: string;
  /** Every day between them is as likely: a range, or a date that is about right. */
  readonly isUncertain: boolean;
}

/** Days that what is only about right may be off, either way. */
const slack = 7;

/** Ends that are open stay so. */
function shift(day: string, days: number): string {
  return day.startsWith('9999') || day.startsWith('0000') ? day : addDays(day, days);
}

/** The days that a date allows; null for what is no date. */
export function daysOf(edtf: string): Days | null {
  try {
    const { earliest, latest, approximate } = dateBounds(edtf, null);
    const [first, last] = [earliest.slice(0, 10), latest.slice(0, 10)];
    const isAbout = /[?~%]/u.test(edtf);
    return {
      first: isAbout ? shift(first, -slack) : first,
      last: isAbout ? shift(last, slack) : last,
      isUncertain: approximate,
    };
  } catch {
    return null;
  }
}

/** From when to when a term binds. */
export interface Force {
  readonly order: OrderDetails;
  readonly start: Days | null;
  readonly end: Days | null;
}

/** When a term is in force; null where it never is. */
export function forceOf(
  { from, until, order }: OrderFacts,
  term: Pick<OrderTerm, 'from' | 'until'>,
): Force | null {
  if (order === undefined || neverInForce(order)) return null;
  const start = laterOf(
    daysOf(from ?? order.madeOn ?? order.servedOn ?? ''),
    daysOf(term.from ?? ''),
    'first',
  );
  return { order, start, end: earlierOf(daysOf(until ?? ''), daysOf(term.until ?? '')) };
}

/** Whether it was in force on these days, and what is not certain about it; null where it was not. */
export function inForceThen(
  when: Days,
  { order, start, end }: Force,
): { readonly doubts: readonly string[]; readonly since: string | null } | null {
  // Restraining, non-molestation and protection orders bind from when they are made; before that nothing does.
  if (start !== null && when.last < start.first) return null;
  if (end !== null && when.first > end.last) return null;
  const doubts = [...aboutDates(when, start, end), ...aboutOrder(when, order, end)];
  return { doubts, since: start?.first ?? null };
}

/** What is not certain about whether it was in force that day. */
function aboutDates(when: Days, start: Days | null, end: Days | null): readonly string[] {
  if (start === null) return ['since when it is in force is not recorded'];
  if (isOpen(when, start, end)) return ['the dates are not certain'];
  return when.first === start.first ? ['the same day as it came into force'] : [];
}

/** What is not recorded of service, of bail that went on, and of the end. */
function aboutOrder(
  when: Days,
  { servedOn, returnOn, stage }: OrderDetails,
  end: Days | null,
): readonly string[] {
  const doubts: string[] = [];
  if (servedOn !== null && when.first < servedOn) doubts.push('before it was recorded as served');
  if (end !== null) return doubts;
  if (returnOn !== null && when.first > returnOn) {
    doubts.push('after the return date; whether bail went on is not recorded');
  }
  if (stage === 'ended') doubts.push('when it ended is not recorded');
  return doubts;
}

/** Asked for, thought of or refused; or released without conditions: there is nothing to break. */
function neverInForce({ stage, bail }: OrderDetails): boolean {
  return stage === 'considered' || stage === 'asked' || stage === 'refused' || bail === 'under_investigation';
}

/** Whether some of the days that are possible lie outside. */
function isOpen(when: Days, start: Days | null, end: Days | null): boolean {
  if (when.isUncertain) return true;
  const begins = start !== null && start.isUncertain && when.first < start.last;
  return begins || (end !== null && end.isUncertain && when.last > end.first);
}

function laterOf(one: Days | null, other: Days | null, by: 'first'): Days | null {
  if (one === null || other === null) return one ?? other;
  return one[by] >= other[by] ? one : other;
}
function earlierOf(one: Days | null, other: Days | null): Days | null {
  if (one === null || other === null) return one ?? other;
  return one.last <= other.last ? one : other;
}
