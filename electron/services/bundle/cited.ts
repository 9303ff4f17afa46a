import * as z from 'zod';
import type { EntryFilter } from '../../../shared/models/entry-filter';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { selectEntries } from '../chronology/selection';
import { requireRead } from '../chronology/unread-filter';

/** The exhibits that the entries of a filter cite, each once. Throws `filter-unread` where it asks for what cannot be looked for. */
export function citedBy(context: VaultContext, caseId: string, filter: EntryFilter): readonly string[] {
  requireRead(context, caseId, filter);
  return allRows(
    context.db,
    z.object({ item_id: z.string() }),
    `SELECT DISTINCT l.item_id FROM json_each(?) j JOIN entry_rows r ON r.id = j.value
     JOIN entry_evidence l ON l.entry_id = r.entry_id ORDER BY l.item_id`,
    JSON.stringify(selectEntries(context, caseId, filter, 'oldest')),
  ).map((row) => row.item_id);
}
