import { axisX, axisY, cell, text } from '@observablehq/plot';
import { counted } from '../domain/counts';
import type { Patterns } from '../models/patterns';
import { hourText, shortWeekdays, weekdayNames } from '../domain/patterns/calendar';
import { shade, tableOf } from './chart';
import type { Chart } from './chart';

/** When in the week it happens: hours across, weekdays down, with the count in each square. */
export function hoursChart({ hours, withoutHour }: Pick<Patterns, 'hours' | 'withoutHour'>): Chart {
  const most = hours.reduce((best, each) => (each.count > (best?.count ?? 0) ? each : best), hours[0]);
  const sum = hours.reduce((total, { count }) => total + count, 0);
  const rest =
    withoutHour === 0
      ? ''
      : ` ${counted(withoutHour, 'incident of a day has', 'incidents of a day have')} no hour.`;
  return {
    id: 'hours',
    title: 'Hour by weekday',
    words:
      most === undefined
        ? `No incident has a known hour.${rest}`
        : `${counted(sum, 'incident has', 'incidents have')} a known hour. The most in one: ${counted(most.count, 'incident', 'incidents')} on ${weekdayNames[most.weekday] ?? ''}s from ${hourText(most.hour)}.${rest}`,
    options: most === undefined ? null : drawHours(hours, most.count),
    table: tableOf(
      ['Weekday', 'Hour', 'Incidents'],
      hours.map(({ weekday, hour, count }) => [weekdayNames[weekday] ?? '', hourText(hour), String(count)]),
    ),
  };
}

/** A square for each hour of the week, darker with more. */
function drawHours(hours: Patterns['hours'], highest: number): Chart['options'] {
  return (width, palette) => ({
    width,
    height: 226,
    marginLeft: 42,
    marginTop: 22,
    marginBottom: 8,
    padding: 0.06,
    x: { domain: Array.from({ length: 24 }, (_, hour) => hour), axis: null },
    y: { domain: [0, 1, 2, 3, 4, 5, 6], axis: null },

    marks: [
      cell(
        Array.from({ length: 168 }, (_, index) => ({
          weekday: Math.floor(index / 24),
          hour: index % 24,
        })),
        { x: 'hour', y: 'weekday', fill: palette.line, fillOpacity: 0.16 },
      ),
      cell(hours, {
        x: 'hour',
        y: 'weekday',
        fill: palette.accent,
        fillOpacity: {
          value: (each: Patterns['hours'][number]) => 0.6 * shade(each.count, highest),
          scale: null,
        },
      }),
      text(hours, {
        x: 'hour',
        y: 'weekday',
        text: (each: Patterns['hours'][number]) => String(each.count),
        fill: palette.ink,
        fontWeight: 600,
      }),
      axisX(
        Array.from({ length: 12 }, (_, index) => index * 2),
        {
          anchor: 'top',
          label: null,
          tickSize: 0,
          tickFormat: (hour: number) => String(hour).padStart(2, '0'),
          color: palette.quiet,
        },
      ),
      axisY([0, 1, 2, 3, 4, 5, 6], {
        label: null,
        tickSize: 0,
        tickFormat: (weekday: number) => shortWeekdays[weekday] ?? '',
        color: palette.quiet,
      }),
    ],
  });
}
