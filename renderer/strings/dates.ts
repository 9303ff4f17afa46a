import { printDate } from '../../shared/domain/dates/print';
import type { BestDate } from '../../shared/models/evidence';

/** `3 Nov 2026` of an instant, on this computer's calendar. */
export function printDay(instant: string): string {
  return new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `3 Nov 2026, 21:05` of an instant, on this computer's clock. */
export function printMoment(instant: string): string {
  const time = new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return `${printDay(instant)}, ${time}`;
}

/** The date an item is filed under, in words. */
export function printBestDate(date: Pick<BestDate, 'edtf' | 'time'> | null): string {
  if (date === null) return 'No date known';
  return printDate(date.edtf, date.time === null ? null : { from: date.time, to: null, precision: 'minute' });
}
