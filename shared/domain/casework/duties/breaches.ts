import { counted } from '../../counts';
import type { OrderBreach } from '../../../records/order-breach';
import type { EntryFact, PossibleBreach, Recorded } from './facts';
import { on, onEntries, when } from './view';
import type { Found, View } from './view';

/** Possible breaches that nobody has decided, and what is recorded of those that somebody has. */
export function breachRules(view: View): readonly Found[] {
  return [
    ...undecided(view),
    ...view.facts.breaches.flatMap((breach) => [...unsure(view, breach), ...decided(view, breach)]),
  ];
}

const key = ({ entryId, orderId }: Pick<PossibleBreach, 'entryId' | 'orderId'>): string =>
  `${entryId} ${orderId}`;

/** One line for each order. It is named by its last entry too, so that a new one is there again when those before were put off. */
function undecided({ facts }: View): readonly Found[] {
  const looked = new Set(facts.breaches.map(({ body }) => key(body)));
  const open = facts.possibleBreaches.filter((each) => !looked.has(key(each)));
  return [...new Set(open.map(({ orderId }) => orderId))].flatMap((orderId) => {
    const ids = new Set(open.filter((each) => each.orderId === orderId).map(({ entryId }) => entryId));
    const entries = facts.entries.filter(({ id }) => ids.has(id));
    const order = facts.register.find(({ id }) => id === orderId);
    const last = entries.at(-1);
    return last === undefined || order === undefined
      ? []
      : [
          {
            rule: 'breach-undecided',
            subject: `${orderId} ${last.id}`,
            text: `${counted(entries.length, 'entry', 'entries')} may breach ${order.title}; nobody has decided yet.`,
            standsOn: [...on('register', order), ...onEntries(entries)],
            record: orderId,
          } as const,
        ];
  });
}

function entryOf({ facts }: View, { entryId }: OrderBreach): readonly EntryFact[] {
  return facts.entries.filter(({ id }) => id === entryId);
}

function unsure(view: View, { id, title, body }: Recorded<OrderBreach>): readonly Found[] {
  return when(body.answer === 'unsure', () => ({
    rule: 'breach-unsure',
    subject: id,
    text: 'Whether it was a breach is not clear yet.',
    standsOn: [...on('order-breach', { id, title }), ...onEntries(entryOf(view, body))],
    record: id,
  }));
}

function decided(view: View, { id, title, body }: Recorded<OrderBreach>): readonly Found[] {
  if (body.answer !== 'breach') return [];
  const order = view.facts.register.find((each) => each.id === body.orderId)?.title ?? 'the order';
  const standsOn = [...on('order-breach', { id, title }), ...onEntries(entryOf(view, body))];
  const line = { subject: id, standsOn, record: id };
  if (body.reportedOn === null)
    return [
      { ...line, rule: 'breach-not-reported', text: `A possible breach of ${order}: no report is recorded.` },
    ];
  const open = [
    ...(body.recordedAsBreach === null ? ['as a breach'] : []),
    ...(body.recordedAsStalking === null ? ['as stalking too'] : []),
  ];
  return when(open.length > 0, () => ({
    ...line,
    rule: 'breach-recorded',
    text: `A possible breach of ${order} was reported; whether the police recorded it ${open.join(', and ')} is not recorded.`,
  }));
}
