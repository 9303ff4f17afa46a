import type { Proceedings } from '../../../shared/models/proceedings';
import { proceedingsKind } from '../../../shared/records/proceedings';
import type { VaultContext } from '../../vault/api';
import { listRecords } from '../records/read-records';

/** The court proceedings of a case, in the order in which they were written down. */
export function readProceedings(context: VaultContext, caseId: string): Proceedings[] {
  return listRecords(context, caseId, proceedingsKind.kind).flatMap(({ id, body }) => {
    // Of a newer Holdfast, which may keep them otherwise.
    const read = proceedingsKind.body.safeParse(body);
    return read.success ? [{ ...read.data, id }] : [];
  });
}
