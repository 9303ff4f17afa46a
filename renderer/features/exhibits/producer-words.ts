import type { Producer } from '../../../shared/models/exhibit';
import { inWordsList } from '../../strings/counts';

/** `RW, Robin Wells`; without a name, whose initials they are is still to be written down. */
export function producerLabel({ initials, name }: Pick<Producer, 'initials' | 'name'>): string {
  return name === '' ? `${initials}, name not written down` : `${initials}, ${name}`;
}

/** What the next exhibit is called, and why it has other initials than those before. */
export function nextRefText({ initials, nextNumber, others, used }: Producer): string {
  const next = `The next becomes ${initials}/${nextNumber}.`;
  if (others.length === 0 || used) return next;
  return `${next} ${inWordsList(others)} ${others.length === 1 ? 'goes' : 'go'} on in another office or ended here; until the first, the initials may be changed under “Somebody else, or names…”.`;
}
