import { axisX, ruleY, text } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { printDate } from '../domain/dates/print';
import { shortestSilence } from '../domain/patterns/silences';
import type { Patterns } from '../models/patterns';
import { moment, tableOf } from './chart';
import type { Chart } from './chart';

/** Silences drawn; all of them are in the table. */
const mostDrawn = 12;

/** Stretches without an incident: the longest as lines on the calendar, all of them as a table. */
export function silencesChart({ silences, weeks }: Pick<Patterns, 'silences' | 'weeks'>): Chart {
  const longest = silences.reduce((best, each) => (each.days > (best?.days ?? 0) ? each : best), silences[0]);
  const drawn = [...silences]
    .sort((a, b) => b.days - a.days)
    .slice(0, mostDrawn)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const begin = [weeks[0]?.week, drawn[0]?.from].filter((each) => each !== undefined).sort()[0];
  const end = [weeks.at(-1)?.week, drawn.at(-1)?.to]
    .filter((each) => each !== undefined)
    .sort()
    .at(-1);
  return {
    id: 'silences',
    title: 'Silences',
    words:
      longest === undefined
        ? `There is no stretch of ${shortestSilence} days or more without an incident.`
        : `${counted(silences.length, 'stretch', 'stretches')} of ${shortestSilence} days or more without an incident. The longest: ${longest.days} days, ${printDate(`${longest.from}/${longest.to}`, null)}.`,
    options:
      begin === undefined || end === undefined || drawn.length === 0
        ? null
        : (width, palette) => ({
            width,
            height: drawn.length * 24 + 52,
            marginLeft: 12,
            marginRight: 96,
            marginTop: 10,
            marginBottom: 38,
            x: { type: 'utc', domain: [moment(begin), moment(`${end}T23:59:59`)], label: null },
            y: { domain: drawn.map(({ from }) => from), axis: null, type: 'point' },
            marks: [
              ruleY(drawn, {
                y: 'from',
                x1: (each: (typeof drawn)[number]) => moment(each.from),
                x2: (each: (typeof drawn)[number]) => moment(`${each.to}T23:59:59`),
                stroke: palette.gap,
                strokeWidth: 7,
              }),
              text(drawn, {
                y: 'from',
                x: (each: (typeof drawn)[number]) => moment(`${each.to}T23:59:59`),
                text: (each: (typeof drawn)[number]) => `${each.days} days`,
                textAnchor: 'start',
                dx: 6,
                fill: palette.ink,
              }),
              axisX({ label: null, color: palette.quiet, tickSize: 3 }),
            ],
          }),
    table: tableOf(
      ['Days', 'From', 'To'],
      silences.map(({ days, from, to }) => [String(days), printDate(from, null), printDate(to, null)]),
    ),
  };
}
