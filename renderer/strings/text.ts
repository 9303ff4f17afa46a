import { printDate } from '../../shared/domain/dates/print';
import type { Doubt, Suggestion, SuggestionKind } from '../../shared/domain/suggestions/suggestion';
import type { PageText } from '../../shared/models/text';

/** Below this a word is marked as hard to read. */
export const unsureBelow = 60;

/** How far the machine's reading can be trusted, in plain words. */
export function trustText({ source, confidence, words }: PageText): string {
  if (source === 'embedded') return 'The PDF carries this text itself.';
  if (source === 'file') return 'The file holds this text itself.';
  if (words.length === 0) return 'No text was found on it.';
  const level = confidence ?? 0;
  if (level >= 85) return 'Read off the picture by this computer. It was easy to read; compare what matters.';
  if (level >= unsureBelow)
    return 'Read off the picture by this computer. Parts were hard to read; compare it.';
  return 'Read off the picture by this computer. Most of it was hard to read; do not rely on it.';
}

const kinds: Readonly<Record<SuggestionKind, string>> = {
  clock: 'Clock of the phone',
  date: 'Date',
  time: 'Time',
  phone: 'Phone number',
  email: 'E-mail address',
  link: 'Link',
  handle: 'Name of an account',
  money: 'Amount of money',
};
export function kindText(kind: SuggestionKind): string {
  return kinds[kind];
}

const doubts: Readonly<Record<Doubt, string>> = {
  'day-or-month': 'Read day first. It could be the month first.',
  year: 'No year is written: the latest that has been is taken.',
  future: 'This lies in the future.',
};
export function doubtText(doubt: Doubt): string {
  return doubts[doubt];
}

/** What was understood, where that is not what stands there. */
export function understoodText({ kind, value, time, raw }: Suggestion): string | null {
  if (kind === 'date') {
    return printDate(value, time === null ? null : { from: time, to: null, precision: 'minute' });
  }
  return value === raw ? null : value;
}
