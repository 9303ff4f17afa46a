import type { Entry } from '../../../shared/models/chronology';

/** Gaps shorter than this, in days, are not worth a line. */
const shortest = 21;

const dayMs = 86_400_000;
const asDay = (stamp: string): number => Date.parse(`${stamp.slice(0, 10)}T00:00:00Z`);

/**
 * Days without an incident before each entry, by entry id, counted from the latest moment any earlier entry allows to
 * the earliest this one does; so a gap is never longer than what is known. Entries may come in any order.
 */
export function silences(
  entries: readonly Pick<Entry, 'id' | 'earliest' | 'latest'>[],
): ReadonlyMap<string, number> {
  const sorted = [...entries].sort((a, b) =>
    a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0,
  );
  const gaps = new Map<string, number>();
  let covered: string | null = null;
  for (const { id, earliest, latest } of sorted) {
    if (covered !== null && !covered.startsWith('9999') && !earliest.startsWith('0000')) {
      const days = Math.round((asDay(earliest) - asDay(covered)) / dayMs) - 1;
      if (days >= shortest) gaps.set(id, days);
    }
    if (covered === null || latest > covered) covered = latest;
  }
  return gaps;
}
