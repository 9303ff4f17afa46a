import type { EntryTime } from '../../../models/chronology';
import { printDate } from '../print';
import { isAmbiguousUkTime, isSkippedUkTime } from '../uk-clock';
import { clockWords } from './clock-words';
import { dayWords } from './day-words';
import type { Options, Span, SpokenAnswers, SpokenContext, SpokenDate, SpokenQuestion } from './reading';

export interface SpokenReading {
  /** Null while something has to be asked, or where there is no date. */
  readonly value: SpokenDate | null;
  /** What is to be asked next, with its options in words. */
  readonly ask: { readonly question: SpokenQuestion; readonly options: readonly string[] } | null;
  /** The words the date was read from, for the rest to be told from them. */
  readonly spans: readonly Span[];
}

/**
 * A date as people say it, as EDTF (level 0 and 1) with a time and its precision. Where the words allow more than one date,
 * it gives the question and its options instead of choosing; `answers` are the options chosen so far.
 */
export function readSpoken(text: string, context: SpokenContext, answers: SpokenAnswers = {}): SpokenReading {
  const days = dayWords(withoutClock(text), context);
  const clock = clockWords(withoutDays(text, days));
  const spans = [days, clock].flatMap((each) => (each === null ? [] : [each.span, ...(each.also ?? [])]));
  if (days === null) return { value: null, ask: null, spans: [] };
  const asking = (question: SpokenQuestion, options: readonly SpokenDate[]): SpokenReading => ({
    value: null,
    ask: { question, options: options.map(({ edtf, time }) => printDate(edtf, time)) },
    spans,
  });
  const anyTime = clock?.options.length === 1 ? (clock.options[0] ?? null) : null;
  const edtf = chosen(days, answers);
  if (edtf === null)
    return asking(
      days.question ?? 'year',
      days.options.map((each) => ({ edtf: each, time: anyTime })),
    );
  const lastNight = days.question === 'which-day' && /\blast night\b/iu.test(text) && clock === null;
  const time = lastNight ? nightOf(answers) : clock === null ? null : chosen(clock, answers);
  if (clock !== null && time === null)
    return asking(
      clock.question ?? 'morning-or-evening',
      clock.options.map((each) => ({ edtf, time: each })),
    );
  const changes = clockChange(edtf, time);
  if (changes !== null) {
    const picked = changes.options[answers[changes.question] ?? -1];
    return picked === undefined
      ? asking(changes.question, changes.options)
      : { value: picked, ask: null, spans };
  }
  return { value: { edtf, time }, ask: null, spans };
}

function chosen<T>({ question, options }: Options<T>, answers: SpokenAnswers): T | null {
  if (question === null) return options[0] ?? null;
  return options[answers[question] ?? -1] ?? null;
}

/** Of last night: yesterday's evening, or the hours after midnight. */
function nightOf(answers: SpokenAnswers): EntryTime {
  return { from: answers['which-day'] === 0 ? '18:00' : '00:00', to: null, precision: 'part_of_day' };
}

/** The hour that came twice, and the one that never was, on the days the UK's clocks change. */
function clockChange(
  edtf: string,
  time: EntryTime | null,
): { readonly question: 'clock-change' | 'never-was'; readonly options: readonly SpokenDate[] } | null {
  if (time === null || time.precision === 'part_of_day' || !/^\d{4}-\d{2}-\d{2}$/u.test(edtf)) return null;
  const from = time.from.slice(0, 5);
  if (isAmbiguousUkTime(edtf, from))
    return {
      question: 'clock-change',
      options: [
        { edtf, time: { ...time, offset: 60 } },
        { edtf, time: { ...time, offset: 0 } },
      ],
    };
  if (isSkippedUkTime(edtf, from))
    return {
      question: 'never-was',
      options: [
        // The clock that was looked at had not been put forward.
        { edtf, time: { ...time, from: `02${from.slice(2)}`, to: null } },
        { edtf, time: { ...time, to: null, precision: 'about' } },
      ],
    };
  return null;
}

/** Times are covered while days are read: "between 9 and 10pm on 3 March" is one day. */
function withoutClock(text: string): string {
  const clock = clockWords(text);
  return clock === null ||
    /^\s*(?:every|each|that|this|all)\b/iu.test(text.slice(clock.span.start, clock.span.end))
    ? text
    : cover(text, clock.span);
}

function withoutDays(text: string, days: Options<string> | null): string {
  if (days === null) return text;
  // "every night that week" is days and a part of the day at once.
  const words = text.slice(days.span.start, days.span.end);
  const every = /^every (?:night|evening|morning|afternoon)/iu.exec(words)?.[0].length ?? 0;
  return cover(text, { start: days.span.start + every, end: days.span.end });
}

function cover(text: string, { start, end }: Span): string {
  // No spaces: the library reads across them.
  return text.slice(0, start) + ';'.repeat(end - start) + text.slice(end);
}
