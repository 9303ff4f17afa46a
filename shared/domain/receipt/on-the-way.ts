import type { KeptReceipt } from '../../models/receipt';
import type { TransferRecord } from '../../models/transfer';
import { addDays } from '../dates/spoken/calendar-days';
import { ukDay } from '../dates/standing';

/**
 * What became of a package that went out. `received`: by the office it was for, or by one that was told the passphrase; `wiped`: taken
 * off the stick without a receipt, so that none is waited for.
 */
export type OnTheWay = 'received' | 'wiped' | 'not-received' | 'overdue';

export interface Standing {
  readonly is: OnTheWay;
  /** The last day on which its receipt is in time, YYYY-MM-DD. */
  readonly due: string;
}

/** Where a package stands. `today` as YYYY-MM-DD; `days`: how long a receipt may take. */
export function standingOfPackage(
  { at }: Pick<TransferRecord, 'at'>,
  { isReceived, isWiped }: { readonly isReceived: boolean; readonly isWiped: boolean },
  today: string,
  days: number,
): Standing {
  const due = addDays(ukDay(at), days);
  if (isReceived) return { is: 'received', due };
  if (isWiped) return { is: 'wiped', due };
  return { is: today > due ? 'overdue' : 'not-received', due };
}

/**
 * Whether a case may be offered for erasing: it was handed over, whole, and the office that it is sealed for has said that it is there. A
 * copy that somebody else has is no reason to erase.
 */
export function mayEraseAfter(
  { direction, purpose, caseId, partner }: TransferRecord,
  receipts: readonly Pick<KeptReceipt, 'direction' | 'office'>[],
): boolean {
  return (
    direction === 'out' &&
    purpose === 'handover' &&
    caseId !== null &&
    receipts.some(
      (each) =>
        each.direction === 'in' && each.office.standing === 'compared' && each.office.id === partner?.id,
    )
  );
}
