import type { Jurisdiction } from '../../../models/jurisdiction';
import type { TimeLimit } from '../../../models/law';
import type { CaseEvent } from '../../../records/case-event';
import { limitOf, lawOf } from '../../law/law-of';
import { dayOfLimit } from '../working-days';
import type { CountedDay } from '../working-days';

/** Decisions that a scheme of review speaks of: police to take no further action, prosecutor not to charge, or to stop or change a charge. */
const decisions: readonly CaseEvent['what'][] = ['nfa', 'no_charge', 'charge_changed'];

export type ReviewDay = CountedDay & { readonly limit: TimeLimit };

/** The two days by which a review is asked for. Both are provisional: their limits say where they were seen. */
export interface ReviewDates {
  /** Whose decision it was: each has a scheme of its own. */
  readonly of: 'police' | 'prosecutor';
  /** Day it is counted from, and whether that is the day of the letter, as the schemes say, or what is known in its place. */
  readonly from: string;
  readonly isFromLetter: boolean;
  /** Normally by then; null where the law of the case has no such limit. */
  readonly askBy: ReviewDay | null;
  /** Later only in exceptional circumstances. */
  readonly last: ReviewDay | null;
}

export function isDecision({ what }: Pick<CaseEvent, 'what'>): boolean {
  return decisions.includes(what);
}

/**
 * By when a review of a decision is asked for (Victims' Right to Review): normally 5 working days from the letter, and 3 months at
 * the latest in England and Wales. Null for what is no such decision. Without the day of the letter it is counted from the day the
 * client was told, else that of the decision, whichever is known, and is not certain.
 */
export function reviewDates(
  event: Pick<CaseEvent, 'what' | 'on' | 'letterOn' | 'toldOn'>,
  jurisdiction: Jurisdiction | null,
): ReviewDates | null {
  if (!isDecision(event)) return null;
  const { letterOn, toldOn, on } = event;
  const from = letterOn ?? toldOn ?? on;
  const isFromLetter = letterOn !== null;
  const law = lawOf(jurisdiction);
  const dayOf = (id: string): ReviewDay | null => {
    const limit = limitOf(id, law);
    if (limit === null) return null;
    const { day, isCertain } = dayOfLimit(limit, from, jurisdiction);
    return { day, isCertain: isCertain && isFromLetter && jurisdiction !== null, limit };
  };
  return {
    of: event.what === 'nfa' ? 'police' : 'prosecutor',
    ...{ from, isFromLetter, askBy: dayOf('vrr-ask'), last: dayOf('vrr-last') },
  };
}
