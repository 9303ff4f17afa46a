import type { Behaviour } from '../../models/chronology';
import { actsOf, dayOf, flag, hourOf } from '../chronology-row';
import type { NarrowRow } from '../chronology-row';
import { dayFrom, dayNumber, mondayOf, weekdayOf } from './calendar';
import { remembered } from './remembered';

export interface DayCount {
  /** YYYY-MM-DD */
  readonly day: string;
  readonly count: number;
}
export interface HourCount {
  /** 0 Monday to 6 Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  readonly count: number;
}
export interface WeekCount {
  /** Its Monday, YYYY-MM-DD. */
  readonly week: string;
  readonly count: number;
  /** Entries marked with each act; one with several acts counts in each of them. */
  readonly acts: Readonly<Partial<Record<Behaviour, number>>>;
  /** Entries with none marked. */
  readonly unmarked: number;
}

export interface Counts {
  /** Incidents and events counted; events are in nothing else here. */
  readonly incidents: number;
  readonly events: number;
  /** Days on which something happened, in order. Only entries of one day. */
  readonly days: readonly DayCount[];
  /** Incidents whose date is more than one day, so that they are in no day. */
  readonly withoutDay: number;
  readonly hours: readonly HourCount[];
  /** Incidents of a day without a time that is an hour. */
  readonly withoutHour: number;
  /** Every week from the first to the last, weeks without any included. An entry counts in the week of its earliest day. */
  readonly weeks: readonly WeekCount[];
  /** Incidents whose week is not known within four weeks, so that they are in none. */
  readonly withoutWeek: number;
}

/** More weeks than these, some forty years, are not drawn one by one. */
const mostWeeks = 2100;
/** A date known to within this many days still says something about a week. */
const weekDoubt = 28;

/** How many incidents there were by day, by hour and weekday, and by week and act. Rows may come in any order. */
export function countRows(rows: Iterable<NarrowRow>): Counts {
  const [days, weeks] = [tallyDays(), tallyWeeks()];
  let [incidents, events] = [0, 0];
  for (const row of rows) {
    if ((row.flags & flag.event) !== 0) {
      events += 1;
      continue;
    }
    incidents += 1;
    const day = dayOf(row);
    days.add(row, day);
    weeks.add(row, day);
  }
  return { incidents, events, ...days.counts(), ...weeks.counts() };
}

const increase = <K>(map: Map<K, number>, key: K): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

/** Counts incidents of one day by their day, and by its weekday and their hour. */
function tallyDays() {
  const days = new Map<string, number>();
  const hours = new Map<number, number>();
  const weekdayFor = remembered(weekdayOf);
  let [withoutDay, withoutHour] = [0, 0];
  return {
    add: (row: NarrowRow, day: string | null): void => {
      if (day === null) {
        withoutDay += 1;
        return;
      }
      increase(days, day);
      const hour = hourOf(row);
      if (hour === null) withoutHour += 1;
      else increase(hours, weekdayFor(day) * 24 + hour);
    },
    counts: (): Pick<Counts, 'days' | 'withoutDay' | 'hours' | 'withoutHour'> => ({
      days: [...days].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      withoutDay,
      hours: [...hours]
        .map(([cell, count]) => ({ weekday: Math.floor(cell / 24), hour: cell % 24, count }))
        .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour),
      withoutHour,
    }),
  };
}

/** Counts incidents by the week of their earliest day, and by their acts. */
function tallyWeeks() {
  const weeks = new Map<
    string,
    { count: number; acts: Partial<Record<Behaviour, number>>; unmarked: number }
  >();
  const [mondayFor, actsFor] = [remembered(mondayOf), remembered(actsOf)];
  let withoutWeek = 0;
  return {
    add: (row: NarrowRow, day: string | null): void => {
      if (day === null && !isWithin(row, weekDoubt)) {
        withoutWeek += 1;
        return;
      }
      const monday = mondayFor(row.earliest.slice(0, 10));
      const week = weeks.get(monday) ?? { count: 0, acts: {}, unmarked: 0 };
      weeks.set(monday, week);
      week.count += 1;
      if (row.acts === 0) week.unmarked += 1;
      for (const act of actsFor(row.acts)) week.acts[act] = (week.acts[act] ?? 0) + 1;
    },
    counts: (): Pick<Counts, 'weeks' | 'withoutWeek'> => ({ weeks: everyWeek(weeks), withoutWeek }),
  };
}

/** Whether the earliest and the latest day a date allows are at most so many days apart. */
function isWithin({ earliest, latest }: NarrowRow, days: number): boolean {
  if (earliest.startsWith('0000') || latest.startsWith('9999')) return false;
  return dayNumber(latest) - dayNumber(earliest) <= days;
}

function everyWeek(found: ReadonlyMap<string, Omit<WeekCount, 'week'>>): readonly WeekCount[] {
  const mondays = [...found.keys()].sort();
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const count = (dayNumber(last) - dayNumber(first)) / 7 + 1;
  const from = count > mostWeeks ? dayNumber(last) - (mostWeeks - 1) * 7 : dayNumber(first);
  return Array.from({ length: Math.min(count, mostWeeks) }, (_, index) => {
    const week = dayFrom(from + index * 7);
    return { week, ...(found.get(week) ?? { count: 0, acts: {}, unmarked: 0 }) };
  });
}
