import type { Jurisdiction } from '../../../models/jurisdiction';
import type { TimeLimit } from '../../../models/law';
import { eventSorts } from '../../../records/case-event';
import type { CaseEvent } from '../../../records/case-event';
import { limitOf, lawOf } from '../../law/law-of';
import { dayOfLimit } from '../working-days';
import type { CountedDay } from '../working-days';

/** When news of an event is due to the client, and by which limit. */
export interface UpdateDue extends CountedDay {
  readonly limit: TimeLimit;
  /** The earlier day, where nobody recorded whether the client has enhanced rights; else null. */
  readonly ifEnhanced: (CountedDay & { readonly limit: TimeLimit }) | null;
}

/** Whether the client is owed news of such an event. */
export function isOwed({ what }: Pick<CaseEvent, 'what'>): boolean {
  return eventSorts.some(({ id, update }) => id === what && update);
}

/**
 * When the client is to be told of an event: within 1 working day with enhanced rights, else 5 (Victims' Code 2021, right 6).
 * Null where nothing is owed, and where the law of the case lays down no such limit. Where nobody recorded whether the client has
 * enhanced rights, it is 5, with the earlier day beside it, and is not certain.
 */
export function updateDue(
  event: Pick<CaseEvent, 'what' | 'on'>,
  enhanced: boolean | null,
  jurisdiction: Jurisdiction | null,
): UpdateDue | null {
  const law = lawOf(jurisdiction);
  const usual = limitOf('victims-code', law);
  const soon = limitOf('victims-code-enhanced', law);
  if (!isOwed(event) || usual === null || soon === null) return null;
  const limit = enhanced === true ? soon : usual;
  const due = dayOfLimit(limit, event.on, jurisdiction);
  if (enhanced !== null) return { ...due, limit, ifEnhanced: null };
  return {
    ...{ day: due.day, isCertain: false, limit },
    ifEnhanced: { ...dayOfLimit(soon, event.on, jurisdiction), limit: soon },
  };
}

/** Where an update stands on a day: told in time or not, still due, or due before and not recorded. */
export type UpdateStands = 'told' | 'told-later' | 'due' | 'not-recorded';

/** Where an update stands. `today` is a day in the UK. An event to come is due only once it has been. */
export function updateStands(
  { toldOn }: Pick<CaseEvent, 'toldOn'>,
  due: Pick<UpdateDue, 'day'>,
  today: string,
): UpdateStands {
  if (toldOn !== null) return toldOn <= due.day ? 'told' : 'told-later';
  return today <= due.day ? 'due' : 'not-recorded';
}
