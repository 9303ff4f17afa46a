import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { registerBodySchema, registerKindSchema } from '../../../../shared/models/register';
import { keptViewBodySchema } from '../../../../shared/models/saved-view';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** A person, place or order that entries are linked to. */
export const registerSchema = z.strictObject({
  id: idSchema,
  kind: registerKindSchema,
  body: registerBodySchema,
  removed: z.boolean(),
  createdAt: momentSchema,
  updatedAt: momentSchema,
  ...stamped,
});
export type RecordRegister = z.infer<typeof registerSchema>;

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
const registerRow = z.object({
  id: text,
  kind: registerKindSchema,
  body: text,
  removed: z.int(),
  created_at: text,
  updated_at: text,
  ...stampRow,
});
const viewRow = z.object({ id: text, name: text, body: text, updated_at: text, ...stampRow });

export function readRegister({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordRegister[] {
  return allRows(db, registerRow, 'SELECT * FROM register WHERE case_id = ? ORDER BY id', caseId).map(
    (row) => ({
      id: row.id,
      kind: row.kind,
      body: parseJson(registerBodySchema, row.body),
      removed: row.removed === 1,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
      ...stampOf(row),
    }),
  );
}

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

/** Must come before the entries that are linked to them. */
export function writeRegister(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  register: readonly RecordRegister[],
  views: readonly RecordView[],
): void {
  const insert = db.prepare(
    `INSERT INTO register (id, case_id, kind, body, removed, created_at, updated_at, office, author, hlc)
     VALUES (@id, @caseId, @kind, @body, @removed, @createdAt, @updatedAt, @office, @author, @hlc)`,
  );
  for (const each of register)
    insert.run({ ...each, caseId, body: JSON.stringify(each.body), removed: each.removed ? 1 : 0 });
  const view = db.prepare(
    `INSERT INTO chronology_views (id, case_id, name, body, updated_at, office, author, hlc)
     VALUES (@id, @caseId, @name, @body, @updatedAt, @office, @author, @hlc)`,
  );
  for (const each of views) view.run({ ...each, caseId, body: JSON.stringify(each.body) });
}
