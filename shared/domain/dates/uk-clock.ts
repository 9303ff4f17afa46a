/**
 * The UK's clock changes: on the last Sundays of March and October at 01:00 UTC (Summer Time Act 1972, Summer Time
 * Order 2002). Clock times are local; nothing here depends on the zone of the machine.
 */

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0));
  return last.getUTCDate() - last.getUTCDay();
}

function minutes(time: string): number {
  const [hours = 0, mins = 0] = time.split(':').map(Number);
  return hours * 60 + mins;
}

type Place = 'before' | 'skipped' | 'summer' | 'twice' | 'after';

function place(date: string, time: string): Place {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const day = month * 100 + dayOfMonth;
  const spring = 300 + lastSunday(year, 3);
  const autumn = 1000 + lastSunday(year, 10);
  if (day === spring) return aroundOne(time, 'before', 'skipped', 'summer');
  if (day === autumn) return aroundOne(time, 'summer', 'twice', 'after');
  if (day < spring) return 'before';
  return day < autumn ? 'summer' : 'after';
}

/** The hour from one to two of the clock is the one that is skipped or comes twice. */
function aroundOne(time: string, until: Place, within: Place, from: Place): Place {
  const clock = minutes(time);
  if (clock < 60) return until;
  return clock < 120 ? within : from;
}

/** True for a time that came twice that day, so that it names two moments. `date` is YYYY-MM-DD, `time` HH:MM. */
export function isAmbiguousUkTime(date: string, time: string): boolean {
  return place(date, time) === 'twice';
}

/** True for a time that never was: the hour the clocks jumped over. */
export function isSkippedUkTime(date: string, time: string): boolean {
  return place(date, time) === 'skipped';
}

/** Minutes that UK local time is ahead of UTC at that local time; the first of two moments when it came twice. */
export function ukOffsetMinutes(date: string, time: string): number {
  const where = place(date, time);
  return where === 'summer' || where === 'twice' ? 60 : 0;
}

/** Minutes that UK local time is ahead of UTC at an instant, given in milliseconds since 1970. */
export function ukOffsetAt(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  const begins = Date.UTC(year, 2, lastSunday(year, 3), 1);
  const ends = Date.UTC(year, 9, lastSunday(year, 10), 1);
  return instant >= begins && instant < ends ? 60 : 0;
}

/** An instant as a clock in the UK showed it, `YYYY-MM-DDTHH:MM:SS`, and by how many minutes that is ahead of UTC. */
export function ukClockOf(instant: string): { readonly local: string; readonly offset: number } {
  const utc = Date.parse(instant);
  const at = (offset: number): string => new Date(utc + offset * 60_000).toISOString().slice(0, 19);
  const summer = at(60);
  // One hour is skipped in March and one comes twice in October: what summer time would show tells the two apart.
  const offset = ukOffsetMinutes(summer.slice(0, 10), summer.slice(11, 16));
  return { local: at(offset), offset };
}

/** Minutes ahead of UTC that a zone names; null for none and for what is no zone. */
export function zoneMinutes(zone: string | null): number | null {
  if (zone === null) return null;
  if (zone === 'Z') return 0;
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
