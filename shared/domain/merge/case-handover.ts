import { compareIds } from '../records/version';
import type { CaseCopy } from './copy';
import type { CasePackage } from './package';

/** Which office writes a package, and its wall clock in milliseconds. */
export type Sender = Pick<CasePackage, 'office' | 'sentAt'>;

/**
 * All versions of the case, those of kinds and schemas included that this office cannot show. Records of the office itself stay
 * behind unless a person adds them by id. What was erased here goes as a stub, or not at all; tombstones never travel.
 */
export function caseHandover(
  copy: CaseCopy,
  sender: Sender,
  added: ReadonlySet<string> = new Set(),
): CasePackage {
  const versions = [...copy.versions.values()]
    .filter(({ caseId, recordId }) => caseId === copy.caseId || added.has(recordId))
    .sort((a, b) => compareIds(a.id, b.id));
  return { caseId: copy.caseId, ...sender, versions };
}
