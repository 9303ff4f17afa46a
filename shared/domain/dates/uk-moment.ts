import { printDate } from './print';
import { ukClockOf } from './uk-clock';

export { ukClockOf };

/** `3 Nov 2026, 21:05 GMT`: for paper, which is read far from the computer whose zone it was. */
export function printUkMoment(instant: string): string {
  const { local, offset } = ukClockOf(instant);
  const time = { from: local.slice(11, 16), to: null, precision: 'minute' } as const;
  return `${printDate(local.slice(0, 10), time)} ${offset === 0 ? 'GMT' : 'BST'}`;
}
