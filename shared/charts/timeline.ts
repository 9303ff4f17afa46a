import { axisX, dot, ruleX, ruleY, text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { actLabel } from '../domain/law/act-words';
import { lawOf } from '../domain/law/law-of';
import type { Law } from '../models/law';
import type { Patterns, TimelineItem } from '../models/patterns';
import { moment, tableOf } from './chart';
import type { Chart } from './chart';
import { laneNames } from './lane-names';
import type { Palette } from './palette';
import { unmarked } from './unmarked';

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

type Shown = Pick<Patterns, 'timeline' | 'weeks' | 'incidents' | 'events' | 'triggers' | 'jurisdiction'>;

/**
 * Entries on a line of time, one lane for each act. A dot is a date of one day or moment, a bar one that is wider; events
 * stand across all lanes. Where there are too many to draw one by one, `timeline` is empty and weeks are drawn instead.
 */
export function timelineChart(shown: Shown, window: TimelineWindow | null): Chart {
  const { timeline, weeks, incidents, events } = shown;
  const law = lawOf(shown.jurisdiction);
  const whole = window ?? wholeWindow({ timeline, weeks });
  const isOneByOne = timeline.length > 0 || incidents + events === 0;
  return {
    id: 'timeline',
    title: 'Timeline',
    words:
      whole === null
        ? 'No entry has a date to draw.'
        : `${counted(incidents, 'incident', 'incidents')} and ${counted(events, 'background event', 'background events')} from ${shortDay(whole.from)} to ${shortDay(whole.to)}.${isOneByOne ? '' : ' There are too many to draw one by one: each mark is a week.'}`,
    options: whole === null ? null : drawTimeline(shown, spanOf(whole), isOneByOne),
    table: isOneByOne
      ? tableOf(
          ['Earliest', 'Latest', 'What', 'Acts'],
          timeline.map((item) => [
            stampText(item.earliest),
            stampText(item.latest),
            item.kind === 'event' ? `Event: ${item.title}` : item.title,
            item.acts.map((act) => actLabel(law, act)).join(', '),
          ]),
        )
      : tableOf(
          ['Week from', 'Incidents'],
          weeks.filter(({ count }) => count > 0).map(({ week, count }) => [shortDay(week), String(count)]),
        ),
  };
}

/** What is drawn from end to end. */
interface TimeSpan {
  readonly first: Date;
  readonly last: Date;
  /** A moment, or the end of the span that it lies beyond. */
  readonly clamp: (stamp: string) => Date;
}

function spanOf({ from, to }: TimelineWindow): TimeSpan {
  const [first, last] = [moment(from), moment(`${to}T23:59:59`)];
  return {
    first,
    last,
    clamp: (stamp) => {
      if (stamp.startsWith('0000')) return first;
      const at = stamp.startsWith('9999') ? last : moment(stamp);
      if (at < first) return first;
      return at > last ? last : at;
    },
  };
}

/** Entries one by one, as dots and bars, or weeks with how many there were; null where there is nothing to draw. */
function drawTimeline(
  { timeline, weeks, triggers, jurisdiction }: Shown,
  span: TimeSpan,
  isOneByOne: boolean,
): Chart['options'] {
  const law = lawOf(jurisdiction);
  const marks = marksOf(timeline, span, law);
  const weekMarks = isOneByOne ? [] : weekMarksOf(weeks, law);
  const present = new Set([...marks, ...weekMarks].map(({ lane }) => lane));
  const lanes = [...law.acts.map(({ code }) => actLabel(law, code)), unmarked].filter((lane) =>
    present.has(lane),
  );
  if (lanes.length === 0) return null;
  const isWide = ({ x1, x2 }: Mark): boolean => x2.getTime() - x1.getTime() > 86_400_000;
  return (width, palette) => ({
    width,
    height: lanes.length * 34 + 100,
    marginLeft: 196,
    marginRight: 14,
    marginTop: 58,
    marginBottom: 38,
    clip: false,
    x: { type: 'utc', domain: [span.first, span.last], label: null },
    y: { axis: null },
    fy: { domain: lanes, label: null, axis: null, padding: 0.1 },
    r: { range: [0, 9] },
    marks: [
      ruleY([0], { y: 0, stroke: palette.line }),
      ruleY(marks.filter(isWide), {
        y: 0,
        x1: 'x1',
        x2: 'x2',
        fy: 'lane',
        stroke: palette.accent,
        strokeWidth: 9,
        strokeOpacity: 0.32,
      }),
      dot(
        marks.filter((mark) => !isWide(mark)),
        { x: 'x1', y: 0, fy: 'lane', r: 4.5, fill: palette.accent, fillOpacity: 0.62, title: 'title' },
      ),
      dot(weekMarks, { x: 'x', y: 0, fy: 'lane', r: 'count', fill: palette.accent, fillOpacity: 0.6 }),
      ...eventMarks(triggers, span, palette),
      axisX({ label: null, color: palette.quiet, tickSize: 3, facetAnchor: 'bottom' }),
      laneNames(lanes, palette.ink),
    ],
  });
}

/** Incidents, each in the lane of every act it is marked with. */
function marksOf(timeline: Shown['timeline'], { clamp }: TimeSpan, law: Law): readonly Mark[] {
  const lanesOf = ({ acts }: Pick<TimelineItem, 'acts'>): readonly string[] =>
    acts.length === 0 ? [unmarked] : acts.map((act) => actLabel(law, act));
  return timeline
    .filter(({ kind }) => kind === 'incident')
    .flatMap((item) =>
      lanesOf(item).map((lane) => ({
        lane,
        x1: clamp(item.earliest),
        x2: clamp(item.latest),
        title: `${shortDay(item.earliest)} ${item.title}`,
      })),
    );
}

/** How many incidents a week had in each lane. */
function weekMarksOf(weeks: Shown['weeks'], law: Law) {
  return weeks.flatMap((week) => [
    ...law.acts.flatMap(({ code: act }) => {
      const count = week.acts[act] ?? 0;
      return count === 0 ? [] : [{ lane: actLabel(law, act), x: moment(week.week), count }];
    }),
    ...(week.unmarked === 0 ? [] : [{ lane: unmarked, x: moment(week.week), count: week.unmarked }]),
  ]);
}

/** Events, as lines across all lanes, the first of them named. */
function eventMarks(
  triggers: Shown['triggers'],
  { first, last, clamp }: TimeSpan,
  palette: Palette,
): Markish[] {
  const shown = triggers.filter(
    ({ earliest, latest }) =>
      moment(latest.startsWith('9999') ? earliest : latest) >= first && clampable(earliest, last),
  );
  const isLate = ({ earliest }: TimelineItem): boolean =>
    clamp(earliest).getTime() - first.getTime() > 0.7 * (last.getTime() - first.getTime());
  // In turn on three lines, so that neighbours do not lie over one another; near the right edge to the left.
  const named = [0, 1, 2].flatMap((line) =>
    (['start', 'end'] as const).map((textAnchor) =>
      text(
        shown
          .slice(0, mostNamed)
          .filter((each, index) => index % 3 === line && (isLate(each) ? 'end' : 'start') === textAnchor),
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
  );
  return [
    ruleX(shown, {
      x: (each: TimelineItem) => clamp(each.earliest),
      stroke: palette.event,
      strokeDasharray: '3 3',
    }),
    ...named,
  ];
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
