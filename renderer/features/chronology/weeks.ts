import type { Entry } from '../../../shared/models/chronology';

export interface Week {
  /** Monday, YYYY-MM-DD. */
  readonly start: string;
  readonly count: number;
}

/** More weeks than this would be thinner than a pixel; then only the last ones are drawn. */
const most = 160;
const weekMs = 7 * 86_400_000;
/** Monday, 5 January 1970. */
const firstMonday = 4 * 86_400_000;

/** Entries for each week from the first to the last, weeks without any included. An entry counts in its earliest week. */
export function entriesByWeek(entries: readonly Pick<Entry, 'earliest'>[]): readonly Week[] {
  const weeks = entries
    .filter(({ earliest }) => !earliest.startsWith('0000'))
    .map(({ earliest }) =>
      Math.floor((Date.parse(`${earliest.slice(0, 10)}T00:00:00Z`) - firstMonday) / weekMs),
    );
  if (weeks.length === 0) return [];
  const last = Math.max(...weeks);
  const first = Math.max(Math.min(...weeks), last - most + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    start: new Date((first + index) * weekMs + firstMonday).toISOString().slice(0, 10),
    count: weeks.filter((week) => week === first + index).length,
  }));
}
