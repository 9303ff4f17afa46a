import type { CaseStatus } from '../../models/case';

const statusWords: Readonly<Record<CaseStatus, string>> = {
  referral_received: 'Referral received',
  triage: 'Triage',
  contact_attempts: 'Trying to reach',
  assessment: 'Assessment',
  active: 'Active',
  monitoring: 'Monitoring',
  on_hold: 'On hold',
  closing: 'Closing',
  closed: 'Closed',
  transferred: 'Transferred',
  declined: 'Declined',
  unable_to_contact: 'Unable to contact',
  reopened: 'Reopened',
};

/** Where nobody has written how the client can be reached. */
export const noSafeRule = 'No safe-contact rule is set';

export function statusText(status: CaseStatus): string {
  return statusWords[status];
}

export const statusOptions = (Object.keys(statusWords) as CaseStatus[]).map((id) => ({
  id,
  label: statusWords[id],
}));
