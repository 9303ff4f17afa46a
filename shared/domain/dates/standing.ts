import { dateBounds } from './bounds';
import { ukClockOf } from './uk-moment';

/**
 * The day it is in the UK at an instant, YYYY-MM-DD, whatever zone the computer is set to. The one way from an instant to its
 * day, and to today; of a date with a zone it is ukDate (facts/uk-date.ts).
 */
export function ukDay(instant: Date | string): string {
  // eslint-disable-next-line no-restricted-syntax -- the one place that others are sent to
  return ukClockOf(typeof instant === 'string' ? instant : instant.toISOString()).local.slice(0, 10);
}

/** Where a day stands, seen from today, and how many days off it is. */
export interface Standing {
  readonly is: 'past' | 'today' | 'ahead';
  readonly days: number;
}

/** Compares two days of the calendar, YYYY-MM-DD each. */
export function standingOf(day: string, today: string): Standing {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
  return { is: days < 0 ? 'past' : days === 0 ? 'today' : 'ahead', days: Math.abs(days) };
}

/**
 * Whether something with a beginning and an end is in force today. A date that is no exact day may only be said to have
 * ended, or to have begun, once every day that it allows has.
 */
export type InForce = 'ended' | 'may-have-ended' | 'in-force' | 'may-be-to-come' | 'to-come' | 'not-known';

export function inForce(from: string | null, until: string | null, today: string): InForce {
  const ends = until === null ? null : daysOf(until);
  const begins = from === null ? null : daysOf(from);
  // What is only about right may be a little off either way.
  if (ends !== null && ends.latest < today) return /[?~%]/u.test(until ?? '') ? 'may-have-ended' : 'ended';
  if (begins !== null && begins.earliest > today) return 'to-come';
  if (ends !== null && ends.earliest < today && ends.earliest !== ends.latest) return 'may-have-ended';
  if (begins === null) return 'not-known';
  return begins.latest > today && begins.earliest !== begins.latest ? 'may-be-to-come' : 'in-force';
}

function daysOf(edtf: string): { readonly earliest: string; readonly latest: string } | null {
  try {
    const { earliest, latest } = dateBounds(edtf, null);
    return { earliest: earliest.slice(0, 10), latest: latest.slice(0, 10) };
  } catch {
    return null;
  }
}
