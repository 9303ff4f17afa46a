import type { BestDate } from '../../models/evidence';
import { ukMinutes } from './clock';
import { differs } from './difference';
import type { NewFact } from './new-fact';
import { ukDate } from './uk-date';

export { distance, explainDifference } from './difference';

/** Facts about when the item was captured, most trusted first. */
export function capturedFacts<F extends NewFact>(facts: readonly F[]): readonly F[] {
  return facts.filter(({ field }) => field === 'captured').sort((a, b) => a.rank - b.rank);
}

/**
 * The date an item is filed under: the most trusted claim about its capture. `conflict` is true when two claims other
 * than the file system's (which copying changes) cannot both be right; then a person has to choose.
 */
export function chooseBestDate(facts: readonly NewFact[]): {
  readonly best: BestDate | null;
  readonly conflict: boolean;
} {
  const captured = capturedFacts(facts);
  const first = captured[0];
  if (first === undefined) return { best: null, conflict: false };
  const claims = captured.filter(({ source }) => source !== 'file-system');
  const conflict = claims.some((a, index) => claims.slice(index + 1).some((b) => differs(a, b)));
  return { best: asBestDate(withTimeOfSameDay(first, claims), false), conflict };
}

/** A date-only claim may borrow nothing; but a claim with the same trust and a time says more. */
function withTimeOfSameDay(first: NewFact, claims: readonly NewFact[]): NewFact {
  if (first.time !== null) return first;
  return (
    claims.find(({ rank, value, time }) => rank === first.rank && value === first.value && time !== null) ??
    first
  );
}

/** A fact as the date an item is filed under. */
export function asBestDate(fact: NewFact, chosen: boolean): BestDate {
  const { value, time, zone, source, code, detail } = fact;
  return { edtf: value, time, zone, source, code, detail, chosen };
}

/** Facts about the time of what an item shows, most trusted first: never mixed with when it was made. */
export function shownFacts<F extends NewFact>(facts: readonly F[]): readonly F[] {
  return facts.filter(({ field }) => field === 'shown').sort((a, b) => a.rank - b.rank);
}

/**
 * True when a picture is said to show a time after it was made, which cannot be. Days alone are compared where one of
 * the two has no time; a date that is not exact is never called wrong.
 */
export function showsTheFuture(made: Pick<BestDate, 'edtf' | 'time' | 'zone'>, shown: NewFact): boolean {
  const [first, second] = [ukMinutes({ ...made, value: made.edtf }), ukMinutes(shown)];
  if (first !== null && second !== null) return second > first + 1;
  const days = [made.edtf, shown.value];
  if (!days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))) return false;
  const latest = ukDate(made).edtf;
  return shown.value > (latest > made.edtf ? latest : made.edtf);
}
