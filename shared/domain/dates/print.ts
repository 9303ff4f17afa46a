import type { EntryTime } from '../../models/chronology';
import { partOfDay } from './bounds';
import { parseEdtf } from './parse';
import type { EdtfEnd, EdtfPoint } from './parse';
import { isAmbiguousUkTime, ukOffsetMinutes, zoneMinutes } from './uk-clock';

export const shortMonths = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];
export const longMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const seasons = ['spring', 'summer', 'autumn', 'winter'];
const dayParts = ['in the night', 'in the morning', 'in the afternoon', 'in the evening'];

/** A date and time in words that promise no more than is known: `on or about 3 Nov 2026, about 21:00`. */
export function printDate(edtf: string, time: EntryTime | null): string {
  const parsed = parseEdtf(edtf);
  const date = parsed.kind === 'interval' ? printInterval(parsed.from, parsed.to) : printPoint(parsed.point);
  if (time === null) return date;
  return `${date}, ${printTime(time)}${printZone(edtf, time)}`;
}

/** The zone, where it was said and says more than the day does: ` BST` or ` GMT` in the hour that came twice, ` (UTC+2)` abroad. */
function printZone(edtf: string, { from, offset }: EntryTime): string {
  if (offset === undefined) return '';
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(edtf)?.[0];
  if (day !== undefined && isAmbiguousUkTime(day, from)) {
    if (offset === 60) return ' BST, before the clocks went back';
    if (offset === 0) return ' GMT, after the clocks went back';
  }
  if (day !== undefined && offset === ukOffsetMinutes(day, from)) return '';
  const size = Math.abs(offset);
  const minutes = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return ` (UTC${offset < 0 ? '−' : '+'}${Math.floor(size / 60)}${minutes})`;
}

/** `21:05`, `about 21:00`, `between 21:00 and 23:10`, `in the evening`. */
export function printTime(time: EntryTime): string {
  const from = time.from.slice(0, 5);
  if (time.precision === 'part_of_day') return dayParts[partOfDay(time.from).index] ?? from;
  const about = time.precision === 'about' ? 'about ' : '';
  if (time.to === null || time.to.slice(0, 5) === from) return `${about}${from}`;
  return `between ${about}${from} and ${about}${time.to.slice(0, 5)}`;
}

function printPoint(point: EdtfPoint): string {
  const base = plain(point);
  if (point.precision === 'day' || point.precision === 'moment') {
    if (point.approximate && point.uncertain) return `on or about ${base}, not certain`;
    if (point.approximate) return `on or about ${base}`;
    return point.uncertain ? `${base}, not certain` : base;
  }
  if (point.approximate && point.uncertain) return `about ${base}, not certain`;
  if (point.approximate) return `about ${base}`;
  const sometime = point.precision === 'season' ? `in ${base}` : `sometime in ${base}`;
  return point.uncertain ? `${sometime}, not certain` : sometime;
}

/** The bare words of a point: `3 Nov 2026`, `May 2026`, `summer 2026`, `the 2020s`. */
function plain(point: EdtfPoint): string {
  const [year = '', month = '', day = ''] = point.text
    .replace(/[?~%]$/, '')
    .slice(0, 10)
    .split('-');
  switch (point.precision) {
    case 'moment':
      return `${Number(day)} ${monthName(month)} ${year}, ${point.text.slice(11, 16)}${zoneOf(point)}`;
    case 'day':
      return `${Number(day)} ${monthName(month)} ${year}`;
    case 'unspecified-day':
    case 'month':
      return `${longMonths[Number(month) - 1] ?? month} ${year}`;
    case 'season':
      return `${seasons[Number(month) - 21] ?? ''} ${year}`;
    case 'unspecified-month':
      return /^\d{4}-XX-\d{2}$/.test(point.text) ? `${year}, month not known` : year;
    case 'year':
      return year;
    case 'decade':
      return `the ${year.slice(0, 3)}0s`;
    case 'century':
      return `the ${year.slice(0, 2)}00s`;
  }
}

/** A moment is given as it was written, with its zone where that was not the UK's. */
function zoneOf({ text }: EdtfPoint): string {
  const offset = zoneMinutes(text.slice(19) === '' ? null : text.slice(19));
  if (offset === null) return '';
  return printZone(text, { from: text.slice(11, 16), to: null, precision: 'minute', offset });
}

function monthName(month: string): string {
  return shortMonths[Number(month) - 1] ?? month;
}

function printInterval(from: EdtfEnd, to: EdtfEnd): string {
  if (typeof from !== 'string' && typeof to !== 'string')
    return `between ${shorten(from, to)} and ${withDoubt(to)}`;
  if (typeof from !== 'string') {
    return to === 'open'
      ? `from ${withDoubt(from)}, still going on`
      : `from ${withDoubt(from)}, end not known`;
  }
  if (typeof to !== 'string') return `until ${withDoubt(to)}, start not known`;
  return 'not known';
}

/** `14 and 18 Apr 2026`: what both ends share is said once, unless one of them is in doubt. */
function shorten(from: EdtfPoint, to: EdtfPoint): string {
  const certain = [from, to].every(
    (point) => point.precision === 'day' && !point.uncertain && !point.approximate,
  );
  if (!certain) return withDoubt(from);
  if (from.text.slice(0, 7) === to.text.slice(0, 7)) return String(Number(from.text.slice(8)));
  if (from.text.slice(0, 4) === to.text.slice(0, 4)) return plain(from).replace(/ \d{4}$/, '');
  return plain(from);
}

function withDoubt(point: EdtfPoint): string {
  const about = point.approximate ? 'about ' : '';
  return `${about}${plain(point)}${point.uncertain ? ' (not certain)' : ''}`;
}
