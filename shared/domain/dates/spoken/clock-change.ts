import type { EntryTime } from '../../../models/chronology';
import { isAmbiguousUkTime, isSkippedUkTime, ukOffsetMinutes } from '../uk-clock';
import type { SpokenDate } from './reading';

const exactDay = /^\d{4}-\d{2}-\d{2}$/u;

/** The hour that came twice, and the one that never was, on the days the UK's clocks change. Null where the zone was said. */
export function clockChange(
  edtf: string,
  time: EntryTime | null,
): { readonly question: 'clock-change' | 'never-was'; readonly options: readonly SpokenDate[] } | null {
  if (time === null || time.precision === 'part_of_day' || time.offset !== undefined || !exactDay.test(edtf))
    return null;
  const [from, to] = [time.from.slice(0, 5), time.to?.slice(0, 5) ?? null];
  if (isAmbiguousUkTime(edtf, from))
    return {
      question: 'clock-change',
      options: [
        { edtf, time: { ...time, offset: 60 } },
        { edtf, time: { ...time, offset: 0 } },
      ],
    };
  // It began before the hour that came twice: the end is sure only by summer time, by which it began.
  if (to !== null && from < to && isAmbiguousUkTime(edtf, to))
    return {
      question: 'clock-change',
      options: [
        { edtf, time: { ...time, offset: 60 } },
        { edtf, time: { ...time, precision: 'about' } },
      ],
    };
  if (isSkippedUkTime(edtf, from))
    return {
      question: 'never-was',
      options: [
        // The clock that was looked at had not been put forward.
        { edtf, time: { ...time, from: `02${from.slice(2)}`, to: null } },
        { edtf, time: { ...time, to: null, precision: 'about' } },
      ],
    };
  if (to !== null && from < to && isSkippedUkTime(edtf, to))
    return {
      question: 'never-was',
      options: [
        { edtf, time: { ...time, to: `02${to.slice(2)}` } },
        { edtf, time: { ...time, to: null, precision: 'about' } },
      ],
    };
  return null;
}

/** A time keeps the zone that was said only where it says more than the day does. */
export function zoned(edtf: string, time: EntryTime | null): EntryTime | null {
  if (time?.offset === undefined || !exactDay.test(edtf)) return time;
  const from = time.from.slice(0, 5);
  if (isAmbiguousUkTime(edtf, from) || time.offset !== ukOffsetMinutes(edtf, from)) return time;
  const { offset: _, ...rest } = time;
  return rest;
}
