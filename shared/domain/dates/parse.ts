import edtf from 'edtf';
import { HoldfastError } from '../../errors';

/** Sortable ends of what is unknown or still going on. */
export const beginning = '0000-01-01T00:00:00';
export const ending = '9999-12-31T23:59:59';

/** One point of an EDTF value: a day, month, year, season or moment, with its doubts. */
export interface EdtfPoint {
  readonly text: string;
  readonly precision:
    | 'moment'
    | 'day'
    | 'month'
    | 'year'
    | 'decade'
    | 'century'
    | 'season'
    | 'unspecified-day'
    | 'unspecified-month';
  /** `?` or `%` */
  readonly uncertain: boolean;
  /** `~` or `%` */
  readonly approximate: boolean;
  readonly earliest: string;
  readonly latest: string;
}

export type EdtfEnd = EdtfPoint | 'open' | 'unknown';
export type ParsedEdtf =
  | { readonly kind: 'point'; readonly point: EdtfPoint }
  | { readonly kind: 'interval'; readonly from: EdtfEnd; readonly to: EdtfEnd };

const day = /^(\d{4})-(\d{2})-(\d{2})/;
const moment = /^\d{4}-\d{2}-\d{2}T(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads EDTF level 0 and 1 (Library of Congress, 4 February 2019; ISO 8601-2) for years 0000 to 9999, without sets.
 * Dates are calendar dates: no time zone ever moves one. Throws `invalid-input`.
 */
export function parseEdtf(text: string): ParsedEdtf {
  const parts = text.split('/');
  if (parts.length === 1) return { kind: 'point', point: parsePoint(text) };
  const [from = '', to = ''] = parts;
  if (parts.length !== 2) throw new HoldfastError('invalid-input');
  const parsed = { kind: 'interval' as const, from: parseEnd(from), to: parseEnd(to) };
  if (typeof parsed.from === 'string' && typeof parsed.to === 'string')
    throw new HoldfastError('invalid-input');
  if (
    typeof parsed.from !== 'string' &&
    typeof parsed.to !== 'string' &&
    parsed.from.earliest > parsed.to.latest
  ) {
    throw new HoldfastError('invalid-input');
  }
  return parsed;
}

function parseEnd(text: string): EdtfEnd {
  if (text === '') return 'unknown';
  if (text === '..') return 'open';
  if (text.includes('T')) throw new HoldfastError('invalid-input');
  return parsePoint(text);
}

function parsePoint(text: string): EdtfPoint {
  const bare = text.replace(/[?~%]$/, '');
  const qualifier = text.slice(bare.length);
  const doubts = { uncertain: /[?%]/.test(qualifier), approximate: /[~%]/.test(qualifier) };
  if (!/^\d{2}[\dX]{2}(-([\dX]{2})(-[\dX]{2})?)?$/.test(bare) && !moment.test(bare)) {
    throw new HoldfastError('invalid-input');
  }
  if (moment.test(bare)) {
    if (qualifier !== '') throw new HoldfastError('invalid-input');
    checkDay(bare);
    read(bare);
    const local = bare.slice(0, 19);
    return { text, precision: 'moment', ...doubts, earliest: local, latest: local };
  }
  const season = /^(\d{4})-(2[1-4])$/.exec(bare);
  if (season !== null)
    return { text, precision: 'season', ...doubts, ...seasonBounds(Number(season[1]), Number(season[2])) };
  // Seasons of other kinds (25 to 41) are level 2, which the library reads and nothing here can print.
  if (/^\d{4}-(?:1[3-9]|[2-9]\d)$/.test(bare)) throw new HoldfastError('invalid-input');
  checkDay(bare);
  // Nearly every date is a day, and the library takes a third of a millisecond over one; a test holds the two together.
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare))
    return { text, precision: 'day', ...doubts, earliest: `${bare}T00:00:00`, latest: `${bare}T23:59:59` };
  const value = read(bare);
  return {
    text,
    precision: precisionOf(bare),
    ...doubts,
    earliest: stamp(value.min),
    latest: stamp(value.max),
  };
}

function read(text: string) {
  try {
    return edtf(text);
  } catch {
    throw new HoldfastError('invalid-input');
  }
}

/** The library rolls 31 February over into March; a date in a chronology must not. */
function checkDay(text: string): void {
  const match = day.exec(text);
  if (match === null) return;
  const [, year, month, date] = match.map(Number);
  if (year === undefined || month === undefined || date === undefined) return;
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || date < 1 || date > last) throw new HoldfastError('invalid-input');
}

function stamp(milliseconds: number | null): string {
  if (milliseconds === null || !Number.isFinite(milliseconds)) throw new HoldfastError('invalid-input');
  const text = new Date(milliseconds).toISOString();
  // Years before 0 and after 9999 have a sign; a chronology has no use for them.
  if (!/^\d{4}-/.test(text)) throw new HoldfastError('invalid-input');
  return text.slice(0, 19);
}

function precisionOf(bare: string): EdtfPoint['precision'] {
  if (/^\d{2}XX$/.test(bare)) return 'century';
  if (/^\d{3}X$/.test(bare)) return 'decade';
  if (/^\d{4}$/.test(bare)) return 'year';
  if (/^\d{4}-XX/.test(bare) || /^\d{4}-XX-XX$/.test(bare)) return 'unspecified-month';
  if (/^\d{4}-\d{2}$/.test(bare)) return 'month';
  if (/^\d{4}-\d{2}-XX$/.test(bare)) return 'unspecified-day';
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return 'day';
  throw new HoldfastError('invalid-input');
}

/** Seasons as the Met Office counts them: spring is March to May; winter begins in December of the year it is named by. */
function seasonBounds(year: number, season: number): { readonly earliest: string; readonly latest: string } {
  const first = 3 + (season - 21) * 3;
  const from = new Date(Date.UTC(year, first - 1, 1));
  from.setUTCFullYear(year);
  const to = new Date(from.getTime());
  to.setUTCMonth(to.getUTCMonth() + 3);
  return { earliest: stamp(from.getTime()), latest: stamp(to.getTime() - 1000) };
}
