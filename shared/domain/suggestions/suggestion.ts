/** What a stretch of text may be of use for. It is only offered: nothing of it is ever applied by itself. */
export const suggestionKinds = [
  'clock', // the clock in the status bar of a phone
  'date',
  'time',
  'phone',
  'email',
  'link',
  'handle',
  'money',
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

/** In the units of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/**
 * What to be careful about. `day-or-month`: 3/4 is read day first, as in the UK, but may mean the other. `year`: none is
 * written, and the latest that is not in the future is taken. `future`: it lies after today.
 */
export type Doubt = 'day-or-month' | 'year' | 'future';

export interface Suggestion {
  readonly kind: SuggestionKind;
  /** As it stands in the text, from `start` to `end`. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** The same in one form: a date as EDTF, a time as HH:MM, a number as E.164, else as it stands. */
  readonly value: string;
  /** Clock time that stands with a date, else null. */
  readonly time: string | null;
  readonly doubts: readonly Doubt[];
  readonly box: Box | null;
}

/** A find before it has a place on the page. */
export type Find = Omit<Suggestion, 'box'>;
