import { HoldfastError } from '../../../shared/errors';
import { ukDay } from '../../../shared/domain/dates/standing';
import { legalHoldKind } from '../../../shared/records/legal-hold';
import type { VaultContext } from '../../vault/api';
import { listRecords } from '../records/read-records';

/** Whether something says that nothing of a case may be erased: a hold that was not ended, or ends later. One from a day to come holds too. */
export function isHeld(context: VaultContext, caseId: string): boolean {
  const today = ukDay(context.now());
  return listRecords(context, caseId, legalHoldKind.kind).some(({ body }) => {
    const read = legalHoldKind.body.safeParse(body);
    // One that a newer Holdfast has written otherwise holds: what was erased does not come back.
    return !read.success || read.data.endedOn === null || read.data.endedOn > today;
  });
}

/** Throws `legal-hold` where a case is held. */
export function refuseHeld(context: VaultContext, caseId: string | null): void {
  if (caseId !== null && isHeld(context, caseId)) throw new HoldfastError('legal-hold');
}
