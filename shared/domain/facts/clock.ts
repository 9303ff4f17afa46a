import { printDate } from '../dates/print';
import {
  isAmbiguousUkTime,
  isSkippedUkTime,
  ukOffsetAt,
  ukOffsetMinutes,
  zoneMinutes,
} from '../dates/uk-clock';
import type { NewFact } from './new-fact';

export { zoneMinutes };

type Clock = Pick<NewFact, 'value' | 'time' | 'zone'>;

/** `UTC`, `UTC+01:00`; a zone that is none is named as it stands, and none is empty. */
export function zoneName(zone: string | null): string {
  if (zone === null) return '';
  const minutes = zoneMinutes(zone);
  if (minutes === null) return zone;
  return minutes === 0 ? 'UTC' : `UTC${zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`}`;
}

/** Minutes since 1970 of a claim as it is written, whatever its zone; null without an exact day and a time. */
export function writtenMinutes({ value, time }: Clock): number | null {
  if (time === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes) / 60_000;
}

/** Minutes since 1970 in UK local time: claims with a zone are brought to it, claims without are taken as it. */
export function ukMinutes(clock: Clock): number | null {
  const written = writtenMinutes(clock);
  const offset = zoneMinutes(clock.zone);
  if (written === null || offset === null) return written;
  const utc = written - offset;
  return utc + ukOffsetAt(utc * 60_000);
}

/**
 * What a time is worth as a time: `named` is what the file says itself, `assumed` is UK time because it does not say,
 * `doubt` is a time that came twice, never was, or that no clock in the UK showed.
 */
export interface ZoneWords {
  readonly trust: 'named' | 'assumed' | 'doubt' | 'day';
  readonly words: string;
}

/** Which clock a time was read on, in plain words that claim no more than is known (domain 6.1, 6.4). */
export function explainZone(clock: Clock, saidBy: 'file' | 'person' = 'file'): ZoneWords {
  const { value, time, zone } = clock;
  const written = writtenMinutes(clock);
  if (time === null) return { trust: 'day', words: 'Only a date, no time of day.' };
  if (written === null) return { trust: 'day', words: 'A time, but no exact day.' };
  const offset = zoneMinutes(zone);
  return zone === null || offset === null
    ? unnamed(value, time, saidBy)
    : named(zone, offset, written, ukOffsetAt((written - offset) * 60_000));
}

function unnamed(day: string, time: string, saidBy: 'file' | 'person'): ZoneWords {
  const why = saidBy === 'file' ? 'the file names no zone' : 'no zone was given';
  if (isSkippedUkTime(day, time)) {
    return {
      trust: 'doubt',
      words: `The clocks went forward that night and no UK clock showed ${time.slice(0, 5)}: the clock was not on UK time, or wrong (${why}).`,
    };
  }
  if (isAmbiguousUkTime(day, time)) {
    const utc = `${String((Number(time.slice(0, 2)) + 23) % 24).padStart(2, '0')}${time.slice(2, 5)}`;
    return {
      trust: 'doubt',
      words: `The clocks went back that night and this time came twice: at ${utc} UTC in summer time, and an hour later, at ${time.slice(0, 5)} UTC. Which one is not known: ${why}.`,
    };
  }
  const clock = ukOffsetMinutes(day, time) === 60 ? 'British Summer Time' : 'Greenwich Mean Time';
  return { trust: 'assumed', words: `${clock}, assumed: ${why}.` };
}

function named(zone: string, offset: number, written: number, ukOffset: number): ZoneWords {
  const label = zoneName(zone);
  if (offset === ukOffset) {
    const words =
      ukOffset === 60
        ? `British Summer Time (${label}), as the file says.`
        : zone === 'Z'
          ? 'UTC, which was UK time on that day (Greenwich Mean Time).'
          : `Greenwich Mean Time (${label}), as the file says.`;
    return { trust: 'named', words };
  }
  const there = new Date((written - offset + ukOffset) * 60_000).toISOString();
  const here = new Date(written * 60_000).toISOString();
  const onDay = there.slice(0, 10) === here.slice(0, 10) ? '' : ` on ${printDate(there.slice(0, 10), null)}`;
  return { trust: 'named', words: `${label}, which was ${there.slice(11, 16)}${onDay} in the UK.` };
}
