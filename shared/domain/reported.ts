import type { NewEntry, Reported } from '../models/chronology';

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

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/**
 * What makes two entries one report: the same reference of the police's log or of the crime on the same day. Without either
 * nobody can say, and each counts by itself.
 */
export function reportKey({ date, reference, crimeNumber }: Reported, id: string): string {
  const named = [folded(reference), folded(crimeNumber)];
  return named.every((each) => each === '') ? id : JSON.stringify([date, ...named]);
}
