import { ukClockOf } from '../dates/uk-moment';
import type { DateOrder } from '../../models/message';
import { readClock } from './clock';
import { readWrittenDate, realDay } from './date-order';
import type { WrittenDate } from './date-order';

/** A date as a table writes it: in words it is certain, in numbers it depends on their order. */
export type DateText =
  | { readonly type: 'day'; readonly day: string; readonly rest: string }
  | { readonly type: 'numbers'; readonly date: WrittenDate; readonly rest: string }
  | { readonly type: 'instant'; readonly utc: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,. ]+/iu;

/** Reads a date at the start of a cell; `rest` is what stands behind it, such as a time. Null when there is none. */
export function readDateText(cell: string): DateText | null {
  const text = cell.trim().replace(weekday, '');
  const instant = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)$/u.exec(
    text,
  );
  if (instant !== null) {
    const zone = (instant[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/u, '$1:$2');
    const ms = Date.parse(`${instant[1] ?? ''}T${instant[2] ?? ''}${zone}`);
    return Number.isNaN(ms) ? null : { type: 'instant', utc: new Date(ms).toISOString() };
  }
  const numbers = /^(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?=$|[T ,])/u.exec(text);
  if (numbers !== null) {
    const [whole, a = '', mark = '', b = '', c = ''] = numbers;
    const date: WrittenDate = {
      parts: [Number(a), Number(b), Number(c)],
      widths: [a.length, c.length],
      mayLead: mark === '-',
    };
    return { type: 'numbers', date, rest: restOf(text, whole) };
  }
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -/.]([A-Za-z]{3,9})\.?,?[ -/](\d{4}|\d{2})(?=$|[ ,T])/u.exec(
    text,
  );
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=$|[ ,T])/u.exec(text);
  const [whole, day, month, year] =
    dayFirst !== null
      ? [dayFirst[0], dayFirst[1], dayFirst[2], dayFirst[3]]
      : [monthFirst?.[0], monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (whole === undefined || day === undefined || month === undefined || year === undefined) return null;
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const found = realDay(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day));
  return found === null ? null : { type: 'day', day: found, rest: restOf(text, whole) };
}

function restOf(text: string, whole: string): string {
  return text.slice(whole.length).replace(/^[T ,]+/u, '');
}

/** `21:05`, `9.05pm`, `21:05:30.123` as `HH:MM:SS`, or null. */
export function readTimeText(cell: string): string | null {
  const text = cell.trim().replaceAll(/[\u00a0\u2009\u202f]/gu, ' ');
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)? ?([\p{L}. ]{0,8})$/u.exec(text);
  if (match === null) return null;
  return readClock(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), match[4] ?? '');
}

/** Date and time of a row: from two cells, or from one that holds both. Null when there is no date that can be. */
export function readMoment(
  dateCell: string,
  timeCell: string | null,
  order: DateOrder | null,
): { readonly local: string; readonly zone: string | null; readonly utc: string | null } | null {
  const date = readDateText(dateCell);
  if (date === null) return null;
  if (date.type === 'instant') {
    const { local, offset } = ukClockOf(date.utc);
    return { local, zone: offset === 0 ? 'Z' : '+01:00', utc: date.utc };
  }
  const day = date.type === 'day' ? date.day : order === null ? null : readWrittenDate(date.date, order);
  if (day === null) return null;
  const timeText = timeCell === null || timeCell.trim() === '' ? date.rest : timeCell;
  if (timeText === '') return { local: day, zone: null, utc: null };
  const time = readTimeText(timeText);
  return time === null ? null : { local: `${day}T${time}`, zone: null, utc: null };
}
