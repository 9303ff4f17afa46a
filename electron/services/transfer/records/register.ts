import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { registerBodySchema, registerKindSchema } from '../../../../shared/models/register';
import { keptViewBodySchema } from '../../../../shared/models/saved-view';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** A person, place or order as packages of format 1 and 2 carried it. */
export const registerSchema = z.strictObject({
  id: idSchema,
  kind: registerKindSchema,
  body: registerBodySchema,
  removed: z.boolean(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  ...stamped,
});

/** A saved view of the chronology. */
export const viewSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(200),
  body: keptViewBodySchema,
  updatedAt: momentSchema,
  ...stamped,
});
export type RecordView = z.infer<typeof viewSchema>;

const text = z.string();
const viewRow = z.object({ id: text, name: text, body: text, updated_at: text, ...stampRow });

export function readViews({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordView[] {
  return allRows(db, viewRow, 'SELECT * FROM chronology_views WHERE case_id = ? ORDER BY id', caseId).map(
    (row) => ({
      id: row.id,
      name: row.name,
      body: parseJson(keptViewBodySchema, row.body),
      updatedAt: row.updated_at,
      ...stampOf(row),
    }),
  );
}

export function writeViews(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  views: readonly RecordView[],
): void {
  const view = db.prepare(
    `INSERT INTO chronology_views (id, case_id, name, body, updated_at, office, author, hlc)
     VALUES (@id, @caseId, @name, @body, @updatedAt, @office, @author, @hlc)`,
  );
  for (const each of views) view.run({ ...each, caseId, body: JSON.stringify(each.body) });
}
