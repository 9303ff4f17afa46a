import { printDate } from '../../shared/domain/dates/print';
import { ukDay } from '../../shared/domain/dates/standing';
import { isAmbiguousUkTime } from '../../shared/domain/dates/uk-clock';
import { ukClockOf } from '../../shared/domain/dates/uk-moment';
import { printDated } from '../../shared/domain/facts/uk-date';
import type { Dated } from '../../shared/domain/facts/uk-date';

/** `3 Nov 2026` of an instant, on the UK's calendar, whatever zone the computer is set to. */
export function printDay(instant: string): string {
  return printDate(ukDay(instant), null);
}

/** `3 Nov 2026, 21:05` of an instant, on the UK's clock; in the hour that comes twice in October, which of the two. */
export function printMoment(instant: string): string {
  const { local, offset } = ukClockOf(instant);
  const time = local.slice(11, 16);
  const twice = isAmbiguousUkTime(ukDay(instant), time) ? (offset === 0 ? ' GMT' : ' BST') : '';
  return `${printDay(instant)}, ${time}${twice}`;
}

/** The date an item is filed under, in words and in UK time. */
export function printBestDate(date: Dated | null): string {
  return date === null ? 'No date known' : printDated(date);
}
