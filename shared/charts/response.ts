import { axisX, dot, rectY, ruleY, text } from '@observablehq/plot';
import type { Markish } from '@observablehq/plot';
import { counted } from '../domain/counts';
import { addDays } from '../domain/casework/working-days';
import type {
  DayRange,
  MarkSort,
  NotRecorded,
  ResponseTimeline,
  TimelineBar,
} from '../domain/casework/response/timeline';
import { dateWords } from '../records/words/date-words';
import { moment, tableOf } from './chart';
import type { Chart } from './chart';
import type { Palette } from './palette';

const sorts: Readonly<Record<MarkSort | TimelineBar['sort'], string>> = {
  report: 'Reports',
  event: 'Events',
  hearing: 'Hearings',
  statement: 'Statement',
  order: 'Orders and bail',
  ask: 'Asked for',
};
const oneOf: Readonly<Record<MarkSort | TimelineBar['sort'], string>> = {
  report: 'Report',
  event: 'Event',
  hearing: 'Hearing',
  statement: 'Statement',
  order: 'Order or bail',
  ask: 'Asked for',
};
const missing: Readonly<Record<NotRecorded, (count: number) => string>> = {
  reports: () => 'any report to the police',
  events: () => 'anything that police, prosecutor or court did',
  hearings: () => 'any hearing',
  orders: () => 'any order or bail',
  'crime-numbers': (count) => `the crime number of ${counted(count, 'report', 'reports')}`,
  'order-start': (count) => `the start of ${counted(count, 'order', 'orders')}`,
  'order-end': (count) => `the end of ${counted(count, 'order', 'orders')}`,
};

/** What there is no record of, in a sentence; empty where all is recorded. */
export function notRecordedText({ notRecorded }: Pick<ResponseTimeline, 'notRecorded'>): string {
  if (notRecorded.length === 0) return '';
  return `Not recorded: ${notRecorded.map(({ what, count }) => missing[what](count)).join('; ')}.`;
}

function rangeText({ earliest, latest }: DayRange): string {
  if (earliest === null) return latest === null ? 'no date' : `until ${dateWords(latest)}`;
  if (latest === null) return `from ${dateWords(earliest)}`;
  return earliest === latest
    ? dateWords(earliest)
    : `between ${dateWords(earliest)} and ${dateWords(latest)}`;
}

function sentence(timeline: ResponseTimeline): string {
  const { from, to, incidents, marks, bars } = timeline;
  if (from === null || to === null) return `Nothing here has a date yet. ${notRecordedText(timeline)}`.trim();
  const many = (sort: MarkSort | TimelineBar['sort']): number =>
    [...marks, ...bars].filter((each) => each.sort === sort).length;
  const said = [
    counted(many('report'), 'report', 'reports'),
    counted(many('event'), 'event', 'events'),
    counted(many('hearing'), 'hearing', 'hearings'),
    counted(many('order'), 'order or bail', 'orders and bail'),
    counted(many('ask'), 'thing asked for', 'things asked for'),
  ];
  return `Above ${counted(incidents.length, 'reported incident', 'reported incidents')} as the client says; below ${said.join(', ')}, from ${dateWords(from)} to ${dateWords(to)}. ${notRecordedText(timeline)}`.trim();
}

/** Everything on the timeline as rows, in order of its first day. */
function rowsOf({ incidents, marks, bars }: ResponseTimeline): readonly (readonly string[])[] {
  const rows = [
    ...incidents.map((each) => ({
      day: each.earliest ?? '',
      row: [rangeText(each), '', 'Incident', each.title],
    })),
    ...marks.map((each) => ({
      day: each.earliest ?? '',
      row: [rangeText(each), '', oneOf[each.sort], each.title],
    })),
    ...bars.map(({ from, to, sort, title }) => ({
      day: from.earliest ?? '',
      row: [rangeText(from), to === null ? 'not recorded' : rangeText(to), oneOf[sort], title],
    })),
  ];
  return rows.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ row }) => row);
}

/**
 * Incidents above and the response below, on one axis of time: how many incidents a week or month had, marks for what happened once,
 * bars for what lasted. What has no exact day is drawn as a range. `today` ends what has no end recorded.
 */
export function responseChart(timeline: ResponseTimeline, today: string): Chart {
  return {
    id: 'response',
    title: 'What happened, and what was done',
    words: sentence(timeline),
    options: draw(timeline, today),
    table: tableOf(['When', 'Until', 'What', 'In words'], rowsOf(timeline)),
  };
}

/** How high the incidents are drawn, and each row of the response. */
const [top, rowHeight] = [96, 28];
/** Bars that are drawn; all of them are in the table. */
const mostRows = 10;

interface Span {
  readonly x1: Date;
  readonly x2: Date;
}

interface Row {
  readonly label: string;
  readonly y: number;
}

/** A range within what is drawn: an open end goes to the edge. */
function spanOf({ earliest, latest }: DayRange, first: string, last: string): Span {
  return { x1: moment(earliest ?? first), x2: moment(`${latest ?? last}T23:59:59`) };
}

const isWide = ({ earliest, latest }: DayRange): boolean => earliest !== latest;

/** Weeks, or months where there would be too many, with how many incidents each had. Wider dates are in none. */
function binsOf(incidents: ResponseTimeline['incidents'], first: string, last: string) {
  const days = (moment(last).getTime() - moment(first).getTime()) / 86_400_000;
  const width = Math.max(1, Math.ceil(days / 420)) * 7;
  const bins = new Map<number, number>();
  for (const { earliest, latest } of incidents) {
    if (earliest === null || latest === null || earliest !== latest) continue;
    const at = Math.floor((moment(earliest).getTime() - moment(first).getTime()) / 86_400_000 / width);
    bins.set(at, (bins.get(at) ?? 0) + 1);
  }
  return [...bins].map(([at, count]) => ({
    x1: moment(addDays(first, at * width)),
    x2: moment(addDays(first, (at + 1) * width)),
    count,
  }));
}

function incidentMarks(
  incidents: ResponseTimeline['incidents'],
  { first, last }: { readonly first: string; readonly last: string },
  palette: Palette,
): Markish[] {
  const bins = binsOf(incidents, first, last);
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const wide = incidents.filter(isWide).map((each) => spanOf(each, first, last));
  return [
    rectY(bins, {
      x1: 'x1',
      x2: 'x2',
      y1: top,
      y2: ({ count }: { readonly count: number }) => top - (count / highest) * (top - 34),
      fill: palette.accent,
      insetRight: 1,
      title: ({ count }: { readonly count: number }) => String(count),
    }),
    ruleY(wide, {
      x1: 'x1',
      x2: 'x2',
      y: top - 4,
      stroke: palette.accent,
      strokeWidth: 6,
      strokeOpacity: 0.35,
    }),
    ruleY([top], { y: top, stroke: palette.line }),
    text(['What happened'], {
      frameAnchor: 'top-left',
      dx: -136,
      dy: 16,
      textAnchor: 'start',
      fill: palette.ink,
      fontWeight: 600,
    }),
  ];
}

/** Orders stand together above what was asked for, each by its first day. */
const placeOf = ({ sort, from }: TimelineBar): string => `${sort === 'order' ? 0 : 1} ${from.earliest ?? ''}`;

/** Rows of the response: one for each sort of mark that is there, and one for each bar. */
function layOut({ marks, bars }: ResponseTimeline) {
  const present = (['report', 'event', 'hearing', 'statement'] as const).filter((sort) =>
    marks.some((mark) => mark.sort === sort),
  );
  const rowOf = (index: number): number => top + 18 + index * rowHeight;
  const markRows: readonly (Row & { readonly sort: MarkSort })[] = present.map((sort, index) => ({
    ...{ sort, label: sorts[sort], y: rowOf(index) },
  }));
  const shownBars = [...bars]
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .slice(0, mostRows)
    .map((bar, index) => ({
      bar,
      y: rowOf(present.length + index),
      label: sorts[bar.sort],
    }));
  return { markRows, shownBars, height: rowOf(present.length + shownBars.length) + 30 };
}

function shorten(title: string): string {
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}

function barMarks(
  shownBars: ReturnType<typeof layOut>['shownBars'],
  { first, last, today }: { readonly first: string; readonly last: string; readonly today: string },
  palette: Palette,
): Markish[] {
  const middle = (moment(first).getTime() + moment(last).getTime()) / 2;
  return shownBars.flatMap(({ bar: { sort, title, from, to }, y }) => {
    const colour = sort === 'order' ? palette.event : palette.gap;
    const end = to ?? { earliest: today, latest: today };
    const whole = spanOf({ earliest: from.earliest, latest: end.latest }, first, last);
    const sure = spanOf({ earliest: from.latest, latest: end.earliest }, first, last);
    const isLate = whole.x1.getTime() > middle;
    return [
      // Faint where it may have been in force, and full where it was.
      ruleY([whole], { x1: 'x1', x2: 'x2', y, stroke: colour, strokeWidth: 8, strokeOpacity: 0.3 }),
      ruleY(sure.x1 < sure.x2 ? [sure] : [], {
        ...{ x1: 'x1', x2: 'x2', y, stroke: colour, strokeWidth: 8, strokeOpacity: 0.75 },
        ...(to === null ? { strokeDasharray: '7 3' } : {}),
      }),
      text([whole], {
        x: isLate ? 'x2' : 'x1',
        y: y - 10,
        text: () => shorten(title),
        textAnchor: isLate ? 'end' : 'start',
        fill: palette.ink,
      }),
    ];
  });
}

function draw(timeline: ResponseTimeline, today: string): Chart['options'] {
  const { from, to, incidents, marks } = timeline;
  if (from === null || to === null) return null;
  const first = from;
  const last = addDays(to > today ? to : today, 1);
  const { markRows, shownBars, height } = layOut(timeline);
  return (width, palette) => ({
    width,
    height,
    marginLeft: 140,
    marginRight: 14,
    marginTop: 0,
    marginBottom: 38,
    clip: false,
    x: { type: 'utc', domain: [moment(first), moment(last)], label: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...incidentMarks(incidents, { first, last }, palette),
      ...markRows.flatMap(({ sort, y }) => {
        const here = marks.filter((mark) => mark.sort === sort);
        const ranges = here.filter(isWide).map((each) => spanOf(each, first, last));
        return [
          ruleY(ranges, {
            x1: 'x1',
            x2: 'x2',
            y,
            stroke: palette.accent,
            strokeWidth: 6,
            strokeOpacity: 0.4,
          }),
          dot(
            here.filter((each) => !isWide(each)),
            {
              x: ({ earliest }: DayRange) => moment(earliest ?? first),
              y,
              r: 5,
              symbol: 'square',
              fill: palette.accent,
              title: 'title',
            },
          ),
        ];
      }),
      ...barMarks(shownBars, { first, last, today }, palette),
      ...rowNames([...markRows, ...shownBars], first, palette),
      axisX({ label: null, color: palette.quiet, tickSize: 3 }),
    ],
  });
}

/** What each row is, at the left edge. Rows of one sort that follow each other are named once. */
function rowNames(rows: readonly Row[], first: string, palette: Palette): Markish[] {
  const named = rows.filter(({ label }, index) => label !== rows[index - 1]?.label);
  return [
    text(named, {
      x: () => moment(first),
      y: 'y',
      text: 'label',
      textAnchor: 'end',
      dx: -12,
      fill: palette.ink,
      fontWeight: 600,
    }),
  ];
}
