import { axisX, dot, ruleX, ruleY, text } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { behaviours } from '../models/chronology';
import type { Patterns, TimelineItem } from '../models/patterns';
import { actLabel, unmarked } from './act-label';
import { moment, tableOf } from './chart';
import type { Chart } from './chart';
import { laneNames } from './lane-names';

/** The stretch of time that is drawn, in days YYYY-MM-DD. */
export interface TimelineWindow {
  readonly from: string;
  readonly to: string;
}

/** Background events that are named on the line; all of them are in the table. */
const mostNamed = 12;

interface Mark {
  readonly lane: string;
  readonly x1: Date;
  readonly x2: Date;
  readonly title: string;
}

const shortDay = (stamp: string): string => `${stamp.slice(8, 10)}/${stamp.slice(5, 7)}/${stamp.slice(0, 4)}`;

/** The stretch that all entries lie in, without ends that are open. Null without any. */
export function wholeWindow({
  timeline,
  weeks,
}: Pick<Patterns, 'timeline' | 'weeks'>): TimelineWindow | null {
  const stamps = [
    ...timeline.flatMap(({ earliest, latest }) => [earliest, latest]),
    ...weeks.map(({ week }) => week),
  ]
    .map((stamp) => stamp.slice(0, 10))
    .filter((day) => !day.startsWith('0000') && !day.startsWith('9999'))
    .sort();
  const [from, to] = [stamps[0], stamps.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/**
 * Entries on a line of time, one lane for each act. A dot is a date of one day or moment, a bar one that is wider; events
 * stand across all lanes. Where there are too many to draw one by one, `timeline` is empty and weeks are drawn instead.
 */
export function timelineChart(
  {
    timeline,
    weeks,
    incidents,
    events,
    triggers,
  }: Pick<Patterns, 'timeline' | 'weeks' | 'incidents' | 'events' | 'triggers'>,
  window: TimelineWindow | null,
): Chart {
  const whole = window ?? wholeWindow({ timeline, weeks });
  const domain = whole === null ? null : ([moment(whole.from), moment(`${whole.to}T23:59:59`)] as const);
  const [first, last] = domain ?? [new Date(0), new Date(0)];
  const clamp = (stamp: string): Date => {
    const at = stamp.startsWith('0000') ? first : stamp.startsWith('9999') ? last : moment(stamp);
    return at < first ? first : at > last ? last : at;
  };
  const isOneByOne = timeline.length > 0 || incidents + events === 0;
  const lanesOf = ({ acts }: Pick<TimelineItem, 'acts'>): readonly string[] =>
    acts.length === 0 ? [unmarked] : acts.map(actLabel);
  const marks: readonly Mark[] = timeline
    .filter(({ kind }) => kind === 'incident')
    .flatMap((item) =>
      lanesOf(item).map((lane) => ({
        lane,
        x1: clamp(item.earliest),
        x2: clamp(item.latest),
        title: `${shortDay(item.earliest)} ${item.title}`,
      })),
    );
  const weekMarks = isOneByOne
    ? []
    : weeks.flatMap((week) => [
        ...behaviours.flatMap((act) => {
          const count = week.acts[act] ?? 0;
          return count === 0 ? [] : [{ lane: actLabel(act), x: moment(week.week), count }];
        }),
        ...(week.unmarked === 0 ? [] : [{ lane: unmarked, x: moment(week.week), count: week.unmarked }]),
      ]);
  const present = new Set([...marks, ...weekMarks].map(({ lane }) => lane));
  const lanes = [...behaviours.map(actLabel), unmarked].filter((lane) => present.has(lane));
  const shownEvents = triggers.filter(
    ({ earliest, latest }) =>
      domain !== null &&
      moment(latest.startsWith('9999') ? earliest : latest) >= first &&
      clampable(earliest, last),
  );
  const isLate = ({ earliest }: TimelineItem): boolean =>
    clamp(earliest).getTime() - first.getTime() > 0.7 * (last.getTime() - first.getTime());
  const wide = marks.filter(({ x1, x2 }) => x2.getTime() - x1.getTime() > 86_400_000);
  const narrow = marks.filter(({ x1, x2 }) => x2.getTime() - x1.getTime() <= 86_400_000);
  return {
    id: 'timeline',
    title: 'Timeline',
    words:
      domain === null || whole === null
        ? 'No entry has a date to draw.'
        : `${counted(incidents, 'incident', 'incidents')} and ${counted(events, 'background event', 'background events')} from ${shortDay(whole.from)} to ${shortDay(whole.to)}.${isOneByOne ? '' : ' There are too many to draw one by one: each mark is a week.'}`,
    options:
      domain === null || lanes.length === 0
        ? null
        : (width, palette) => ({
            width,
            height: lanes.length * 34 + 100,
            marginLeft: 196,
            marginRight: 14,
            marginTop: 58,
            marginBottom: 38,
            clip: false,
            x: { type: 'utc', domain: [first, last], label: null },
            y: { axis: null },
            fy: { domain: lanes, label: null, axis: null, padding: 0.1 },
            r: { range: [0, 9] },
            marks: [
              ruleY([0], { y: 0, stroke: palette.line }),
              ruleY(wide, {
                y: 0,
                x1: 'x1',
                x2: 'x2',
                fy: 'lane',
                stroke: palette.accent,
                strokeWidth: 9,
                strokeOpacity: 0.32,
              }),
              dot(narrow, {
                x: 'x1',
                y: 0,
                fy: 'lane',
                r: 4.5,
                fill: palette.accent,
                fillOpacity: 0.62,
                title: 'title',
              }),
              dot(weekMarks, {
                x: 'x',
                y: 0,
                fy: 'lane',
                r: 'count',
                fill: palette.accent,
                fillOpacity: 0.6,
              }),
              ruleX(shownEvents, {
                x: (each: TimelineItem) => clamp(each.earliest),
                stroke: palette.event,
                strokeDasharray: '3 3',
              }),
              // In turn on three lines, so that neighbours do not lie over one another; near the right edge to the left.
              ...[0, 1, 2].flatMap((line) =>
                (['start', 'end'] as const).map((textAnchor) =>
                  text(
                    shownEvents
                      .slice(0, mostNamed)
                      .filter(
                        (each, index) =>
                          index % 3 === line && (isLate(each) ? 'end' : 'start') === textAnchor,
                      ),
                    {
                      x: (each: TimelineItem) => clamp(each.earliest),
                      frameAnchor: 'top',
                      facetAnchor: 'top',
                      lineAnchor: 'bottom',
                      dy: -4 - line * 15,
                      text: (each: TimelineItem) => shorten(each.title),
                      textAnchor,
                      dx: textAnchor === 'start' ? -3 : 3,
                      fill: palette.event,
                      fontWeight: 600,
                    },
                  ),
                ),
              ),
              axisX({ label: null, color: palette.quiet, tickSize: 3, facetAnchor: 'bottom' }),
              laneNames(lanes, palette.ink),
            ],
          }),
    table: isOneByOne
      ? tableOf(
          ['Earliest', 'Latest', 'What', 'Acts'],
          timeline.map((item) => [
            stampText(item.earliest),
            stampText(item.latest),
            item.kind === 'event' ? `Event: ${item.title}` : item.title,
            item.acts.length === 0 ? '' : item.acts.map(actLabel).join(', '),
          ]),
        )
      : tableOf(
          ['Week from', 'Incidents'],
          weeks.filter(({ count }) => count > 0).map(({ week, count }) => [shortDay(week), String(count)]),
        ),
  };
}

function clampable(earliest: string, last: Date): boolean {
  return earliest.startsWith('0000') || moment(earliest) <= last;
}

function stampText(stamp: string): string {
  if (stamp.startsWith('0000') || stamp.startsWith('9999')) return 'open';
  return `${shortDay(stamp)} ${stamp.slice(11, 16)}`;
}

function shorten(title: string): string {
  return title.length > 26 ? `${title.slice(0, 25)}…` : title;
}
