import * as z from 'zod';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

const row = z.object({ id: z.string(), exhibit_ref: z.string() });

/** The exhibits that came inside an exhibit, and inside those: whoever gets its original gets them too. */
export function readInside(
  { db }: Pick<VaultContext, 'db'>,
  itemId: string,
): readonly { readonly id: string; readonly exhibitRef: string }[] {
  return allRows(
    db,
    row,
    `WITH RECURSIVE within (id) AS (SELECT id FROM evidence WHERE parent_id = ?
       UNION SELECT e.id FROM evidence e JOIN within w ON e.parent_id = w.id)
     SELECT e.id, e.exhibit_ref FROM within w JOIN evidence e ON e.id = w.id ORDER BY e.exhibit_number, e.id`,
    itemId,
  ).map(({ id, exhibit_ref: exhibitRef }) => ({ id, exhibitRef }));
}
