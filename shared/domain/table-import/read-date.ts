import { dateBounds } from '../dates/bounds';
import { printDate } from '../dates/print';
import type { SpokenAnswers, SpokenDate, Span } from '../dates/spoken/reading';
import { noneOfThese, readSpoken } from '../dates/spoken/spoken';
import { entryDate } from '../facts/uk-date';

export const numericOrders = ['day-first', 'month-first'] as const;
export type NumericOrder = (typeof numericOrders)[number];

/** What a person is asked about the date of one row. */
export type RowQuestion = 'which' | 'not-all-read' | 'unlikely';

/** A date of a row: certain, to be asked about, to be told by the order of day and month of the whole table, or none. */
export type DateRead =
  | { readonly kind: 'date'; readonly date: SpokenDate; readonly isTimeUsed: boolean }
  | { readonly kind: 'ask'; readonly question: RowQuestion; readonly options: readonly string[] }
  | { readonly kind: 'order' }
  | { readonly kind: 'none' };

export interface DateContext {
  readonly today: string;
  readonly order: NumericOrder | null;
  /** Options chosen for the questions of this row so far, in the order in which they were asked. */
  readonly choices: readonly number[];
}

/** The last option of every question about a row whose date was read, but may not be meant. */
export const notThis = noneOfThese;
/** Nobody who is alive keeps a table of earlier days; spreadsheets write 1 January 1900 where there is none. */
const firstDay = '1920-01-01';

/**
 * Reads the date of a row from its two cells. It is certain only where every word and number of the cells was used, and on a
 * day that has been; whatever else they may mean is asked.
 */
export function readDateCells(dateCell: string, timeCell: string, context: DateContext): DateRead {
  if (dateCell.trim() === '') return { kind: 'none' };
  const choices = [...context.choices];
  const time = plainTime(timeCell);
  const isTimeRead = time === '' || isTime(time);
  const instant = readInstant(dateCell.trim(), isTimeRead ? time : '');
  const read = instant ?? readWords(plainDay(dateCell), isTimeRead ? time : '', context, choices);
  if (read.kind !== 'date') return read;
  if (isUnlikely(dateCell.trim(), read.date, context.today)) {
    const answer = choices.shift();
    const options = [printDate(read.date.edtf, read.date.time), notThis];
    if (answer === undefined) return { kind: 'ask', question: 'unlikely', options };
    if (answer !== 0) return { kind: 'none' };
  }
  return { ...read, isTimeUsed: timeCell.trim() === '' || (isTimeRead && read.date.time !== null) };
}

/** What people and spreadsheets write for a time, as the reader of words takes it. */
function plainTime(cell: string): string {
  const text = cell.trim();
  const parted =
    /^([01]?\d|2[0-3])[h.]([0-5]\d)$/iu.exec(text) ??
    /^([01]\d|2[0-3])([0-5]\d) ?(?:h|hrs?|hours)?\.?$/iu.exec(text);
  if (parted !== null) return `${parted[1] ?? ''}:${parted[2] ?? ''}`;
  // A spreadsheet keeps a time as a part of a day.
  if (!/^0?\.\d{2,}$/u.test(text)) return text;
  const minutes = Math.round(Number(text) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Whether words are a time, or may be one of several. */
function isTime(text: string): boolean {
  const { value, ask } = readSpoken(`15 January 2001, ${text}`, { today: '2002-01-01', lastDay: null });
  return ask !== null || (value !== null && value.time !== null);
}

/** `2026-03-04 00:00:00` and the like are how spreadsheets write a day. */
function plainDay(cell: string): string {
  return cell
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?$/u, '$1')
    .replace(/^((?:19|20)\d{2})(\d{2})(\d{2})$/u, '$1-$2-$3')
    .replace(
      /^(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})[ ,]+([\d.h]+(?: ?(?:h|hrs?|hours))?)$/iu,
      (_all, day: string, clock: string) => `${day} ${plainTime(clock)}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2})T/u, '$1 ')
    .replace(/^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})\.\d+$/u, '$1');
}

/** A moment that a program wrote with its zone is brought to UK time. */
function readInstant(cell: string, time: string): DateRead | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/u.exec(cell);
  if (match === null || time !== '') return null;
  const [, edtf = '', clock = '', zone = ''] = match;
  try {
    dateBounds(edtf, { from: clock, to: null, precision: 'exact' });
  } catch {
    return null;
  }
  return { kind: 'date', date: entryDate({ edtf, time: clock, zone }), isTimeUsed: true };
}

function readWords(day: string, time: string, context: DateContext, choices: number[]): DateRead {
  const text = time === '' ? day : `${day}, ${time}`;
  const spoken = { today: context.today, lastDay: null };
  let answers = orderAnswer(context.order);
  for (;;) {
    const { value, ask, spans } = readSpoken(text, spoken, answers);
    if (ask === null) {
      const isAnswered = Object.keys(answers).some((question) => question !== 'day-or-month');
      const isSure = value !== null && (isAnswered || notUsed(text, spans, value) === '');
      return isSure ? { kind: 'date', date: value, isTimeUsed: true } : askWhetherMeant(value, choices);
    }
    if (ask.question === 'day-or-month') return { kind: 'order' };
    const answer = choices.shift();
    // An answer that is none of the options leaves the row out.
    if (answer === undefined) return { kind: 'ask', question: 'which', options: withNone(ask.options) };
    if (answer >= ask.options.length) return { kind: 'none' };
    answers = { ...answers, [ask.question]: answer };
  }
}

/** What the order of the whole table answers beforehand. */
function orderAnswer(order: NumericOrder | null): SpokenAnswers {
  return order === null ? {} : { 'day-or-month': order === 'day-first' ? 0 : 1 };
}

/** A date beside which the cells say something that was not used. */
function askWhetherMeant(date: SpokenDate | null, choices: number[]): DateRead {
  if (date === null) return { kind: 'none' };
  const answer = choices.shift();
  if (answer === undefined)
    return { kind: 'ask', question: 'not-all-read', options: [printDate(date.edtf, date.time), notThis] };
  return answer === 0 ? { kind: 'date', date, isTimeUsed: true } : { kind: 'none' };
}

function withNone(options: readonly string[]): readonly string[] {
  return options.at(-1) === notThis ? options : [...options, notThis];
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** What of the cells was not used for the date: words and numbers, a mark of doubt; empty where all of it was. */
function notUsed(text: string, spans: readonly Span[], { edtf }: SpokenDate): string {
  const rest = Array.from(text, (letter, index) =>
    spans.some(({ start, end }) => start <= index && index < end) ? ' ' : letter,
  )
    .join('')
    .replaceAll(/\b(?:at|on|the|of)\b/giu, ' ')
    .replaceAll(/[\s,.;:@()]+/gu, ' ')
    .trim();
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(edtf)?.[0];
  if (day === undefined) return rest;
  const weekday = weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  return new RegExp(`^${weekday}[a-z]*$`, 'iu').test(rest) ? '' : rest;
}

/** The order of day and month that a date in numbers proves, or null: one part of it is no month. */
export function provenOrder(cell: string): NumericOrder | null {
  const match = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}(?!\d)/u.exec(cell);
  if (match === null) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'month-first' : null;
}

/** Whether the numbers of a date can only be read the other way than the table is said to be written. */
export function isOtherOrder(cell: string, order: NumericOrder | null): boolean {
  const proven = provenOrder(cell);
  return order !== null && proven !== null && proven !== order;
}

/**
 * A day that is still to come, or longer ago than anybody writes down: a year of two digits, or a day that was never filled in.
 * So is what a program would take for a season (`2023-24`) and a month with a year of two digits (`March 13`).
 */
function isUnlikely(cell: string, { edtf, time }: SpokenDate, today: string): boolean {
  if (/^\d{4}-2[1-4]$/u.test(cell) || /^\p{L}{3,9}\.? \d{1,2}$/u.test(cell)) return true;
  const { earliest } = dateBounds(edtf, time);
  // A year of two digits that is a generation ago is a day of birth more often than one of an incident.
  const isShort = /\d[./-]\d{2}$/u.test(cell) && Number(today.slice(0, 4)) - Number(edtf.slice(0, 4)) > 20;
  if (isShort) return true;
  return earliest > `${today}T23:59:59` || (earliest < firstDay && !earliest.startsWith('0000'));
}
