import type { UiOutput } from '../../shared/contract/ui-methods';
import { counted, printCount } from './counts';

/** `112 entries: the first 4 Jan 2026; the last 19 Nov 2026. 9 dates are approximate.` */
export function summaryText({ total, approximate, first, last }: UiOutput<'chronology.summary'>): string {
  if (first === null || last === null) return ' ';
  const range = total === 1 ? `${first}.` : `the first ${first}; the last ${last}.`;
  const doubt =
    approximate === 0
      ? ''
      : ` ${printCount(approximate)} ${approximate === 1 ? 'date is' : 'dates are'} approximate.`;
  return `${counted(total, 'entry', 'entries')}: ${range}${doubt}`;
}

export const silenceText = (days: number): string => `${counted(days, 'day', 'days')} without an incident`;

/** Where somebody is in a list that is shown part by part. */
export const partsOfList = {
  earlier: 'Earlier part',
  later: 'Later part',
  shown: (from: number, to: number, total: number): string =>
    `${printCount(from)} to ${printCount(to)} of ${printCount(total)}`,
} as const;
