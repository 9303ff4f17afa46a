import type { Behaviour, Channel, NewEntry } from '../../models/chronology';
import { readSpoken } from '../dates/spoken/spoken';
import type { SpokenAnswers, SpokenContext, Span } from '../dates/spoken/reading';
import type { SpokenReading } from '../dates/spoken/spoken';
import { nothingMore } from '../entry-content';
import { actHints, attemptsHint, channelHint } from './hints';

/** Longer than this, what happened is told below a title that is cut. */
export const longestTitle = 120;

export interface ReadLine {
  readonly date: SpokenReading;
  /** What happened, without the words that say when; the whole of it in `description` where it is long. */
  readonly title: string;
  readonly description: string;
  readonly acts: readonly Behaviour[];
  readonly channel: Channel | null;
  readonly attempts: number | null;
}

/** One line of what somebody tells, as an entry: when, what, and the acts its words speak of, to be seen before it is saved. */
export function readLine(text: string, context: SpokenContext, answers: SpokenAnswers = {}): ReadLine {
  const date = readSpoken(text, context, answers);
  const rest = withoutSpans(text, date.spans);
  const isLong = rest.length > longestTitle;
  return {
    date,
    title: isLong ? cut(rest) : rest,
    description: isLong ? rest : '',
    acts: actHints(rest),
    channel: channelHint(rest),
    attempts: attemptsHint(rest),
  };
}

/** The entry of a line, or null while its date or what happened is missing. */
export function lineEntry(line: ReadLine, acts: readonly Behaviour[], dateSource: string): NewEntry | null {
  if (line.date.value === null || line.title === '') return null;
  return {
    ...nothingMore,
    ...line.date.value,
    title: line.title,
    description: line.description,
    behaviours: [...acts],
    channel: line.channel,
    attempts: line.attempts,
    dateSource,
  };
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  // Spans may lie over one another: "every night" is part of "every night that week".
  const isDate = (index: number): boolean => spans.some(({ start, end }) => index >= start && index < end);
  const rest = Array.from({ length: text.length }, (_, index) => (isDate(index) ? ' ' : text.charAt(index)))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+([,.;:!?])/gu, '$1')
    // What is left of "on 3 Nov, at 9pm," before the telling begins.
    .replace(/^(?:[\s,.;:–-]|(?:on|at|and|then|of|from|the)\b(?=\s*(?:[,.;:]|$)))+/iu, '')
    .replace(/[\s,;:–-]+$/u, '')
    .trim();
  return rest.charAt(0).toLocaleUpperCase('en-GB') + rest.slice(1);
}

function cut(text: string): string {
  const sentence = /^.{10,119}?[.!?](?=\s)/u.exec(text)?.[0];
  if (sentence !== undefined) return sentence;
  const space = text.lastIndexOf(' ', longestTitle - 1);
  return `${text.slice(0, space > 40 ? space : longestTitle - 1)}…`;
}
