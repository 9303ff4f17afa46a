import { updateDue } from '../response/update-due';
import { dateWords } from '../../../records/words/date-words';
import { counted } from '../../counts';
import { daysBetween } from './build-kit';
import type { LetterEntry, LetterFacts } from './facts';

type Report = LetterFacts['reports'][number];
type Event = LetterFacts['events'][number];

/** Whether an incident was reported: the entry says so, or a report says that it was about it. */
export function isReported({ reports }: LetterFacts, { id, reported }: LetterEntry): boolean {
  return reported !== null || reports.some(({ entryIds }) => entryIds.includes(id));
}

/** The entries that a report was about, in the order of the chronology. */
export function reportEntries({ entries }: LetterFacts, { entryIds }: Report): readonly LetterEntry[] {
  const wanted = new Set(entryIds);
  return entries.filter(({ id }) => wanted.has(id));
}

const noCrime: readonly (Report['recordedAs'] | null)[] = [null, 'domestic_incident', 'not_recorded'];
export const recordedAsCrime = ({ recordedAs }: Report): boolean => !noCrime.includes(recordedAs);

/** How long after it happened the client was told. */
export function updateDays({ on, toldOn }: Event): string {
  if (toldOn === null) return 'not recorded';
  const days = daysBetween(on, toldOn);
  if (days < 0) return `${counted(-days, 'day', 'days')} before`;
  return days === 0 ? 'the same day' : `${counted(days, 'day', 'days')} after`;
}

/** By when the client is to be told, as the law of the case lays down; empty where it lays down nothing. */
export function dueWords({ details }: LetterFacts, event: Event): string {
  const due = updateDue(event, details.enhancedRights, details.jurisdiction);
  if (due === null) return '';
  const usual = dateWords(due.day);
  if (due.ifEnhanced !== null) return `${usual}; ${dateWords(due.ifEnhanced.day)} with enhanced rights`;
  return `${usual}${due.isCertain ? '' : ' (not certain)'}`;
}
