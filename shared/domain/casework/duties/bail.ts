import { ordersOf } from './order-facts';
import type { OrderFact } from './order-facts';
import { certain, dueSoon, on, say, when } from './view';
import type { Found, View } from './view';

/** Bail: when it ends, and what is recorded of conditions, views and telling the client. */
export function bailRules(view: View): readonly Found[] {
  const all = ordersOf(view).filter(({ isBail, details }) => isBail && details.stage !== 'asked');
  const onBail = all.filter(({ details }) => details.bail !== 'under_investigation');
  return [
    ...onBail.flatMap((order) => [
      ...returnDay(view, order),
      ...conditions(order),
      ...views(order),
      ...told(order),
    ]),
    ...noConditions(view, all),
  ];
}

const police = new Set<string | null>(['bail', 'investigative_liberation', 'police_undertaking']);
const isOfPolice = ({ type, details }: OrderFact): boolean =>
  details.bail === 'pre_charge' || (details.bail === null && police.has(type));

const ends = new Set<string>(['charge', 'no_charge', 'nfa', 'rui', 'bail', 'bail_changed']);

/** Met by what became of it: an event on or after the day, or the order recorded as ended. */
function returnDay({ facts, ...view }: View, order: OrderFact): readonly Found[] {
  const { returnOn } = order.details;
  const line = { subject: order.id, standsOn: on('register', order), record: order.id };
  if (returnOn === null)
    return when(isOfPolice(order) && order.until === null, () => ({
      ...line,
      rule: 'bail-no-return',
      text: `No return date is recorded for ${order.title}.`,
    }));
  const became = facts.events.some(
    ({ body }) => ends.has(body.what) && body.on >= returnOn && body.on <= view.today,
  );
  if (became) return [];
  const isOver = returnOn < view.today;
  return dueSoon({ facts, ...view }, certain(returnOn), {
    ...line,
    rule: 'bail-return',
    text: `${order.title}: return date ${say(returnOn)}${isOver ? '; what became of it is not recorded' : ''}.`,
  });
}

function conditions({ id, title, details }: OrderFact): readonly Found[] {
  return when(details.terms.length === 0, () => ({
    rule: 'bail-no-conditions',
    subject: id,
    text: `No conditions are recorded for ${title}.`,
    standsOn: on('register', { id, title }),
    record: id,
  }));
}

/** The duty to seek views is one of police bail. */
function views(order: OrderFact): readonly Found[] {
  const { id, title, details } = order;
  return when(isOfPolice(order) && details.viewsAsked !== true, () => ({
    rule: 'bail-views',
    subject: id,
    text:
      details.viewsAsked === null
        ? `Whether the client’s views on the conditions of ${title} were asked is not recorded.`
        : `The client’s views on the conditions of ${title} were not asked, as recorded.`,
    standsOn: on('register', { id, title }),
    record: id,
  }));
}

function told({ id, title, details }: OrderFact): readonly Found[] {
  return when(details.clientToldOn === null, () => ({
    rule: 'bail-client-told',
    subject: id,
    text: `That the client was told of ${title} is not recorded.`,
    standsOn: on('register', { id, title }),
    record: id,
  }));
}

const after = new Set<string>([...ends, 'conviction', 'acquittal']);

/** Released under investigation: as an event after which nothing else was decided, or as the bail of the register says. */
function noConditions({ facts, today }: View, all: readonly OrderFact[]): readonly Found[] {
  const orders = all.filter(({ details }) => details.bail === 'under_investigation');
  const events = facts.events.filter(
    (one) =>
      one.body.what === 'rui' &&
      one.body.on <= today &&
      !facts.events.some(({ id, body }) => id !== one.id && after.has(body.what) && body.on >= one.body.on),
  );
  return when(orders.length + events.length > 0, () => ({
    rule: 'no-conditions-at-all',
    text: 'Released under investigation: no conditions are in force by that.',
    standsOn: [...on('register', ...orders), ...on('case-event', ...events)],
    record: orders[0]?.id ?? null,
  }));
}
