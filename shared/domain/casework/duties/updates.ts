import { eventSorts } from '../../../records/case-event';
import type { CaseEvent } from '../../../records/case-event';
import { labelOf } from '../../../records/by-fields';
import { limitOf } from '../../law/law-of';
import { addDays, dayOfLimit } from '../working-days';
import type { CountedDay } from '../working-days';
import type { Recorded } from './facts';
import { dueOf, dueSoon, on, say, when } from './view';
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
      ...aroundWarning(view, event),
    ]),
    ...noStatement(view, past),
  ];
}

const named = ({ body }: Event): string => `${labelOf(eventSorts, body.what)} on ${say(body.on)}`;
const owed = new Set<string>(eventSorts.flatMap(({ id, update }) => (update ? [id] : [])));

/** Both days by the Victims' Code: with enhanced rights, and without. Null where the law of the case names none. */
function codeDays(view: View, from: string): { readonly soon: CountedDay; readonly late: CountedDay } | null {
  const soon = limitOf('victims-code-enhanced', view.law);
  const late = limitOf('victims-code', view.law);
  if (soon === null || late === null) return null;
  return {
    soon: dayOfLimit(soon, from, view.jurisdiction),
    late: dayOfLimit(late, from, view.jurisdiction),
  };
}

function updateOwed(view: View, event: Event): readonly Found[] {
  const { id, body } = event;
  if (!owed.has(body.what) || body.toldOn !== null) return [];
  const days = codeDays(view, body.on);
  const line = { subject: id, standsOn: on('case-event', event), record: id };
  const head = `${named(event)}: that the client was told is not recorded.`;
  if (days === null) return [{ ...line, rule: 'update-owed-elsewhere', text: head }];
  const enhanced = view.facts.details?.enhancedRights ?? null;
  if (enhanced === null) return [{ ...line, rule: 'update-owed', ...eitherDay(view, head, days) }];
  const due = enhanced ? days.soon : days.late;
  const within = enhanced ? '1 working day, with enhanced rights' : '5 working days';
  return [{ ...line, rule: 'update-owed', due, text: `${head} Owed within ${within}: by ${say(due.day)}.` }];
}

/** Nobody has said whether the client has enhanced rights: both days are said, and it is late for certain after the second alone. */
function eitherDay(
  { today }: View,
  head: string,
  { soon, late }: { readonly soon: CountedDay; readonly late: CountedDay },
): Pick<Found, 'text' | 'due' | 'tag' | 'tone'> {
  const text = `${head} Owed by ${say(soon.day)} with enhanced rights, by ${say(late.day)} without; which is not recorded.`;
  if (today > late.day) return { text, due: late };
  const due = { day: today > soon.day ? late.day : soon.day, isCertain: false };
  return { text, due, ...(today > soon.day ? { tag: 'late if enhanced' } : {}) };
}

const decisions = new Set<string>(['no_charge', 'nfa', 'charge_changed']);

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
  if (!decisions.has(body.what) || body.reviewAskedOn !== null) return [];
  const from = body.letterOn ?? body.toldOn ?? body.on;
  const line = { subject: id, standsOn: on('case-event', event), record: id };
  const by = dueOf(view, 'review-ask-by', from);
  const last = dueOf(view, 'review-last-day', from);
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

/** Conduct in the days before and after a warning that no report with a crime number names. */
function aroundWarning(view: View, event: Event): readonly Found[] {
  const { facts } = view;
  if (event.body.what !== 'warning') return [];
  const { before, after } = around(view, event.body.on);
  const crimes = new Set(facts.reports.flatMap(({ body }) => (body.crimeNumber === '' ? [] : body.entryIds)));
  const open = [...before, ...after].filter(({ id }) => !crimes.has(id));
  return when(open.length > 0, () => ({
    rule: 'warning-conduct',
    subject: event.id,
    text: `${named(event)}: ${incidents(before.length)} in the ${String(windowOf(view))} days before, ${incidents(after.length)} in those after. ${String(open.length)} in no report with a crime number.`,
    standsOn: [...on('case-event', event), ...on('entry', ...open.slice(0, 12))],
    record: event.id,
  }));
}

const incidents = (count: number): string => `${String(count)} ${count === 1 ? 'incident' : 'incidents'}`;
const windowOf = ({ rules }: View): number => rules['warning-conduct'].windowDays ?? 28;

/** Conduct that may have been in the days before a day, and in those from it on. The day itself is after. */
function around(view: View, day: string) {
  const window = windowOf(view);
  const conduct = view.facts.entries.filter(({ isConduct }) => isConduct);
  const [from, until] = [addDays(day, -window), addDays(day, window)];
  return {
    before: conduct.filter(({ earliest, latest }) => latest >= from && latest < day && earliest < day),
    after: conduct.filter(({ earliest, latest }) => latest >= day && earliest <= until),
  };
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
