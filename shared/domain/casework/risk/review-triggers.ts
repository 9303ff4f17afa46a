import type { NewEntry } from '../../../models/chronology';
import type { Assessment } from '../../../records/assessment';
import type { CaseEvent } from '../../../records/case-event';
import type { OrderBreach } from '../../../records/order-breach';
import { addDays } from '../working-days';
import { daysOf } from '../breaches/in-force';

/** What makes a new look at the risk necessary. */
export type TriggerKind = 'due' | 'act' | 'breach' | 'possible_breach' | 'escalation' | 'release' | 'hearing';

/** One of them, with the records it stands on. It goes away with an assessment that is newer, or with the day itself. */
export interface ReviewTrigger {
  readonly kind: TriggerKind;
  /** The day it stands on, YYYY-MM-DD. */
  readonly on: string;
  readonly standsOn: readonly { readonly id: string; readonly kind: string }[];
}

type Of<T> = { readonly id: string; readonly body: T };

export interface ReviewFacts {
  readonly assessments: readonly Of<Pick<Assessment, 'on' | 'reviewOn'>>[];
  readonly entries: readonly Of<Pick<NewEntry, 'edtf' | 'kind' | 'threat' | 'fear' | 'firstTime'>>[];
  readonly breaches: readonly Of<Pick<OrderBreach, 'answer' | 'entryId'>>[];
  /** Entries that are offered as possible breaches and not decided. */
  readonly possible: readonly { readonly entryId: string; readonly orderId: string }[];
  readonly events: readonly Of<Pick<CaseEvent, 'what' | 'on'>>[];
  /** Hearings of proceedings that are to come or have been. */
  readonly hearings: readonly { readonly id: string; readonly edtf: string }[];
}

/** A hearing or a release is looked at from so many days before. */
const ahead = 7;

/** The last assessment that was made: the day counts, then the order in which they were written. */
export function lastAssessment<T extends Of<Pick<Assessment, 'on'>>>(all: readonly T[]): T | null {
  return all.reduce<T | null>(
    (last, each) => (last === null || each.body.on >= last.body.on ? each : last),
    null,
  );
}

/**
 * What makes a review necessary, the newest first: without any assessment nothing, because then the first one is due. Stalking risk
 * changes with what happens: reassess on a new act, a breach, escalation, release and hearings (College of Policing, stalking and
 * harassment practice; domain.md 4.3). An act of the day of the assessment is taken to have been known.
 */
export function reviewTriggers(facts: ReviewFacts, today: string): readonly ReviewTrigger[] {
  const last = lastAssessment(facts.assessments);
  if (last === null) return [];
  const since = last.body.on;
  const found = [
    ...reviewDay(last, today),
    ...newActs(facts, since, today),
    ...breached(facts, since, today),
    ...responses(facts, since, today),
  ];
  return found.toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

function reviewDay({ id, body }: Of<Pick<Assessment, 'reviewOn'>>, today: string): readonly ReviewTrigger[] {
  const { reviewOn } = body;
  return reviewOn !== null && reviewOn <= today
    ? [{ kind: 'due', on: reviewOn, standsOn: [{ id, kind: 'assessment' }] }]
    : [];
}

/** The first day on which something can have happened, where every day it may have been lies after the assessment. */
function after(edtf: string, since: string, today: string): string | null {
  const days = daysOf(edtf);
  return days === null || days.first <= since || days.first > today ? null : days.first;
}

function newActs({ entries }: ReviewFacts, since: string, today: string): readonly ReviewTrigger[] {
  return entries.flatMap(({ id, body }): ReviewTrigger[] => {
    const on = body.kind === 'incident' ? after(body.edtf, since, today) : null;
    if (on === null) return [];
    const isEscalation = body.threat !== null || body.fear === true || body.firstTime === true;
    return [{ kind: isEscalation ? 'escalation' : 'act', on, standsOn: [{ id, kind: 'entry' }] }];
  });
}

function breached(
  { breaches, possible, entries }: ReviewFacts,
  since: string,
  today: string,
): readonly ReviewTrigger[] {
  const dayOf = (entryId: string): string | null => {
    const entry = entries.find(({ id }) => id === entryId);
    return entry === undefined ? null : after(entry.body.edtf, since, today);
  };
  const decided = breaches.flatMap(({ id, body }): ReviewTrigger[] => {
    const on = body.answer === 'breach' ? dayOf(body.entryId) : null;
    const standsOn = [
      { id, kind: 'order-breach' },
      { id: body.entryId, kind: 'entry' },
    ];
    return on === null ? [] : [{ kind: 'breach', on, standsOn }];
  });
  const once = [...new Map(possible.map((each) => [each.entryId, each])).values()];
  const offered = once.flatMap(({ entryId, orderId }): ReviewTrigger[] => {
    const on = dayOf(entryId);
    const standsOn = [
      { id: entryId, kind: 'entry' },
      { id: orderId, kind: 'register' },
    ];
    return on === null ? [] : [{ kind: 'possible_breach', on, standsOn }];
  });
  return [...decided, ...offered];
}

/** Release and hearings, from a week before; until an assessment is made that day or later. */
function responses(
  { events, hearings }: ReviewFacts,
  since: string,
  today: string,
): readonly ReviewTrigger[] {
  const isNear = (on: string): boolean => on > since && on <= addDays(today, ahead);
  const releases = events.flatMap(({ id, body: { what, on } }): ReviewTrigger[] => {
    const kind = what === 'hearing' ? 'hearing' : 'release';
    const counts = ['hearing', 'release', 'bail', 'bail_changed', 'rui'].includes(what);
    return counts && isNear(on) ? [{ kind, on, standsOn: [{ id, kind: 'case-event' }] }] : [];
  });
  const heard = hearings.flatMap(({ id, edtf }): ReviewTrigger[] => {
    const on = daysOf(edtf)?.first ?? null;
    return on !== null && isNear(on)
      ? [{ kind: 'hearing', on, standsOn: [{ id, kind: 'proceedings' }] }]
      : [];
  });
  return [...releases, ...heard];
}
