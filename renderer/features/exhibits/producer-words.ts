import type { Producer } from '../../../shared/models/exhibit';

/** `RW, Robin Wells`; without a name, whose initials they are is still to be written down. */
export function producerLabel({ initials, name }: Pick<Producer, 'initials' | 'name'>): string {
  return name === '' ? `${initials}, name not written down` : `${initials}, ${name}`;
}
