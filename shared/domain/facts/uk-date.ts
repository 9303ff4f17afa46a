import type { EntryTime } from '../../models/chronology';
import type { BestDate } from '../../models/evidence';
import { printDate } from '../dates/print';
import { isAmbiguousUkTime } from '../dates/uk-clock';
import { ukClockOf } from '../dates/uk-moment';
import { zoneMinutes, zoneName } from './clock';

/** A date with the zone of its time. Whoever has no zone has to say so: none can be left out by mistake. */
export type Dated = Pick<BestDate, 'edtf' | 'time' | 'zone'>;

/** The same as a clock in the UK showed it. */
export interface UkDate {
  readonly edtf: string;
  /** As exact as it was given. */
  readonly time: string | null;
  /** Minutes that this clock is ahead of UTC; null where no zone was given that can be read, so that nothing was moved. */
  readonly offset: number | null;
}

/**
 * When something was, on the clock and calendar of the UK. The one way from a date with a zone to a day and a clock time
 * without one: a film of 23:15 UTC in July is of a quarter past midnight, the day after. A time without a zone stays as it
 * is; so does a day without a time.
 */
export function ukDate({ edtf, time, zone }: Dated): UkDate {
  const ahead = zoneMinutes(zone);
  if (time === null || ahead === null || !/^\d{4}-\d{2}-\d{2}$/u.test(edtf))
    return { edtf, time, offset: null };
  const written = Date.parse(`${edtf}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(written)) return { edtf, time, offset: null };
  const { local, offset } = ukClockOf(new Date(written - ahead * 60_000).toISOString());
  const [day = edtf, clock = time] = local.split('T');
  return { edtf: day, time: clock.slice(0, time.length), offset };
}

/** The same for an entry of the chronology: UK time, to the minute; which of the two, where it came twice. */
export function entryDate(date: Dated): { readonly edtf: string; readonly time: EntryTime | null } {
  const { edtf, time, offset } = ukDate(date);
  if (time === null) return { edtf, time: null };
  const from = time.slice(0, 5);
  const twice = offset !== null && isAmbiguousUkTime(edtf, from) ? { offset } : {};
  return { edtf, time: { from, to: null, precision: 'minute', ...twice } };
}

/**
 * The date in words, in UK time: `11 Jul 2024, 00:15 BST` where the zone is known, `11 Jul 2024, 00:15` where it is not and
 * UK time is assumed, and a zone that nobody can read beside the time as it was written.
 */
export function printDated(date: Dated): string {
  const { offset } = ukDate(date);
  const { edtf, time } = entryDate(date);
  const words = printDate(edtf, time);
  if (time === null || time.offset !== undefined) return words;
  if (offset !== null) return `${words} ${offset === 60 ? 'BST' : 'GMT'}`;
  return date.zone === null ? words : `${words} (${date.zone})`;
}

/** The date in words as its source gives it, with the zone it names: `10 Jul 2024, 23:15 UTC`. */
export function printAsGiven({ edtf, time, zone }: Dated): string {
  const words = printDate(edtf, time === null ? null : { from: time, to: null, precision: 'minute' });
  return time === null || zone === null ? words : `${words} ${zoneName(zone)}`;
}

/** Whether UK time is another than what the source gives, so that both have to be said. */
export function isMoved(date: Dated): boolean {
  const { edtf, time } = ukDate(date);
  return edtf !== date.edtf || time !== date.time;
}

/** What the source gives, and that it was brought to UK time; null where UK time is no other. */
export function printMoved(date: Dated): string | null {
  return isMoved(date) ? `${printAsGiven(date)}, brought to UK time` : null;
}
