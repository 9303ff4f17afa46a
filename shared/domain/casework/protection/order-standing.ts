import type { RegisterBody } from '../../../models/register';
import { inForce } from '../../dates/standing';
import type { InForce } from '../../dates/standing';
import { addDays } from '../working-days';

/** Where an order or bail stands today. */
export type OrderStanding = 'considered' | 'asked' | 'refused' | 'no_conditions' | InForce;

type Of = Pick<RegisterBody, 'from' | 'until' | 'order'>;

/** Where an order or bail stands, by what is recorded: what was only asked for binds nobody, and so does release without conditions. */
export function orderStanding({ from, until, order }: Of, today: string): OrderStanding {
  const stage = order?.stage ?? null;
  if (stage === 'considered' || stage === 'asked' || stage === 'refused') return stage;
  if (order?.bail === 'under_investigation') return 'no_conditions';
  if (stage === 'ended') return 'ended';
  return inForce(from ?? order?.madeOn ?? null, until, today);
}

/** Something that ends or falls due, and the day. `term` counts from one. */
export interface Ending {
  readonly what: 'order' | 'term' | 'return';
  readonly term: number | null;
  readonly on: string;
}

/** What of an order ends within so many days, the first day first: the order itself, terms with dates of their own, the bail return date. */
export function endingSoon(item: Of, today: string, within = 28): readonly Ending[] {
  const standing = orderStanding(item, today);
  if (standing !== 'in-force' && standing !== 'not-known' && standing !== 'may-have-ended') return [];
  const last = addDays(today, within);
  const all: Ending[] = [];
  const add = (what: Ending['what'], term: number | null, on: string | null): void => {
    if (on !== null && /^\d{4}-\d{2}-\d{2}$/u.test(on) && on >= today && on <= last)
      all.push({ what, term, on });
  };
  add('order', null, item.until);
  add('return', null, item.order?.returnOn ?? null);
  item.order?.terms.forEach(({ until }, at) => {
    add('term', at + 1, until);
  });
  return all.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
}

/** The terms in force today, by their numbers from one. */
export function termsToday(item: Of, today: string): readonly number[] {
  const standing = orderStanding(item, today);
  if (standing !== 'in-force' && standing !== 'not-known' && standing !== 'may-have-ended') return [];
  return (item.order?.terms ?? []).flatMap(({ from, until }, at) =>
    (from === null || from <= today) && (until === null || until >= today) ? [at + 1] : [],
  );
}
