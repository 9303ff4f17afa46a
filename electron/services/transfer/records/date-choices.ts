import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import { bestDateSchema } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { packedDateSchema } from './packed-facts';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** A date that somebody settled on, with the reason; earlier ones are kept. */
export const dateChoiceSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  field: z.string().max(60),
  date: packedDateSchema,
  reason: z.string().max(20_000),
  at: momentSchema.nullable(),
  ...stamped,
});
type RecordDateChoice = z.infer<typeof dateChoiceSchema>;

const text = z.string();
const row = z.object({
  id: text,
  item_id: text,
  field: text,
  date: text,
  reason: text,
  at: text.nullable(),
  ...stampRow,
});

export function readDateChoices({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordDateChoice[] {
  return allRows(
    db,
    row,
    'SELECT d.* FROM date_choices d JOIN evidence e ON e.id = d.item_id WHERE e.case_id = ? ORDER BY d.id',
    caseId,
  ).map((found) => ({
    id: found.id,
    itemId: found.item_id,
    field: found.field,
    date: parseJson(bestDateSchema, found.date),
    reason: found.reason,
    at: found.at,
    ...stampOf(found),
  }));
}

export function writeDateChoices(
  { db }: Pick<VaultContext, 'db'>,
  choices: readonly RecordDateChoice[],
): void {
  const insert = db.prepare(
    `INSERT INTO date_choices (id, item_id, field, date, reason, at, office, author, hlc)
     VALUES (@id, @itemId, @field, @date, @reason, @at, @office, @author, @hlc)`,
  );
  for (const each of choices) insert.run({ ...each, date: JSON.stringify(each.date) });
}
