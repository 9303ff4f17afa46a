import type { NewFact } from '../../../shared/domain/facts/new-fact';
import { isRealDay, isRealTime } from '../../formats/date-text';
import { visible } from '../../../shared/domain/visible-text';

/** At most so many characters, with no half of one at the cut. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

const longestZone = 10;

/** A fact in the lengths and forms a fact may have, or null: an impossible date is none. The vault holds it against the schema. */
export function fitFact(fact: NewFact): NewFact | null {
  const { field, value, time } = fact;
  const isDate = field === 'captured' || field === 'modified' || field === 'shown';
  if (isDate && (!isRealDay(value) || (time !== null && !isRealTime(time)))) return null;
  if (fact.zone !== null && fact.zone.length > longestZone) return null;
  return {
    ...fact,
    detail: cutText(visible(fact.detail), 200),
    raw: cutText(visible(fact.raw), 2000),
    value: cutText(visible(fact.value), 2000),
  };
}
