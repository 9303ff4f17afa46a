import { printDate } from '../../shared/domain/dates/print';
import { isAmbiguousUkTime } from '../../shared/domain/dates/uk-clock';
import { ukClockOf } from '../../shared/domain/dates/uk-moment';
import type { BestDate } from '../../shared/models/evidence';

/** `3 Nov 2026` of an instant, on the UK's calendar, whatever zone the computer is set to. */
export function printDay(instant: string): string {
  return printDate(ukClockOf(instant).local.slice(0, 10), null);
}

/** `3 Nov 2026, 21:05` of an instant, on the UK's clock; in the hour that comes twice in October, which of the two. */
export function printMoment(instant: string): string {
  const { local, offset } = ukClockOf(instant);
  const time = local.slice(11, 16);
  const twice = isAmbiguousUkTime(local.slice(0, 10), time) ? (offset === 0 ? ' GMT' : ' BST') : '';
  return `${printDay(instant)}, ${time}${twice}`;
}

/** The date an item is filed under, in words. */
export function printBestDate(date: Pick<BestDate, 'edtf' | 'time'> | null): string {
  if (date === null) return 'No date known';
  return printDate(date.edtf, date.time === null ? null : { from: date.time, to: null, precision: 'minute' });
}
