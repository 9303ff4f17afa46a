import type { Span } from './reading';

/** A day, month, season or year that is written out, as far as it is said. */
export interface Point extends Span {
  readonly unit: 'day' | 'month' | 'season' | 'year';
  /** Null where it is not said. */
  readonly year: number | null;
  readonly weekday: number | null;
  /** Its EDTF in a year, or null for what the calendar does not have. */
  readonly at: (year: number) => string | null;
  /** The month that it begins in, to tell which of two comes first in a year. */
  readonly month: number;
  /** What else the same words may be: `3/4/2026` of April or of March, `May 24`. */
  readonly or?: Point | undefined;
  readonly question?: 'day-or-month' | 'year';
  /** A time of year as much as a day: "Christmas". Only what is counted from it is certain. */
  readonly isLoose?: boolean;
}
