import * as z from 'zod';
import type { EvidenceItem } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { nameItem } from '../items/name-item';
import { allRows } from '../../vault/rows/rows';

/** Writes down the reference the police gave an exhibit; ours stays beside it. Empty takes it away. */
export function setPoliceRef(context: VaultContext, id: string, policeRef: string): EvidenceItem {
  return nameItem(context, 'evidence.police-ref', id, { policeRef });
}

/** Case, spaces and punctuation do not make two references of one: `ab/ 12` and `AB-12` would be read out the same. */
function plain(ref: string): string {
  return ref.toLocaleUpperCase('en-GB').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Our references of the other items of its case that have this police reference already. */
export function withPoliceRef({ db }: VaultContext, id: string, policeRef: string): readonly string[] {
  const wanted = plain(policeRef);
  if (wanted === '') return [];
  return allRows(
    db,
    z.object({ exhibit_ref: z.string(), police_ref: z.string() }),
    `SELECT o.exhibit_ref, o.police_ref FROM evidence e JOIN evidence o ON o.case_id = e.case_id
     WHERE e.id = ? AND o.id <> e.id AND o.police_ref <> '' ORDER BY o.producer_id, o.exhibit_number`,
    id,
  )
    .filter((row) => plain(row.police_ref) === wanted)
    .map((row) => row.exhibit_ref);
}
