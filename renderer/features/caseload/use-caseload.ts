import { useMemo } from 'react';
import { firstDue, standing } from '../../../shared/domain/casework/caseload/first';
import type { FirstDue } from '../../../shared/domain/casework/caseload/choose';
import type { CaseRow } from '../../../shared/models/caseload';
import type { Duty } from '../../../shared/models/duty';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { Query } from '../../kit/hooks';

/** Every case as the caseload lists it. */
export function useCaseRows(): Query<readonly CaseRow[]> {
  return useQuery('caseload-rows', () => call(holdfast.casework.caseload({})), [
    'cases',
    'records',
    'chronology',
    'evidence',
  ]);
}

export interface DueByCase {
  readonly first: FirstDue;
  /** What is to be done first in each case. */
  readonly dutyOf: ReadonlyMap<string, Duty>;
}

/** What is due first in each case, of what nobody has put off. */
export function useDueByCase(duties: readonly Duty[] | null, today: string): DueByCase {
  return useMemo(() => {
    const all = standing(duties ?? [], today);
    const dutyOf = new Map<string, Duty>();
    const late = '9999';
    for (const duty of all) {
      const before = dutyOf.get(duty.caseId);
      if (before === undefined || (duty.due ?? late) < (before.due ?? late)) dutyOf.set(duty.caseId, duty);
    }
    return { first: firstDue(all, today), dutyOf };
  }, [duties, today]);
}
