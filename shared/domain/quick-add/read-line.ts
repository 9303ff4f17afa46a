import type { Behaviour, Channel, NewEntry } from '../../models/chronology';
import { readSpoken } from '../dates/spoken/spoken';
import type { Span, SpokenAnswers, SpokenContext } from '../dates/spoken/reading';
import type { SpokenReading } from '../dates/spoken/spoken';
import { nothingMore } from '../entry-content';
import { liftedFrom, withoutLifted } from './lift';
import { actHints, attemptsHint, channelHint } from './hints';

/** Longer than this, what happened is told below a title that is cut. */
export const longestTitle = 120;
const longestLift = 160;

export interface ReadLine {
  readonly date: SpokenReading;
  /** The words at an edge of the line that say when: all that is left out of the title. */
  readonly lifted: readonly Span[];
  /** What happened, in the words that were typed; the whole of it in `description` where it is long. */
  readonly title: string;
  readonly description: string;
  readonly acts: readonly Behaviour[];
  readonly channel: Channel | null;
  readonly attempts: number | null;
}

/** One line of what somebody tells, as an entry: when, what, and the acts its words speak of, to be seen before it is saved. */
export function readLine(text: string, context: SpokenContext, answers: SpokenAnswers = {}): ReadLine {
  const date = readSpoken(text, context, answers);
  // With words that were not understood nobody knows where the date ends.
  const edges = date.unread.length > 0 ? [] : liftedFrom(text, date.spans);
  // What is lifted is kept as the source of the date, which has room for so much.
  const lifted = edges.reduce((sum, { start, end }) => sum + end - start, 0) > longestLift ? [] : edges;
  const kept = withoutLifted(text, lifted);
  const rest = kept.charAt(0).toLocaleUpperCase('en-GB') + kept.slice(1);
  const isLong = rest.length > longestTitle;
  return {
    date,
    lifted,
    title: isLong ? cut(rest) : rest,
    description: isLong ? rest : '',
    acts: actHints(rest),
    channel: channelHint(rest),
    attempts: attemptsHint(rest),
  };
}

/** Where its date comes from, with the words that were lifted out of the line: so that nothing that was typed is lost. */
export function lineSource(text: string, { lifted }: ReadLine, source: string): string {
  const words = lifted.map(({ start, end }) => text.slice(start, end).trim()).filter((each) => each !== '');
  return words.length === 0 ? source : `${source}: “${words.join(' … ')}”`;
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

function cut(text: string): string {
  const sentence = /^.{10,119}?[.!?](?=\s)/u.exec(text)?.[0];
  if (sentence !== undefined) return sentence;
  const space = text.lastIndexOf(' ', longestTitle - 1);
  return `${text.slice(0, space > 40 ? space : longestTitle - 1)}…`;
}
