import type { RecordedAct } from '../../models/acts';

/**
 * Holds acts, given in their order, to the numbers within their cases: from 1, without a gap, and none for an act of the
 * office. An act of a case that was left out shows by the number after it.
 */
export function createCaseNumbers(): (act: Pick<RecordedAct, 'caseId' | 'caseNumber'>) => boolean {
  const last = new Map<string, number>();
  return ({ caseId, caseNumber }) => {
    if (caseId === null || caseNumber === null) return caseId === null && caseNumber === null;
    const expected = (last.get(caseId) ?? 0) + 1;
    last.set(caseId, caseNumber);
    return caseNumber === expected;
  };
}
