import { flag } from '../chronology-row';
import type { NarrowRow } from '../chronology-row';
import { dayFrom, dayNumber } from './calendar';
import { remembered } from './remembered';

/** Gaps shorter than this, in days, are not worth a line. */
export const shortestSilence = 21;

export interface Silence {
  /** The entry that ended it. */
  readonly id: string;
  /** Full days without an incident. */
  readonly days: number;
  /** First and last of those days, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
}

/**
 * Stretches of days without an incident, counted from the latest moment any earlier incident allows to the earliest the
 * next one does; so a silence is never longer than what is known. Rows in any order; background events end none.
 */
export function silencesOf(
  rows: Iterable<Pick<NarrowRow, 'earliest' | 'latest' | 'flags'> & { readonly id: string }>,
  shortest = shortestSilence,
): readonly Silence[] {
  const sorted = [...rows]
    .filter(({ flags }) => (flags & flag.event) === 0)
    .sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0));
  const number = remembered(dayNumber);
  const found: Silence[] = [];
  let covered: string | null = null;
  for (const { id, earliest, latest } of sorted) {
    // Days compare as text; only where there is a gap are they counted.
    if (
      covered !== null &&
      covered.slice(0, 10) < earliest.slice(0, 10) &&
      !covered.startsWith('9999') &&
      !earliest.startsWith('0000')
    ) {
      const [before, after] = [number(covered.slice(0, 10)), number(earliest.slice(0, 10))];
      const days = after - before - 1;
      if (days >= shortest) found.push({ id, days, from: dayFrom(before + 1), to: dayFrom(after - 1) });
    }
    if (covered === null || latest > covered) covered = latest;
  }
  return found;
}
