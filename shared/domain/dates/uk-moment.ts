import { printDate } from './print';
import { ukOffsetMinutes } from './uk-clock';

/** An instant as a clock in the UK showed it, `YYYY-MM-DDTHH:MM:SS`, and by how many minutes that is ahead of UTC. */
export function ukClockOf(instant: string): { readonly local: string; readonly offset: number } {
  const utc = Date.parse(instant);
  const at = (offset: number): string => new Date(utc + offset * 60_000).toISOString().slice(0, 19);
  const summer = at(60);
  // One hour is skipped in March and one comes twice in October: what summer time would show tells the two apart.
  const offset = ukOffsetMinutes(summer.slice(0, 10), summer.slice(11, 16));
  return { local: at(offset), offset };
}

/** `3 Nov 2026, 21:05 GMT`: for paper, which is read far from the computer whose zone it was. */
export function printUkMoment(instant: string): string {
  const { local, offset } = ukClockOf(instant);
  const time = { from: local.slice(11, 16), to: null, precision: 'minute' } as const;
  return `${printDate(local.slice(0, 10), time)} ${offset === 0 ? 'GMT' : 'BST'}`;
}
