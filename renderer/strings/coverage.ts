import type { ElementCoverage } from '../../shared/domain/coverage/coverage';
import { counted } from './counts';

type Counted = Pick<ElementCoverage, 'entries' | 'days' | 'occasions' | 'perhaps' | 'asks' | 'state'>;

/** What speaks to an element, in counts alone; what is not certain about them is said. */
export function stateText({ entries, days, occasions, perhaps, asks, state }: Counted): string {
  if (state === 'none') return 'No entry speaks to it yet';
  const on = `${counted(entries, 'entry', 'entries')} on ${counted(days, 'day', 'days')}`;
  const behind =
    occasions > entries
      ? `${on}, with calls or messages to the client in ${counted(occasions, 'minute', 'different minutes')}`
      : on;
  if (state === 'enough') return behind;
  const more =
    perhaps > 0
      ? `. It may stand for ${counted(perhaps, 'more occasion', 'more occasions')}: say whose phone the export is from, or write them as entries of their own`
      : '';
  return `${behind}; ${asks ?? 'more than one is asked for'}${more}`;
}

export function entriesText({ entries }: Counted): string {
  return `Show ${counted(entries, 'entry', 'entries')}`;
}
