import type { Producer } from '../../../shared/models/exhibit';
import { inWordsList } from '../../strings/counts';

/** `RW, Robin Wells`; without a name, whose initials they are is still to be written down. */
export function producerLabel({ initials, name }: Pick<Producer, 'initials' | 'name'>): string {
  return name === '' ? `${initials}, name not written down` : `${initials}, ${name}`;
}

/** Why the next exhibit has other initials than those before it; null where it has the same, or was seen already. */
export function otherInitialsText({ initials, nextNumber, others, used }: Producer): string | null {
  if (others.length === 0 || used) return null;
  const go = others.length === 1 ? 'goes' : 'go';
  return `The next becomes ${initials}/${nextNumber}, because ${inWordsList(others)} ${go} on in another office or ended here. Until then its initials may be changed under “Somebody else, or names…”.`;
}

/** Where a case came with initials that nobody here has yet. */
export const choosePlaceholder = 'Choose whose they are';
