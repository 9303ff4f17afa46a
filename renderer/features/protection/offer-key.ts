import type { PossibleBreachShown } from '../../../shared/contract/protection-methods';

/** What names an offer in the address of its form. */
export const offerKey = ({ entryId, orderId, termId }: PossibleBreachShown): string =>
  `${entryId} ${orderId} ${termId}`;
