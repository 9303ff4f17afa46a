import * as z from 'zod';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

const row = z.object({ body: z.string(), at: z.string(), author: z.string() });

/** What was kept under `what` (a pattern of SQL's GLOB), the last one first. */
export function readChoices<S extends z.ZodType>(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  what: string,
  schema: S,
): { readonly body: z.output<S>; readonly chosen: { readonly at: string; readonly by: string } }[] {
  return allRows(
    db,
    row,
    'SELECT body, at, author FROM leaving_choices WHERE case_id = ? AND what GLOB ? ORDER BY hlc DESC',
    caseId,
    what,
  ).map(({ body, at, author }) => ({ body: parseJson(schema, body), chosen: { at, by: author } }));
}

/**
 * Keeps a choice in the place of the one before. Choosing is no act: what was chosen is written down when something leaves,
 * with all of it. Throws for a case that is not here.
 */
export function keepChoice(context: VaultContext, caseId: string, what: string, body: unknown): void {
  context.db
    .prepare(
      `INSERT INTO leaving_choices (case_id, what, body, at, office, author, hlc)
       VALUES (@caseId, @what, @body, @at, @office, @author, @hlc)
       ON CONFLICT (case_id, what) DO UPDATE SET body = excluded.body, at = excluded.at, office = excluded.office,
         author = excluded.author, hlc = excluded.hlc`,
    )
    .run({ caseId, what, body: JSON.stringify(body), at: context.now().toISOString(), ...context.stamp() });
}
