import type { EntryTime } from '../../models/chronology';
import { beginning, ending, parseEdtf } from './parse';
import type { EdtfEnd } from './parse';

export interface DateBounds {
  /** Sortable `YYYY-MM-DDTHH:MM:SS` in the calendar's own time, never shifted by a zone. */
  readonly earliest: string;
  readonly latest: string;
  /** Anything but one exact day or moment. */
  readonly approximate: boolean;
  /** Marked with `?` or `%`. */
  readonly uncertain: boolean;
}

const partsOfDay: readonly { readonly from: string; readonly to: string }[] = [
  { from: '00:00', to: '05:59' },
  { from: '06:00', to: '11:59' },
  { from: '12:00', to: '17:59' },
  { from: '18:00', to: '23:59' },
];

/** The part of the day a time lies in: night, morning, afternoon, evening. */
export function partOfDay(time: string): {
  readonly from: string;
  readonly to: string;
  readonly index: number;
} {
  const index = Math.floor(Number(time.slice(0, 2)) / 6);
  return { ...(partsOfDay[index] ?? { from: '00:00', to: '23:59' }), index };
}

/** The earliest and latest moment an entry's date allows. Throws `invalid-input` for what is not EDTF level 0 or 1. */
export function dateBounds(edtf: string, time: EntryTime | null): DateBounds {
  const parsed = parseEdtf(edtf);
  if (parsed.kind === 'interval') {
    return {
      earliest: end(parsed.from, 'earliest', beginning),
      latest: end(parsed.to, 'latest', ending),
      approximate: true,
      uncertain: [parsed.from, parsed.to].some((point) => typeof point !== 'string' && point.uncertain),
    };
  }
  const { point } = parsed;
  const doubtful = point.uncertain || point.approximate;
  const exactDay = point.precision === 'day' || point.precision === 'moment';
  const narrowed =
    point.precision === 'day' && time !== null ? withTime(point.text.slice(0, 10), time) : point;
  return {
    earliest: narrowed.earliest,
    latest: narrowed.latest,
    approximate: doubtful || !exactDay,
    uncertain: point.uncertain,
  };
}

function end(point: EdtfEnd, which: 'earliest' | 'latest', otherwise: string): string {
  return typeof point === 'string' ? otherwise : point[which];
}

function withTime(day: string, time: EntryTime): { readonly earliest: string; readonly latest: string } {
  const full = (clock: string, seconds: string): string =>
    `${day}T${clock.length === 5 ? `${clock}:${seconds}` : clock}`;
  const part = partOfDay(time.from);
  const from = time.precision === 'part_of_day' ? part.from : time.from;
  const to = time.precision === 'part_of_day' ? part.to : (time.to ?? time.from);
  const earliest = full(from, '00');
  const latest = full(to, time.to === null && time.precision === 'exact' ? '00' : '59');
  // "From 23:00 to 01:10" ends after midnight; the day it is filed under is the one it began on.
  return latest < earliest ? { earliest, latest: `${day}T23:59:59` } : { earliest, latest };
}
