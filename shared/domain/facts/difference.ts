import type { FactCode } from '../../models/fact-code';
import { ukOffsetMinutes } from '../dates/uk-clock';
import { ukMinutes, writtenMinutes, zoneMinutes } from './clock';
import type { NewFact } from './new-fact';
import { ukDate } from './uk-date';

/** Sources that agree within this many minutes are not in conflict: files are written a moment after the shutter. */
const tolerance = 2;

/** Minutes from `b` to `a`, or null when one has no time. Two that name their zones are compared as moments. */
function minutesBetween(a: NewFact, b: NewFact): number | null {
  const moments = [a, b].map((fact) => {
    const [written, offset] = [writtenMinutes(fact), zoneMinutes(fact.zone)];
    return written === null || offset === null ? null : written - offset;
  });
  const known = moments.every((moment) => moment !== null);
  const [left = null, right = null] = known ? moments : [ukMinutes(a), ukMinutes(b)];
  return left === null || right === null ? null : left - right;
}

/** The day a claim is of, as it is written and in the UK: a day without a time may have been either. */
function daysOf(fact: NewFact): readonly string[] {
  return [fact.value, ukDate({ ...fact, edtf: fact.value }).edtf].map((day) => day.slice(0, 10));
}

/** True when two claims about when something was made cannot both be right. */
export function differs(a: NewFact, b: NewFact): boolean {
  const minutes = minutesBetween(a, b);
  if (minutes !== null) return Math.abs(minutes) > tolerance;
  return !daysOf(a).some((day) => daysOf(b).includes(day));
}

/** Days between two claims that each name an exact day, or null. */
function daysApart(a: NewFact, b: NewFact): number | null {
  const [left, right] = [a, b].map(({ value }) =>
    /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00Z`) : Number.NaN,
  );
  if (left === undefined || right === undefined || Number.isNaN(left) || Number.isNaN(right)) return null;
  return Math.round((left - right) / 86_400_000);
}

/** `one hour`, `25 minutes`, `2 days`: how far two claims are apart; null when one of them is no exact day. */
export function distance(a: NewFact, b: NewFact): string | null {
  const between = minutesBetween(a, b);
  if (between === null) {
    const days = daysApart(a, b);
    return days === null ? null : inDays(Math.abs(days));
  }
  const apart = Math.abs(between);
  if (apart < 60) return apart === 1 ? 'one minute' : `${apart} minutes`;
  if (apart >= 48 * 60) return inDays(Math.round(apart / 1440));
  const hours = Math.floor(apart / 60);
  const minutes = apart % 60;
  const whole = hours === 1 ? 'one hour' : `${hours} hours`;
  // Within the tolerance of a whole hour it is said as one: the odd minute would only hide the pattern.
  if (minutes <= tolerance) return whole;
  if (minutes >= 60 - tolerance) return `${hours + 1} hours`;
  return `${whole} ${minutes === 1 ? 'one minute' : `${minutes} minutes`}`;
}

function inDays(days: number): string {
  if (days === 0) return 'less than a day';
  if (days === 1) return 'one day';
  if (days < 730) return `${days} days`;
  return `${Math.round(days / 365.25)} years`;
}

/** `one hour earlier`, `2 days later`: where a claim lies, seen from another; null when that cannot be said. */
export function seenFrom(fact: NewFact, other: NewFact): string | null {
  const apart = distance(fact, other);
  const gap = minutesBetween(fact, other) ?? daysApart(fact, other);
  if (apart === null || gap === null || gap === 0) return null;
  return `${apart} ${gap < 0 ? 'earlier' : 'later'}`;
}

type Reason = (a: NewFact, b: NewFact, gap: Gap) => string | null;
interface Gap {
  /** Minutes of UK time between the two, never negative; null when one has no time. */
  readonly minutes: number | null;
  /** The same of what is written, with no regard to zones. */
  readonly written: number | null;
  readonly days: number | null;
}

const near = (minutes: number, whole: number): boolean => Math.abs(minutes - whole) <= tolerance;
const either = (a: NewFact, b: NewFact, is: (fact: NewFact) => boolean): boolean => is(a) || is(b);
const summer = ({ value, time }: NewFact): boolean => time !== null && ukOffsetMinutes(value, time) === 60;

/** Names that WhatsApp gives: the day in them may be that of saving. */
const whatsapp: readonly FactCode[] = [
  'file-name.WhatsAppAndroid',
  'file-name.WhatsAppIPhone',
  'file-name.WhatsAppComputer',
];

/** What is known to set two dates of one file apart. Each explains; none decides (domain 6.1). */
const reasons: readonly Reason[] = [
  (a, b, { minutes }) => {
    if (minutes === null || !near(minutes, 60)) return null;
    if (!summer(a) && !summer(b)) {
      return 'They are one hour apart: a clock still on summer time, or one set to another zone, would explain it.';
    }
    return 'They are one hour apart: a clock set to UTC, or one not changed for summer time, would explain it.';
  },
  (a, b, { minutes }) =>
    minutes !== null && near(minutes, 720)
      ? 'They are twelve hours apart: a clock set to am instead of pm would explain it.'
      : null,
  (a, b, { minutes }) =>
    minutes !== null &&
    minutes > 90 &&
    minutes <= 14 * 60 &&
    !near(minutes, 720) &&
    near(minutes, Math.round(minutes / 60) * 60)
      ? 'They are whole hours apart: a clock set to the time of another country would explain it.'
      : null,
  (a, b, { minutes }) =>
    minutes !== null && minutes > tolerance && minutes <= 15
      ? 'They are some minutes apart: a clock that runs fast or slow, or a file written some time after, would explain it.'
      : null,
  (a, b, { written }) =>
    written === 0 && either(a, b, ({ zone }) => zoneMinutes(zone) !== null)
      ? 'They show the same time on the clock in different zones: one of the zones may be wrong.'
      : null,
  (a, b) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(a.value) ?? [];
    return year !== undefined && month !== day && b.value === `${year}-${day ?? ''}-${month ?? ''}`
      ? 'Day and month change places between them: one may be written the American way.'
      : null;
  },
  (a, b, { days }) =>
    days !== null && days > 300 && a.value.slice(4) === b.value.slice(4)
      ? 'Only the year differs: a clock set to the wrong year would explain it.'
      : null,
  (a, b, { days }) =>
    days !== null &&
    days > 30 &&
    either(a, b, ({ value }) => /^(?:1970|1980|19(?:90|99)|20(?:00|07|10|15|16|17))-01-0[12]$/.test(value))
      ? 'One is the day that clocks start from after a reset: the clock may never have been set.'
      : null,
  (a, b, { days }) =>
    days !== null && days > 0 && either(a, b, ({ code }) => whatsapp.includes(code))
      ? 'The name gives the day it was received or saved, which can be later than the day it was made.'
      : null,
  (a, b) =>
    either(a, b, ({ code }) => code === 'exif.DateTimeDigitized' || code === 'xmp.DateCreated')
      ? 'One is when the file was written: a picture that was scanned, converted or saved again has a later one.'
      : null,
  (a, b) =>
    either(a, b, ({ source }) => source === 'archive')
      ? 'One was written by the program that packed the archive, in local time and in steps of two seconds.'
      : null,
  (a, b) =>
    either(a, b, ({ source }) => source === 'file-system')
      ? 'One is the date on the disk, which copying a file can change.'
      : null,
  (a, b) =>
    either(a, b, ({ source }) => source === 'pdf-info')
      ? 'One is when the PDF was made, which can be long after what is in it.'
      : null,
];

/** All that would usually explain why two claims differ, in plain words; the same whichever comes first. */
export function reasonsForDifference(a: NewFact, b: NewFact): readonly string[] {
  if (!differs(a, b)) return [];
  const size = (gap: number | null): number | null => (gap === null ? null : Math.abs(gap));
  const [left, right] = [writtenMinutes(a), writtenMinutes(b)];
  const gap: Gap = {
    minutes: size(minutesBetween(a, b)),
    written: left === null || right === null ? null : size(left - right),
    days: size(daysApart(a, b)),
  };
  return reasons.flatMap((reason) => reason(a, b, gap) ?? reason(b, a, gap) ?? []);
}

/** Why two claims may differ, in plain words, or null when nothing usual explains it. */
export function explainDifference(a: NewFact, b: NewFact): string | null {
  const found = reasonsForDifference(a, b);
  return found.length === 0 ? null : found.join(' ');
}
