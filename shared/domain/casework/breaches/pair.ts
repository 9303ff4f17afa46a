import type { OrderDetails, OrderTerm } from '../../../models/register';
import type { Force, OrderFacts } from './in-force';
import type { Voice } from './pronouns';
import type { EntryFacts, EntryReading } from './read-entry';
import type { TermReading } from './read-term';
import type { PersonFacts, Who } from './who';

/** A term with what was read of it. */
export interface Rule {
  readonly order: OrderFacts;
  readonly details: OrderDetails;
  readonly term: OrderTerm;
  /** Which it is in the order, counted from one. */
  readonly number: number;
  readonly rule: TermReading;
  readonly voice: Voice;
  readonly force: Force;
}

/** A term and an entry that are held against each other. */
export interface Pair extends Rule {
  readonly entry: EntryFacts;
  readonly reading: EntryReading;
  readonly who: Who;
  /** Its words were turned, because they may be about others than a woman and a man. */
  readonly isTurned: boolean;
  readonly people: readonly PersonFacts[];
  readonly placeName: ReadonlyMap<string, string>;
}

/** What of an entry a term covers, and what is not certain about that. */
export interface Covered {
  readonly what: string;
  readonly how: string;
  readonly doubts: readonly string[];
  /** By being where the term keeps away from, whoever was there. */
  readonly isThere?: boolean;
  /** By contact, which is with somebody. */
  readonly isContact?: boolean;
}

/** By him, as far as anybody has said. */
export function isHisDoing({ who, reading }: Pair): boolean {
  return who.is === 'bound' || (who.is !== 'unknown' && who.is !== 'else' && reading.subject === 'him');
}

/** Somebody said that it was the person whom the order binds. */
export function isByBound({ entry, details }: Pair): boolean {
  return entry.links.some(({ id, role }) => role === 'actor' && details.bindsIds.includes(id));
}
