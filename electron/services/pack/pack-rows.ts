import * as z from 'zod';
import { packBodySchema } from '../../../shared/models/pack';
import type { Pack } from '../../../shared/models/pack';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

const row = z.object({
  id: z.string(),
  case_id: z.string(),
  made_at: z.string(),
  body: z.string(),
  author: z.string(),
});

/** The packs that were made of a case, the newest first. */
export function readPacks({ db }: Pick<VaultContext, 'db'>, caseId: string): Pack[] {
  return allRows(
    db,
    row,
    `SELECT p.id, p.case_id, p.made_at, p.body, a.author FROM packs p
     JOIN audit a ON a.subject = p.id AND a.action = 'pack.make' WHERE p.case_id = ? ORDER BY p.rowid DESC`,
    caseId,
  ).map((found) => ({
    ...parseJson(packBodySchema, found.body),
    id: found.id,
    caseId: found.case_id,
    madeAt: found.made_at,
    author: found.author,
  }));
}

/** Writes down what a pack held. Must run inside an act. */
export function insertPack(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  { id, caseId, ...body }: { readonly id: string; readonly caseId: string } & z.infer<typeof packBodySchema>,
): void {
  db.prepare('INSERT INTO packs (id, case_id, made_at, body) VALUES (?, ?, ?, ?)').run(
    id,
    caseId,
    now().toISOString(),
    JSON.stringify(packBodySchema.parse(body)),
  );
}
