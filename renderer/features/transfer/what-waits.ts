import { breachClock, isUrgent } from '../../../shared/domain/breach/clock';
import type { BreachClock } from '../../../shared/domain/breach/clock';
import type { After } from '../../../shared/models/after';
import type { Breach } from '../../../shared/models/breach';
import type { PartnerOffice } from '../../../shared/models/office';
import type { TransferRecord } from '../../../shared/models/transfer';
import { sinceOf } from './since';

/** What waits for somebody, wherever on the page it stands and whether that is folded or not. */
export interface Waiting {
  /** Offices whose words nobody has compared yet. */
  readonly offices: number;
  /** Packages without a receipt in time. */
  readonly overdue: number;
  /** Hours to tell the ICO that run or are over, the most urgent first. */
  readonly clocks: readonly BreachClock[];
}

/** `now`: an instant; `day`: today, YYYY-MM-DD. */
export function whatWaits(
  {
    offices,
    records,
    after,
    breaches,
  }: {
    readonly offices: readonly PartnerOffice[];
    readonly records: readonly TransferRecord[];
    readonly after: After;
    readonly breaches: readonly Breach[];
  },
  now: string,
  day: string,
): Waiting {
  return {
    offices: offices.filter(({ standing }) => standing === 'new').length,
    overdue: records.filter((record) => sinceOf(record, after, day).standing?.is === 'overdue').length,
    clocks: breaches
      .map(({ body }) => breachClock(body, now))
      .filter(isUrgent)
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due)),
  };
}
