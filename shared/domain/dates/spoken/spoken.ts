import type { EntryTime } from '../../../models/chronology';
import { printDate } from '../print';
import { clockChange, zoned } from './clock-change';
import { allClocks } from './clock-words';
import type { ClockWords } from './clock-words';
import { addDays } from './calendar-days';
import { cover, dayCover } from './cover';
import { dayWords } from './day-words';
import { notUsed } from './last-check';
import { momentRange } from './moment-range';
import { withoutOthers } from './not-dates';
import { withoutTold } from './told';
import type {
  Days,
  Options,
  Span,
  SpokenAnswers,
  SpokenContext,
  SpokenDate,
  SpokenQuestion,
} from './reading';

export interface SpokenReading {
  /** Null while something has to be asked, or where there is no date. */
  readonly value: SpokenDate | null;
  /** What is to be asked next, with its options in words. */
  readonly ask: { readonly question: SpokenQuestion; readonly options: readonly string[] } | null;
  /** The words the date was read from, for the rest to be told from them. */
  readonly spans: readonly Span[];
  /** Words that may belong to the date and were not understood: it is never certain with them. */
  readonly unread: readonly Span[];
}

/** The last option where a date is asked about because not all of its words were understood. */
export const noneOfThese = 'none of these';
const nothing: SpokenReading = { value: null, ask: null, spans: [], unread: [] };

/**
 * A date as people say it, as EDTF (level 0 and 1) with a time and its precision. Where the words allow more than one date,
 * it gives the question and its options instead of choosing; `answers` are the options chosen so far.
 */
export function readSpoken(text: string, context: SpokenContext, answers: SpokenAnswers = {}): SpokenReading {
  const bare = withoutOthers(withoutGaps(text));
  const { text: outside, told } = withoutTold(bare);
  const dates = dayWords(outside, context);
  if (dates.length > 0 || told.length === 0) return readDates(outside, dates, [], context, answers);
  // The only date stands in what somebody said: it may be the day that was spoken of, not the day it was said.
  return readDates(bare, dayWords(bare, context), told, context, answers);
}

/** Wider than any gap between words: a page of them would be gone through again for each of its spaces. */
const gap = /\s{30,}/gu;

function withoutGaps(text: string): string {
  return text.replaceAll(gap, (run) => ` ${';'.repeat(run.length - 2)} `);
}

interface Reading {
  readonly text: string;
  readonly dates: readonly Days[];
  readonly days: Days;
  readonly clock: ClockWords | null;
  readonly spans: readonly Span[];
  readonly unread: readonly Span[];
}

function readDates(
  text: string,
  dates: readonly Days[],
  told: readonly Span[],
  context: SpokenContext,
  answers: SpokenAnswers,
): SpokenReading {
  const [days] = dates;
  if (days === undefined) return nothing;
  const clocks = allClocks(withoutDays(text, dates));
  const joined = momentRange(text, dates, clocks);
  if (joined !== null) return ofOne(text, joined.date, joined.spans, told, context, answers);
  const clock = ofTonight(text, days, clocks[0] ?? null);
  const spans = [days, clock].flatMap(spansOf);
  const others = dates.filter((each) => each !== days && !isSame(each, days));
  const same = dates.filter((each) => each !== days && isSame(each, days)).flatMap(spansOf);
  const more = [...clocks.slice(1), ...others].flatMap(spansOf);
  const lefts = days.options.map((edtf) =>
    notUsed(text, [...spans, ...same], { edtf, time: clock?.options[0] ?? null }, context.today, more),
  );
  // Of several that are asked about, what none of them used.
  const [left = []] = lefts;
  const unread = [
    ...told,
    ...left.filter((each) =>
      lefts.every((one) => one.some((span) => span.start <= each.start && each.end <= span.end)),
    ),
  ];
  const reading: Reading = { text, dates: [days, ...others], days, clock, spans, unread };
  return others.length > 0 && unread.length > 0
    ? whichOfAll(reading, answers)
    : settle(reading, days, answers);
}

/** "Tonight at 9" is nine in the evening. */
function ofTonight(text: string, { span }: Days, clock: ClockWords | null): ClockWords | null {
  if (clock?.question !== 'morning-or-evening') return clock;
  const evening = clock.options.filter(({ from }) => from >= '16:00');
  return /^tonight$/iu.test(text.slice(span.start, span.end)) && evening.length === 1
    ? { ...clock, question: null, options: evening }
    : clock;
}

/** A date and its time that were read as one. */
function ofOne(
  text: string,
  { edtf, time }: SpokenDate,
  spans: readonly Span[],
  told: readonly Span[],
  context: SpokenContext,
  answers: SpokenAnswers,
): SpokenReading {
  const span = spans[0] ?? { start: 0, end: 0 };
  const days: Days = { question: null, options: [edtf], span };
  const clock: ClockWords | null = time === null ? null : { question: null, options: [time], span };
  const unread = [...told, ...notUsed(text, spans, { edtf, time }, context.today)];
  return settle({ text, dates: [days], days, clock, spans, unread }, days, answers);
}

/** More dates than one are told in the line: of all of them it is asked which. */
function whichOfAll(reading: Reading, answers: SpokenAnswers): SpokenReading {
  const { dates, days, clock, spans, unread } = reading;
  const time = clock?.options.length === 1 ? (clock.options[0] ?? null) : null;
  const all = dates.flatMap((each) =>
    each.options.map((edtf) => ({ edtf, time: each === days ? time : null, of: each })),
  );
  const options = all
    .filter((each, index) => all.findIndex(({ edtf }) => edtf === each.edtf) === index)
    .slice(0, 6);
  const answer = answers['which-date'];
  if (answer === undefined) {
    const shown = options.map(({ edtf, time: at }) => printDate(edtf, at));
    return { value: null, ask: { question: 'which-date', options: [...shown, noneOfThese] }, spans, unread };
  }
  const picked = options[answer];
  if (picked === undefined) return { ...nothing, unread };
  const only: Days = { question: null, options: [picked.edtf], span: picked.of.span };
  return settle({ ...reading, clock: picked.of === days ? clock : null }, only, answers, true);
}

/** One date: its questions one after the other, and at the end what was not understood of it. */
function settle(reading: Reading, days: Days, answers: SpokenAnswers, isPicked = false): SpokenReading {
  const { clock, spans, unread } = reading;
  const asking = (question: SpokenQuestion, options: readonly SpokenDate[]): SpokenReading => ({
    value: null,
    ask: { question, options: [...new Set(options.map(({ edtf, time }) => printDate(edtf, time)))] },
    spans,
    unread,
  });
  const anyTime = clock?.options.length === 1 ? (clock.options[0] ?? null) : null;
  const ofNight = lastNightAt(reading, days) ?? inOneNight(reading, days);
  const narrowed = ofNight ?? days;
  const edtf = chosen(narrowed, answers);
  if (edtf === null)
    return asking(
      narrowed.question ?? 'year',
      narrowed.options.map((each) => ({ edtf: each, time: anyTime })),
    );
  const isLastNight = days.question === 'which-day' && isLastNightSaid(reading) && clock === null;
  const time = isLastNight ? nightOf(answers) : clock === null ? null : chosen(clock, answers);
  if (clock !== null && time === null)
    return asking(
      clock.question ?? 'morning-or-evening',
      clock.options.map((each) => ({ edtf, time: each })),
    );
  const changes =
    (ofNight === null ? turnOfDay(edtf, time, clock, /\bovernight\b/iu.test(reading.text)) : null) ??
    clockChange(edtf, time);
  const picked =
    changes === null ? { edtf, time: zoned(edtf, time) } : changes.options[answers[changes.question] ?? -1];
  if (picked === undefined) return asking(changes?.question ?? 'midnight', changes?.options ?? []);
  if (unread.length === 0 || isPicked || answers['which-date'] === 0)
    return { value: picked, ask: null, spans, unread };
  if (answers['which-date'] !== undefined) return { ...nothing, unread };
  const asked = asking('which-date', [picked]);
  return {
    ...asked,
    ask: { question: 'which-date', options: [printDate(picked.edtf, picked.time), noneOfThese] },
  };
}

function spansOf(each: Options<unknown> | null): readonly Span[] {
  return each === null ? [] : [each.span, ...(each.also ?? [])];
}

function isSame(a: Days, b: Days): boolean {
  return a.question === null && b.question === null && a.options[0] === b.options[0];
}

function chosen<T>({ question, options }: Options<T>, answers: SpokenAnswers): T | null {
  if (question === null) return options[0] ?? null;
  return options[answers[question] ?? -1] ?? null;
}

function isLastNightSaid({ text, days }: Reading): boolean {
  return /^last night$/iu.test(text.slice(days.span.start, days.span.end));
}

/** "Last night at 2am" was today; "last night at 11pm" was yesterday. */
function lastNightAt(reading: Reading, days: Days): Days | null {
  const time = reading.clock?.options.length === 1 ? reading.clock.options[0] : undefined;
  if (!isLastNightSaid(reading) || time === undefined || time.precision === 'part_of_day') return null;
  const index = time.from < '07:00' ? 1 : time.from >= '17:00' ? 0 : null;
  const option = index === null ? undefined : days.options[index];
  return option === undefined ? null : { ...days, question: null, options: [option] };
}

/** "The night of 3/4 March at 2am" was the 4th. */
function inOneNight({ text, clock }: Reading, days: Days): Days | null {
  const [from, to = ''] = days.options[0]?.split('/') ?? [];
  const time = clock?.options.length === 1 ? clock.options[0] : undefined;
  if (from === undefined || days.options.length > 1 || time === undefined || time.precision === 'part_of_day')
    return null;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(from) || to !== addDays(from, 1) || !/\b(?:over)?night\b/iu.test(text))
    return null;
  const day = time.from < '07:00' ? to : time.from >= '17:00' ? from : null;
  return day === null ? null : { ...days, options: [day] };
}

/** Of last night: yesterday's evening, or the hours after midnight. */
function nightOf(answers: SpokenAnswers): EntryTime {
  return { from: answers['which-day'] === 0 ? '18:00' : '00:00', to: null, precision: 'part_of_day' };
}

/** "Midnight on Friday" begins that day to some and ends it to others; so does "Friday night at 2". */
function turnOfDay(
  edtf: string,
  time: EntryTime | null,
  clock: ClockWords | null,
  isOvernight: boolean,
): { readonly question: 'midnight'; readonly options: readonly SpokenDate[] } | null {
  const [, day, mark = ''] = /^(\d{4}-\d{2}-\d{2})([?~%]?)$/u.exec(edtf) ?? [];
  if (
    (clock?.mayBeNextDay !== true && !isOvernight) ||
    time === null ||
    time.from >= '06:00' ||
    day === undefined
  )
    return null;
  return {
    question: 'midnight',
    options: [
      { edtf, time },
      { edtf: `${addDays(day, 1)}${mark}`, time },
    ],
  };
}

/** Days are covered while times are read: "between 9 and 10pm on 3 March" is one day. */
function withoutDays(text: string, dates: readonly Days[]): string {
  // "every night that week" is days and a part of the day at once.
  const spans = dates.flatMap(({ span, also = [] }) => {
    const every = /^every (?:night|evening|morning|afternoon)/iu.exec(text.slice(span.start, span.end))?.[0]
      .length;
    return [{ start: span.start + (every ?? 0), end: span.end }, ...also];
  });
  return cover(text, spans, dayCover);
}
