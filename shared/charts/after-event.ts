import { axisX, axisY, barY, ruleX, ruleY, text } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { weeksAround } from '../domain/patterns/after-trigger';
import type { Around } from '../models/patterns';
import { tableOf } from './chart';
import type { Chart } from './chart';

/** Incidents in the weeks before and after an event. What followed it in time, and no more: it does not say why. */
export function afterEventChart({ trigger, weeks, unsure }: Around): Chart {
  const sum = (after: boolean): number =>
    weeks.filter(({ week }) => week >= 0 === after).reduce((total, { count }) => total + count, 0);
  return {
    id: 'after',
    title: `Before and after: ${trigger.title}`,
    words: `${counted(sum(false), 'incident', 'incidents')} in the ${weeksAround} weeks before, ${counted(sum(true), 'incident', 'incidents')} in the ${weeksAround} weeks from that day on.${unsure === 0 ? '' : ` ${counted(unsure, 'incident may', 'incidents may')} lie in one week or another and ${unsure === 1 ? 'is' : 'are'} not counted.`}`,
    options: drawWeeks(weeks),
    table: tableOf(
      ['Week', 'Incidents'],
      weeks.map(({ week, count }) => [week < 0 ? `${-week} before` : `${week + 1} after`, String(count)]),
    ),
  };
}

/** A bar for each week, with a line where the event was. */
function drawWeeks(weeks: Around['weeks']): Chart['options'] {
  const highest = Math.max(1, ...weeks.map(({ count }) => count));
  const labels = weeks.map(({ week }) => week);
  return (width, palette) => ({
    width,
    height: 190,
    marginLeft: 36,
    marginTop: 24,
    marginBottom: 34,
    x: { domain: labels, padding: 0.18, axis: null },
    y: { domain: [0, highest], axis: null, nice: false },
    marks: [
      barY(weeks, {
        x: 'week',
        y: 'count',
        fill: (each: Around['weeks'][number]) => (each.week < 0 ? palette.quiet : palette.accent),
      }),
      text(
        weeks.filter(({ count }) => count > 0),
        {
          x: 'week',
          y: 'count',
          text: (each: Around['weeks'][number]) => String(each.count),
          dy: -7,
          fill: palette.ink,
        },
      ),
      ruleY([0], { stroke: palette.line }),
      ruleX([0], {
        stroke: palette.event,
        strokeDasharray: '3 3',
        strokeWidth: 1.5,
        dx: -(width - 56) / 32,
      }),
      axisX({
        tickSize: 0,
        color: palette.quiet,
        label: 'weeks from the event',
        labelAnchor: 'center',
        labelArrow: 'none',
        tickFormat: (week: number) => (week < 0 ? `−${-week}` : String(week + 1)),
      }),
      axisY([highest], {
        label: null,
        tickSize: 0,
        color: palette.quiet,
        tickFormat: (value: number) => String(value),
      }),
    ],
  });
}
