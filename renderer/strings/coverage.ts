import type { ElementCoverage } from '../../shared/domain/coverage/coverage';
import { counted } from './counts';

type Counted = Pick<ElementCoverage, 'entries' | 'days' | 'state'>;

/** What speaks to an element, in counts alone. */
export function stateText({ entries, days, state }: Counted): string {
  if (state === 'none') return 'No entry speaks to it yet';
  const on = `${counted(entries, 'entry', 'entries')} on ${counted(days, 'day', 'days')}`;
  return state === 'some' ? `${on}; the words of the Act ask for more than one day` : on;
}

export function entriesText({ entries }: Counted): string {
  return `Show ${counted(entries, 'entry', 'entries')}`;
}
