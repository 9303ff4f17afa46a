import { axisX, axisY, rectY, ruleY } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { printDate } from '../domain/dates/print';
import { actLabel } from '../domain/law/act-words';
import { lawOf } from '../domain/law/law-of';
import type { Patterns } from '../models/patterns';
import { moment, tableOf } from './chart';
import type { Chart } from './chart';
import { laneNames } from './lane-names';
import { unmarked } from './unmarked';

interface Bar {
  /** Its Monday. */
  readonly week: string;
  readonly lane: string;
  readonly count: number;
}

/** How often each act was marked, week by week, one below the other on one scale. */
export function escalationChart({
  weeks,
  withoutWeek,
  jurisdiction,
}: Pick<Patterns, 'weeks' | 'withoutWeek' | 'jurisdiction'>): Chart {
  const law = lawOf(jurisdiction);
  const acts = law.acts
    .map(({ code }) => code)
    .filter((act) => weeks.some((week) => (week.acts[act] ?? 0) > 0));
  const anyUnmarked = weeks.some((week) => week.unmarked > 0);
  const lanes = [...acts.map((act) => actLabel(law, act)), ...(anyUnmarked ? [unmarked] : [])];
  const bars = weeks.flatMap((week) => [
    ...acts.map((act) => ({ week: week.week, lane: actLabel(law, act), count: week.acts[act] ?? 0 })),
    ...(anyUnmarked ? [{ week: week.week, lane: unmarked, count: week.unmarked }] : []),
  ]);
  const first = weeks[0];
  const last = weeks.at(-1);
  return {
    id: 'escalation',
    title: 'Weeks by act',
    words:
      first === undefined || last === undefined
        ? 'No incident has a date within one week.'
        : `${counted(weeks.length, 'week', 'weeks')} from ${printDate(first.week, null)}. ${halves(weeks)}${withoutWeek === 0 ? '' : ` ${counted(withoutWeek, 'incident has', 'incidents have')} a date that is too wide for a week.`}`,
    options:
      bars.length === 0 || first === undefined || last === undefined
        ? null
        : drawBars(bars, lanes, { from: first.week, to: last.week }),
    table: tableOf(
      ['Week from', 'Incidents', ...lanes],
      weeks
        .filter(({ count }) => count > 0)
        .map((week) => [
          printDate(week.week, null),
          String(week.count),
          ...acts.map((act) => String(week.acts[act] ?? 0)),
          ...(anyUnmarked ? [String(week.unmarked)] : []),
        ]),
    ),
  };
}

/** A lane for each act with a bar for each week, all on one scale. `from` and `to` are the first and the last Monday. */
function drawBars(
  bars: readonly Bar[],
  lanes: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Chart['options'] {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (width, palette) => ({
    width,
    height: lanes.length * 48 + 52,
    marginLeft: 196,
    marginRight: 12,
    marginTop: 6,
    marginBottom: 38,
    x: {
      type: 'utc',
      domain: [moment(from), new Date(moment(to).getTime() + 7 * 86_400_000)],
      label: null,
    },
    y: { domain: [0, highest], axis: null, nice: false },
    fy: { domain: lanes, label: null, axis: null, padding: 0.18 },
    marks: [
      ruleY([0], { stroke: palette.line }),
      rectY(
        bars.filter(({ count }) => count > 0),
        {
          x1: (each: Bar) => moment(each.week),
          x2: (each: Bar) => new Date(moment(each.week).getTime() + 6 * 86_400_000),
          y: 'count',
          fy: 'lane',
          fill: palette.accent,
        },
      ),
      axisY([highest], {
        label: null,
        tickSize: 0,
        color: palette.quiet,
        tickFormat: (value: number) => String(value),
      }),
      axisX({ label: null, color: palette.quiet, tickSize: 3, facetAnchor: 'bottom' }),
      laneNames(lanes, palette.ink),
    ],
  });
}

/** The first half of the weeks against the second: counts, and no word about what they mean. */
function halves(weeks: Patterns['weeks']): string {
  if (weeks.length < 4) return '';
  const middle = Math.floor(weeks.length / 2);
  const sum = (part: Patterns['weeks']): number => part.reduce((total, { count }) => total + count, 0);
  return `In the first ${middle} of them: ${counted(sum(weeks.slice(0, middle)), 'incident', 'incidents')}, in the other ${weeks.length - middle}: ${counted(sum(weeks.slice(middle)), 'incident', 'incidents')}.`;
}
