/** True for a `YYYY-MM-DD` that a calendar has, from 1970 on: earlier ones are clocks that were never set. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || text < '1970-01-02') return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  // A month or a day that there is not comes out as another one.
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for `HH:MM:SS` of a 24-hour clock. */
export function isRealTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/u.test(text);
}

/** `+01:00`, `+0100`, `+01'00'`, `Z` as a zone; null for anything else. */
export function readZone(text: string | null | undefined): string | null {
  if (text === 'Z' || text === 'z') return 'Z';
  const match = /^([+-])([01]\d)[:']?([0-5]\d)?'?$/u.exec(text ?? '');
  return match === null ? null : `${match[1] ?? '+'}${match[2] ?? '00'}:${match[3] ?? '00'}`;
}

export interface Moment {
  readonly value: string;
  readonly time: string | null;
  readonly zone: string | null;
}

/** Reads ISO 8601 as files write it (`2026-09-23T23:05:41.123+01:00`, also with a space); null for anything else. */
export function readIsoMoment(text: string): Moment | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
      text.trim(),
    );
  if (match === null) return null;
  const [, value = '', clock, seconds = '00', zone] = match;
  const time = clock === undefined ? null : `${clock}:${seconds}`;
  if (!isRealDay(value) || (time !== null && !isRealTime(time))) return null;
  return { value, time, zone: readZone(zone) };
}
