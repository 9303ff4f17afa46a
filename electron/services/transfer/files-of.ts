import { z } from 'zod';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import type { Records } from './records';

const fileRow = z.object({ id: z.string(), key: z.instanceof(Buffer), sha256: z.string(), bytes: z.int() });

/** The stored files that these records name: originals, derivatives and redacted copies, each content once. */
export function filesOf(
  { db }: Pick<VaultContext, 'db'>,
  { caseId, items, redactions }: Records,
): ReadonlyMap<string, StoredFile> {
  const named = new Set([
    ...items.flatMap(({ sha256, derivatives }) => [sha256, ...derivatives.map((each) => each.sha256)]),
    ...redactions.map((each) => each.sha256),
  ]);
  const rows = allRows(
    db,
    fileRow,
    `SELECT DISTINCT f.id, f.key, f.sha256, f.bytes FROM files f
     WHERE f.id IN (SELECT file_id FROM evidence WHERE case_id = @caseId)
        OR f.id IN (SELECT d.file_id FROM derivatives d JOIN evidence e ON e.id = d.item_id WHERE e.case_id = @caseId)
        OR f.id IN (SELECT r.file_id FROM redactions r JOIN evidence e ON e.id = r.item_id WHERE e.case_id = @caseId)
     ORDER BY f.sha256`,
    { caseId },
  );
  return new Map(rows.filter(({ sha256 }) => named.has(sha256)).map((row) => [row.sha256, row]));
}
