import type { EntryTime } from '../../../models/chronology';

/** What has to be asked before a date can be written down, because the words allow more than one. */
export type SpokenQuestion =
  | 'year'
  | 'month'
  | 'day-or-month'
  | 'which-day'
  | 'which-week'
  | 'weekday'
  | 'morning-or-evening'
  | 'night'
  | 'clock-change'
  | 'never-was'
  | 'midnight'
  /** More dates are said than one, or words that were not understood stand around it. The last option is none of them. */
  | 'which-date';

/** The option chosen for each question, by its place. */
export type SpokenAnswers = Readonly<Partial<Record<SpokenQuestion, number>>>;

export interface SpokenDate {
  readonly edtf: string;
  readonly time: EntryTime | null;
}

/** A stretch of the text, in characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SpokenContext {
  /** The day it is said on, YYYY-MM-DD. */
  readonly today: string;
  /** A day the talk was of before, for "that week"; null without one. */
  readonly lastDay: string | null;
}

/** Something read from words: one option, or several that have to be asked about. */
export interface Options<T> {
  readonly question: SpokenQuestion | null;
  readonly options: readonly T[];
  readonly span: Span;
  /** Words elsewhere that were read with it. */
  readonly also?: readonly Span[];
}

/** Days read from words, as EDTF. */
export type Days = Options<string>;

export const certain = <T>(value: T, span: Span): Options<T> => ({ question: null, options: [value], span });

/** Where a match stands, without the white space around it. */
export function spanOf(found: RegExpMatchArray): Span {
  const lead = /^\s*/u.exec(found[0])?.[0].length ?? 0;
  const start = found.index ?? 0;
  return { start: start + lead, end: start + found[0].trimEnd().length };
}
