import type { OrderTerm } from '../../../models/register';
import { headOf } from '../../../records/casework-schemas';
import { asksForNotification, isMade, isOfCourt, ordersOf } from './order-facts';
import type { OrderFact } from './order-facts';
import { certain, daysOf, dueOf, dueSoon, on, say, when } from './view';
import type { Found, View } from './view';

/** Orders: asked for and not answered, made and not served, about to end, and what is held of them. */
export function orderRules(view: View): readonly Found[] {
  return ordersOf(view).flatMap((order) => [
    ...unanswered(view, order),
    ...(isMade(order)
      ? [
          ...orderEnds(view, order),
          ...order.details.terms.flatMap((term) => termEnds(view, order, term)),
          ...(isOfCourt(order) ? [...noCopy(order), ...notServed(order)] : []),
          ...notification(view, order),
        ]
      : []),
  ]);
}

const line = ({ id, title }: OrderFact): Pick<Found, 'subject' | 'standsOn' | 'record'> => ({
  subject: id,
  standsOn: on('register', { id, title }),
  record: id,
});

function unanswered(view: View, order: OrderFact): readonly Found[] {
  const { stage, askedOn, askedOf, answeredOn } = order.details;
  if (stage !== 'asked' || askedOn === null || answeredOn !== null) return [];
  return dueSoon(view, dueOf(view, 'order-unanswered', askedOn), {
    ...line(order),
    rule: 'order-unanswered',
    text: `${order.title}: asked${askedOf === '' ? '' : ` of ${askedOf}`} on ${say(askedOn)}, no answer recorded.`,
  });
}

/** A date that is no one day is due on the first that it allows, and over after the last. Of bail, the return date says the same. */
function orderEnds(view: View, order: OrderFact): readonly Found[] {
  const days = daysOf(order.until);
  if (days === null || days.earliest === order.details.returnOn) return [];
  const { earliest, latest } = days;
  const isOver = latest < view.today;
  const mayBeOver = !isOver && earliest < view.today;
  const due = { day: isOver ? latest : earliest, isCertain: earliest === latest };
  return dueSoon(view, due, {
    ...line(order),
    rule: 'order-ends',
    text: isOver
      ? `${order.title} ended ${sayWhen(order.until)}; what follows it is not recorded.`
      : `${order.title} ends ${sayWhen(order.until)}.`,
    ...(mayBeOver ? { tag: 'may have ended', tone: 'amber' } : {}),
  });
}

/** `on 3 Nov 2026`, `sometime in June 2026`. */
function sayWhen(edtf: string | null): string {
  const words = say(edtf ?? '');
  return /^\d{4}-\d{2}-\d{2}$/u.test(edtf ?? '') ? `on ${words}` : words;
}

/** A term with an end of its own, where that is not the end of the order. */
function termEnds(view: View, order: OrderFact, term: OrderTerm): readonly Found[] {
  if (term.until === null || term.until === order.until) return [];
  return dueSoon(view, certain(term.until), {
    ...line(order),
    rule: 'term-ends',
    subject: `${order.id} ${term.id}`,
    text: `${order.title}: the term “${headOf(term.text)}” ${term.until < view.today ? 'ended' : 'ends'} on ${say(term.until)}.`,
  });
}

function noCopy(order: OrderFact): readonly Found[] {
  const { certifiedCopy } = order.details;
  return when(certifiedCopy !== true, () => ({
    ...line(order),
    rule: 'no-certified-copy',
    text:
      certifiedCopy === null
        ? `Whether a certified copy of ${order.title} is held is not recorded.`
        : `No certified copy of ${order.title} is held, as recorded.`,
    ...(certifiedCopy === null ? { tag: 'not recorded' } : {}),
  }));
}

function notServed(order: OrderFact): readonly Found[] {
  return when(order.details.servedOn === null, () => ({
    ...line(order),
    rule: 'not-served',
    text: `${order.title} was made; that it was served is not recorded.`,
  }));
}

/** Counted from service; in Northern Ireland from the day the order comes into force. */
function notification(view: View, order: OrderFact): readonly Found[] {
  const { notifiedOn, servedOn, madeOn } = order.details;
  if (notifiedOn !== null || !asksForNotification(view, order)) return [];
  const inForce = daysOf(order.from)?.earliest ?? madeOn;
  const from = view.jurisdiction === 'northern-ireland' ? inForce : servedOn;
  if (from === null) return [];
  const due = dueOf(view, 'notification-due', from);
  return dueSoon(view, due, {
    ...line(order),
    rule: 'notification-due',
    text: `${order.title}: name and address to the police by ${say(due?.day ?? '')}; that they were told is not recorded.`,
  });
}
