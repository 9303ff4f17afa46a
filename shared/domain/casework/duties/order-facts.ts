import { orderTypeOf, orderWords } from '../../law/law-of';
import { orderDetailsSchema } from '../../../models/register';
import type { OrderDetails } from '../../../models/register';
import type { View } from './view';

/** An order, or bail, as the rules look at it. */
export interface OrderFact {
  readonly id: string;
  readonly title: string;
  readonly type: string | null;
  /** Such as `police bail conditions`, or its own name where the sort is not said. */
  readonly what: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly details: OrderDetails;
  readonly isBail: boolean;
}

const bail = new Set<string | null>([
  ...['bail', 'court_bail', 'investigative_liberation', 'police_undertaking'],
]);
/** What no court made, so that there is no sealed copy of it. */
const notOfCourt = new Set<string | null>([
  ...['warning', 'pin', 'cpn', 'undertaking', 'dvpn', 'dapn', 'other'],
]);
const nothingSaid = orderDetailsSchema.parse({});

/** Orders and bail of the register, apart from those that ended or came to nothing. */
export function ordersOf({ facts, law }: View): readonly OrderFact[] {
  return facts.register.flatMap(({ id, title, body }): readonly OrderFact[] => {
    const details = body.order ?? nothingSaid;
    if (body.kind !== 'order' || details.stage === 'ended' || details.stage === 'refused') return [];
    const { orderType: type, from, until } = body;
    const what = type === null || type === 'other' ? title : orderWords(law, type);
    const isBail = details.bail !== null || bail.has(type);
    return [{ id, title, type, what, from, until, details, isBail }];
  });
}

/** Whether it has been made. Where no stage is said, a day on which it began or was served says so. */
export function isMade({ details, from }: OrderFact): boolean {
  if (details.stage !== null) return details.stage === 'made';
  return from !== null || details.madeOn !== null || details.servedOn !== null;
}

/** Whether a court made it. */
export function isOfCourt({ type, isBail }: OrderFact): boolean {
  return !isBail && !notOfCourt.has(type);
}

/** Whether somebody must tell the police where they live under it. */
export function asksForNotification({ law }: View, { type }: OrderFact): boolean {
  return type !== null && orderTypeOf(law, type)?.notification != null;
}
