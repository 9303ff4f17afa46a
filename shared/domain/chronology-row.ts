import { behaviours } from '../models/chronology';
import type { Behaviour, NewEntry } from '../models/chronology';
import { dateBounds } from './dates/bounds';

/** Bits of a narrow row (entry_rows.flags). */
export const flag = { approximate: 1, reported: 2, evidence: 4, messages: 8, event: 16 } as const;

/** One bit for each of the acts, in the order of the model. */
export function actBits(acts: readonly Behaviour[]): number {
  return acts.reduce((bits, act) => bits | (1 << behaviours.indexOf(act)), 0);
}

export function actsOf(bits: number): readonly Behaviour[] {
  return behaviours.filter((_, index) => (bits & (1 << index)) !== 0);
}

/** What a chronology is filtered and drawn by, of one entry. */
export interface NarrowRow {
  readonly earliest: string;
  readonly latest: string;
  readonly acts: number;
  readonly channel: string | null;
  readonly flags: number;
}

export function narrowRow(entry: NewEntry): NarrowRow {
  const { earliest, latest, approximate } = dateBounds(entry.edtf, entry.time);
  return {
    earliest,
    latest,
    acts: actBits(entry.behaviours),
    channel: entry.channel,
    flags:
      (approximate ? flag.approximate : 0) |
      (entry.reported === null ? 0 : flag.reported) |
      (entry.evidenceIds.length > 0 ? flag.evidence : 0) |
      (entry.messageKeys.length > 0 ? flag.messages : 0) |
      (entry.kind === 'event' ? flag.event : 0),
  };
}

/** The day of a row, YYYY-MM-DD, where its date is one day and no more. */
export function dayOf({ earliest, latest }: Pick<NarrowRow, 'earliest' | 'latest'>): string | null {
  const day = earliest.slice(0, 10);
  return day === latest.slice(0, 10) ? day : null;
}

/** The hour of a row, 0 to 23, where its time lies within one; a part of the day is no hour. */
export function hourOf({ earliest, latest }: Pick<NarrowRow, 'earliest' | 'latest'>): number | null {
  if (dayOf({ earliest, latest }) === null) return null;
  const hour = Number(earliest.slice(11, 13));
  const minutes = (stamp: string): number => Number(stamp.slice(11, 13)) * 60 + Number(stamp.slice(14, 16));
  // "From 21:00 to 23:10" counts in the hour it began in; a whole morning, or day, in none.
  return minutes(latest) - minutes(earliest) < 5 * 60 ? hour : null;
}
