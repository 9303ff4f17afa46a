import { standingOfPackage } from '../../../shared/domain/receipt/on-the-way';
import type { After } from '../../../shared/models/after';
import type { TransferRecord } from '../../../shared/models/transfer';
import { today } from '../../kit/today';

/** What is known of one package since it was written or taken in. `day`: today, YYYY-MM-DD. */
export function sinceOf(record: TransferRecord, after: After, day = today()) {
  const receipts = after.receipts.filter(({ packageId }) => packageId === record.packageId);
  const wiped = after.wiped.find(({ id }) => id === record.id) ?? null;
  const isReceived = receipts.some(({ direction }) => direction === 'in');
  // One from before there were receipts is waited for by nobody.
  const isAsked = record.direction === 'out' && (isReceived || record.manifestSha256 !== null);
  const standing = isAsked
    ? standingOfPackage(record, { isReceived, isWiped: wiped !== null }, day, after.overdueDays)
    : null;
  return { receipts: receipts.filter(({ direction }) => direction !== record.direction), wiped, standing };
}
