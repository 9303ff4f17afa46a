import type { Duty } from '../../../shared/models/duty';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { Query } from '../../kit/hooks';

/** What is missing or due, of a case, or, for null, of every case that somebody works on; what was put off is among it. */
export function useDuties(caseId: string | null): Query<readonly Duty[]> {
  return useQuery(`duties-${caseId ?? 'all'}`, () => call(holdfast.casework.duties({ caseId })), [
    'records',
    'chronology',
    'cases',
  ]);
}
