import { caseStatuses } from '../../../models/case';
import type { CaseStatus } from '../../../models/case';

/** Statuses in which nobody works on a case any more (domain facts 5.1). Each is given with its day and its reason. */
export const endedStatuses = ['closed', 'transferred', 'declined', 'unable_to_contact'] as const;
export type EndedStatus = (typeof endedStatuses)[number];

/** Statuses of a case that is being worked on. */
export const openStatuses: readonly CaseStatus[] = caseStatuses.filter((status) => !hasEnded(status));

export function hasEnded(status: CaseStatus): status is EndedStatus {
  return (endedStatuses as readonly string[]).includes(status);
}
