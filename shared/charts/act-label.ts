import { behaviourInfo } from '../domain/behaviours';
import type { Behaviour } from '../models/chronology';

export const unmarked = 'no act marked';

/** `(a) following`, as in the list of the Act. */
export function actLabel(act: Behaviour): string {
  const { code, short } = behaviourInfo(act);
  return act === 'other' ? short : `${code} ${short}`;
}
