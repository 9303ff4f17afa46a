import type { Proceedings } from '../../../shared/models/proceedings';
import { proceedingsKind } from '../../../shared/records/proceedings';
import type { VaultContext } from '../../vault/api';
import { readBodies } from '../records/read-records';

/** The court proceedings of a case, in the order in which they were written down. */
export function readProceedings(context: VaultContext, caseId: string): Proceedings[] {
  return [...readBodies(context, caseId, proceedingsKind)];
}
