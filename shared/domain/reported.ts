import type { NewEntry } from '../models/chronology';

/** Whether an incident was reported to the police: null where nobody has asked, which is never shown or written as a no. */
export function wasReported({
  reported,
  unreported,
}: Pick<NewEntry, 'reported' | 'unreported'>): boolean | null {
  if (reported !== null) return true;
  return unreported === true ? false : null;
}

/** What an incident that was not reported says of it, and nothing where nobody has asked. */
export const unreportedText = (entry: Pick<NewEntry, 'reported' | 'unreported'>): string =>
  wasReported(entry) === false ? 'not reported to the police' : '';
