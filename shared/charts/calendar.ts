import { axisX, axisY, cell } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { printDate, shortMonths } from '../domain/dates/print';
import { dayFrom, dayNumber, mondayOf, shortWeekdays, weekdayOf } from '../domain/patterns/calendar';
import type { Patterns } from '../models/patterns';
import { shade, tableOf } from './chart';
import type { Chart } from './chart';

/** Years drawn below one another; more would be a wall. */
const mostYears = 6;

/** Week of the year a day is drawn in, from 0. */
function column(day: string): number {
  return Math.round((dayNumber(mondayOf(day)) - dayNumber(mondayOf(`${day.slice(0, 4)}-01-01`))) / 7);
}

/** Days on which something happened, as a calendar: one small square a day, darker with more. */
export function calendarChart({ days, withoutDay }: Pick<Patterns, 'days' | 'withoutDay'>): Chart {
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].sort();
  const most = days.reduce((best, each) => (each.count > (best?.count ?? 0) ? each : best), days[0]);
  const rest =
    withoutDay === 0
      ? ''
      : ` ${counted(withoutDay, 'incident is', 'incidents are')} not of one day and in no square.`;
  const earlier = years.length > mostYears ? ` The last ${mostYears} years are drawn.` : '';
  return {
    id: 'calendar',
    title: 'Calendar',
    words:
      most === undefined
        ? `No incident has a date of one day.${rest}`
        : `Something happened on ${counted(days.length, 'day', 'days')}. The most on one day: ${counted(most.count, 'incident', 'incidents')}, on ${printDate(most.day, null)}.${rest}${earlier}`,
    options: days.length === 0 ? null : drawDays(days, years.slice(-mostYears), most?.count ?? 1),
    table: tableOf(
      ['Day', 'Weekday', 'Incidents'],
      days.map(({ day, count }) => [
        printDate(day, null),
        shortWeekdays[weekdayOf(day)] ?? '',
        String(count),
      ]),
    ),
  };
}

/** A square for each day of the years that are shown, those with an incident marked. */
function drawDays(days: Patterns['days'], shown: readonly string[], highest: number): Chart['options'] {
  const cells = days
    .filter(({ day }) => shown.includes(day.slice(0, 4)))
    .map(({ day, count }) => ({
      year: day.slice(0, 4),
      week: column(day),
      weekday: weekdayOf(day),
      count,
      day,
    }));
  return (width, palette) => ({
    width,
    height: shown.length * 118 + 26,
    marginLeft: 42,
    marginRight: 50,
    marginTop: 18,
    marginBottom: 4,
    padding: 0.08,
    x: { domain: Array.from({ length: 54 }, (_, week) => week), axis: null },
    y: { domain: [0, 1, 2, 3, 4, 5, 6], axis: null },
    fy: { domain: shown, label: null, axis: 'right', tickSize: 0 },
    marks: [
      cell(
        shown.flatMap((year) => everyDay(year)),
        { x: 'week', y: 'weekday', fy: 'year', fill: palette.line, fillOpacity: 0.16, inset: 0 },
      ),
      cell(cells, {
        x: 'week',
        y: 'weekday',
        fy: 'year',
        fill: palette.accent,
        fillOpacity: {
          value: (each: (typeof cells)[number]) => shade(each.count, highest),
          scale: null,
        },
      }),
      axisX(monthStarts(), {
        anchor: 'top',
        label: null,
        tickSize: 0,
        tickFormat: (week: number) => monthAt(week),
        color: palette.quiet,
      }),
      axisY([0, 2, 4, 6], {
        label: null,
        tickSize: 0,
        tickFormat: (weekday: number) => shortWeekdays[weekday] ?? '',
        color: palette.quiet,
      }),
    ],
  });
}

function everyDay(
  year: string,
): readonly { readonly year: string; readonly week: number; readonly weekday: number }[] {
  const first = dayNumber(`${year}-01-01`);
  const last = dayNumber(`${year}-12-31`);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = dayFrom(first + index);
    return { year, week: column(day), weekday: weekdayOf(day) };
  });
}

/** Months begin in nearly the same column every year; a common year stands for all. */
function monthStarts(): readonly number[] {
  return shortMonths.map((_, index) => column(`2026-${String(index + 1).padStart(2, '0')}-04`));
}

function monthAt(week: number): string {
  return shortMonths[monthStarts().indexOf(week)] ?? '';
}
