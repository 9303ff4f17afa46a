import { counted } from '../../counts';
import { eventSorts } from '../../../records/case-event';
import type { CaseEvent } from '../../../records/case-event';
import { labelOf } from '../../../records/by-fields';
import { aroundWarning, daysAroundWarning } from '../response/around-warning';
import { reviewDates } from '../response/review-dates';
import { limitSpan } from '../../law/limit-words';
import { isOwed, updateDue } from '../response/update-due';
import type { UpdateDue } from '../response/update-due';
import type { Recorded } from './facts';
import { dueOf, dueSoon, on, onEntries, say, when } from './view';
import type { Found, View } from './view';

type Event = Recorded<CaseEvent>;

/** News that the client is owed, decisions and their reviews, and the victim personal statement. */
export function eventRules(view: View): readonly Found[] {
  const past = view.facts.events.filter(({ body }) => body.on <= view.today);
  return [
    ...past.flatMap((event) => [
      ...updateOwed(view, event),
      ...noLetter(view, event),
      ...reviewToAsk(view, event),
      ...reviewUnanswered(view, event),
      ...aroundIt(view, event),
    ]),
    ...noStatement(view, past),
  ];
}

const named = ({ body }: Event): string => `${labelOf(eventSorts, body.what)} on ${say(body.on)}`;

function updateOwed(view: View, event: Event): readonly Found[] {
  const { id, body } = event;
  if (!isOwed(body) || body.toldOn !== null) return [];
  const due = updateDue(body, view.facts.details?.enhancedRights ?? null, view.jurisdiction);
  const line = { subject: id, standsOn: on('case-event', event), record: id };
  const text = `${named(event)}: that the client was told is not recorded.`;
  if (due === null) return [{ ...line, rule: 'update-owed-elsewhere', text }];
  if (due.ifEnhanced !== null) return [{ ...line, rule: 'update-owed', ...eitherDay(view, text, due) }];
  const isEnhanced = view.facts.details?.enhancedRights === true;
  const within = `${limitSpan(due.limit)}${isEnhanced ? ', with enhanced rights' : ''}`;
  return [{ ...line, rule: 'update-owed', due, text: `${text} Owed within ${within}: by ${say(due.day)}.` }];
}

/** Nobody has said whether the client has enhanced rights: both days are said, and it is late for certain after the second alone. */
function eitherDay(
  { today, jurisdiction }: View,
  head: string,
  { day, ifEnhanced }: UpdateDue,
): Pick<Found, 'text' | 'due' | 'tag'> {
  const soon = ifEnhanced?.day ?? day;
  const text = `${head} Owed by ${say(soon)} with enhanced rights, by ${say(day)} without; which is not recorded.`;
  if (today > day) return { text, due: { day, isCertain: jurisdiction !== null } };
  return today > soon
    ? { text, due: { day, isCertain: false }, tag: 'late if enhanced' }
    : { text, due: { day: soon, isCertain: false } };
}

function noLetter(view: View, event: Event): readonly Found[] {
  const { id, body } = event;
  const isOne = body.what === 'no_charge' || body.what === 'nfa';
  if (!isOne || body.letterOn !== null) return [];
  return dueSoon(view, dueOf(view, 'decision-without-letter', body.on), {
    rule: 'decision-without-letter',
    subject: id,
    text: `${named(event)}: no letter with the reasons is recorded.`,
    standsOn: on('case-event', event),
    record: id,
  });
}

/** Counted from the letter; without one from when the client was told, else from the decision. Both days are provisional. */
function reviewToAsk(view: View, event: Event): readonly Found[] {
  const { id, body } = event;
  const days = body.reviewAskedOn === null ? reviewDates(body, view.jurisdiction) : null;
  const line = { subject: id, standsOn: on('case-event', event), record: id };
  const by = days?.askBy ?? null;
  const last = days?.last ?? null;
  return [
    ...dueSoon(view, by, {
      ...line,
      rule: 'review-ask-by',
      text: `${named(event)}: a review is normally asked for by ${say(by?.day ?? '')}. That it was asked for is not recorded.`,
    }),
    ...dueSoon(view, last, {
      ...line,
      rule: 'review-last-day',
      text: `${named(event)}: the last day to ask for a review is ${say(last?.day ?? '')}, as far as is known.`,
    }),
  ];
}

function reviewUnanswered(view: View, event: Event): readonly Found[] {
  const { id, body } = event;
  if (body.reviewAskedOn === null || body.reviewAnsweredOn !== null || body.reviewAnswer !== null) return [];
  return dueSoon(view, dueOf(view, 'review-unanswered', body.reviewAskedOn), {
    rule: 'review-unanswered',
    subject: id,
    text: `A review was asked for on ${say(body.reviewAskedOn)}; no answer is recorded.`,
    standsOn: on('case-event', event),
    record: id,
  });
}

/** Conduct in the days around a warning that no report with a crime number names; gone when each of it is in one. */
function aroundIt({ facts }: View, event: Event): readonly Found[] {
  if (event.body.what !== 'warning') return [];
  // Entries come here by their days, so the clock of the warning does not tell what came first.
  const near = aroundWarning({ on: event.body.on, time: null }, facts.entries);
  const crimes = new Set(facts.reports.flatMap(({ body }) => (body.crimeNumber === '' ? [] : body.entryIds)));
  const open = [...near.before, ...near.sameDay, ...near.after, ...near.unsure].filter(
    ({ id }) => !crimes.has(id),
  );
  const parts = [
    `${counted(near.before.length, 'incident', 'incidents')} in the ${String(daysAroundWarning)} days before`,
    ...(near.sameDay.length === 0 ? [] : [`${String(near.sameDay.length)} on the day`]),
    `${String(near.after.length)} in the ${String(daysAroundWarning)} days after`,
    ...(near.unsure.length === 0 ? [] : [`${String(near.unsure.length)} perhaps among them`]),
  ];
  return when(open.length > 0, () => ({
    rule: 'warning-conduct',
    subject: event.id,
    text: `${named(event)}: ${parts.join(', ')}; ${String(open.length)} in no report with a crime number.`,
    standsOn: [...on('case-event', event), ...onEntries(open)],
    record: event.id,
  }));
}

const charged = new Set<string>(['charge', 'plea', 'conviction', 'sentence']);

function noStatement({ facts }: View, past: readonly Event[]): readonly Found[] {
  const events = past.filter(({ body }) => charged.has(body.what));
  const isOffered = facts.statements.some(
    ({ body }) => (body.offeredOn ?? body.madeOn ?? body.declinedOn ?? body.updatedOn) !== null,
  );
  return when(events.length > 0 && !isOffered, () => ({
    rule: 'statement-not-offered',
    text: 'Charged; that a victim personal statement was offered is not recorded.',
    standsOn: on('case-event', ...events),
    record: facts.statements[0]?.id ?? 'new-victim-statement',
  }));
}
