import type { SpokenAnswers } from '../../shared/domain/dates/spoken/reading';
import { noneOfThese, readSpoken } from '../../shared/domain/dates/spoken/spoken';
import type { SpokenReading } from '../../shared/domain/dates/spoken/spoken';

export interface Phrase {
  readonly input: string;
  /** `2024-03-03 21:05-22:00`, `none`, `ask:year`, or several of them with " or " between. */
  readonly right: string;
}
export type Verdict = 'right' | 'asked' | 'asked-badly' | 'refused' | 'wrong';

/** A reading in the notation of the lists. */
export function notation({ value, ask }: SpokenReading): string {
  if (ask !== null) return `ask:${ask.question}`;
  if (value === null) return 'none';
  const { edtf, time } = value;
  if (time === null) return edtf;
  const until = time.to === null ? '' : `-${time.to.slice(0, 5)}`;
  return `${edtf} ${time.from.slice(0, 5)}${until}${time.offset === undefined ? '' : ` offset${time.offset}`}`;
}

/** Everything a reading comes to, whatever is answered. */
export function outcomes(text: string, today: string, answers: SpokenAnswers = {}, depth = 0): string[] {
  const reading = readSpoken(text, { today, lastDay: null }, answers);
  const { ask } = reading;
  if (ask === null || depth > 5) return [notation(reading)];
  return ask.options.flatMap((option, index) =>
    option === noneOfThese ? [] : outcomes(text, today, { ...answers, [ask.question]: index }, depth + 1),
  );
}

/**
 * Right: what the list says, or a question it says. Asked: another question, with the meaning among what it comes to or with
 * the words marked that were not understood. Asked badly: neither. Refused: nothing is read. Wrong: another date, for certain.
 */
export function verdictOf({ input, right }: Phrase, today: string): Verdict {
  const reading = readSpoken(input, { today, lastDay: null });
  const got = notation(reading);
  const rights = right.split(' or ').map((each) => each.trim());
  const plain = (text: string): string => text.replace(/ offset\d+$/u, '');
  if (rights.includes(got) || rights.includes(plain(got))) return 'right';
  if (got === 'none') return 'refused';
  if (reading.ask === null) return 'wrong';
  const reached = outcomes(input, today).some(
    (each) => rights.includes(each) || rights.includes(plain(each)),
  );
  return reached || reading.unread.length > 0 ? 'asked' : 'asked-badly';
}
