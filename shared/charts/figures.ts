import { axisX, axisY, barX, ruleX, text } from '@observablehq/plot';
import type { FigureTable } from '../models/figures';
import { tableOf } from './chart';
import type { Chart } from './chart';

/** What stands where a count is not shown. */
export const notShown = 'not shown';

/** What a table says in its line for all, as bars: one for each column. */
export function figuresChart({ id, title, head, labels, rows }: FigureTable): Chart {
  const names = head.slice(labels);
  const [all] = rows;
  const bars = names.map((name, nth) => ({ name, count: all?.cells[nth] ?? null }));
  const [topic = title] = title.split(',');
  return {
    id: `figures-${id}`,
    title: topic,
    words: `${bars.map(({ name, count }) => `${name}: ${count ?? notShown}`).join('. ')}.`,
    options: bars.some(({ count }) => count !== null && count > 0) ? draw(bars) : null,
    table: tableOf(
      head,
      rows.map((row) => [
        ...row.labels,
        ...row.cells.map((each) => (each === null ? notShown : String(each))),
      ]),
    ),
  };
}

function draw(bars: readonly { readonly name: string; readonly count: number | null }[]): Chart['options'] {
  const highest = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  return (width, palette) => ({
    width,
    height: 34 + bars.length * 26,
    marginLeft: Math.min(250, Math.round(width * 0.42)),
    marginRight: 72,
    marginTop: 6,
    marginBottom: 24,
    x: { domain: [0, highest], axis: null },
    y: { domain: bars.map(({ name }) => name), axis: null, padding: 0.25 },
    marks: [
      barX(
        bars.filter(({ count }) => count !== null),
        { x: 'count', y: 'name', fill: palette.accent },
      ),
      text(bars, {
        x: (each: (typeof bars)[number]) => each.count ?? 0,
        y: 'name',
        text: (each: (typeof bars)[number]) => (each.count === null ? notShown : String(each.count)),
        textAnchor: 'start',
        dx: 5,
        fill: palette.ink,
      }),
      ruleX([0], { stroke: palette.line }),
      axisX([0, highest], {
        label: null,
        tickSize: 0,
        color: palette.quiet,
        tickFormat: (value: number) => String(value),
      }),
      axisY({ label: null, tickSize: 0, color: palette.ink, lineWidth: 18 }),
    ],
  });
}
