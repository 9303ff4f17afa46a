import type { Hearing } from '../../models/proceedings';
import { dateBounds } from '../dates/bounds';

/** When a hearing could be at the earliest and the latest; null without a date that can be read. */
function boundsOf({ edtf, time }: Hearing): { readonly earliest: string; readonly latest: string } | null {
  if (edtf === null) return null;
  try {
    return dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' });
  } catch {
    return null;
  }
}

/** The hearing that comes next, today's among them; null where none is to come, or no date is known. `today` is a day in the UK. */
export function nextHearing(hearings: readonly Hearing[], today: string): Hearing | null {
  const toCome = hearings.flatMap((hearing) => {
    const bounds = boundsOf(hearing);
    return bounds === null || bounds.latest < today ? [] : [{ hearing, ...bounds }];
  });
  const [first] = toCome.sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0));
  return first?.hearing ?? null;
}
