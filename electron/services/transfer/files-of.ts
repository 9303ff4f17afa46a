import * as z from 'zod';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import type { Records } from './records';

const fileRow = z.object({ id: z.string(), key: z.instanceof(Buffer), sha256: z.string(), bytes: z.int() });

/** The stored files that these records name: originals and redacted copies, each content once. What is drawn of them is drawn anew. */
export function filesOf(
  { db }: Pick<VaultContext, 'db'>,
  { caseId, items, redactions }: Records,
): ReadonlyMap<string, StoredFile> {
  const named = new Set([...items.map(({ sha256 }) => sha256), ...redactions.map((each) => each.sha256)]);
  const rows = allRows(
    db,
    fileRow,
    `SELECT DISTINCT f.id, f.key, f.sha256, f.bytes FROM files f
     WHERE f.id IN (SELECT file_id FROM evidence WHERE case_id = @caseId)
        OR f.id IN (SELECT r.file_id FROM redactions r JOIN evidence e ON e.id = r.item_id WHERE e.case_id = @caseId)
     ORDER BY f.sha256`,
    { caseId },
  );
  return new Map(rows.filter(({ sha256 }) => named.has(sha256)).map((row) => [row.sha256, row]));
}
