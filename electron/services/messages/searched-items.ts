import * as z from 'zod';
import type { MessageFilter } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { parseBody } from './source-rows';

type Db = Pick<VaultContext, 'db'>;

/** An export that a filter looks into. */
export interface Searched {
  readonly itemId: string;
  readonly owner: string | null;
}

const itemRow = z.object({ id: z.string(), body: z.string().nullable() });

/** Exports of the case that the filter may find something in, in the order of their references. */
export function searchedItems({ db }: Db, caseId: string, filter: MessageFilter): readonly Searched[] {
  return allRows(
    db,
    itemRow,
    `SELECT e.id, s.body FROM evidence e JOIN message_sources s ON s.item_id = e.id
     WHERE e.case_id = @caseId AND (@itemId IS NULL OR e.id = @itemId) ORDER BY e.exhibit_number, e.id`,
    { caseId, itemId: filter.itemId },
  ).map(({ id, body }) => ({ itemId: id, owner: parseBody(body).owner }));
}
