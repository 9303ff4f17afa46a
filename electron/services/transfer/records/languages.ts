import { z } from 'zod';
import { idSchema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { allRows } from '../../../vault/rows/rows';

/** Which languages an item is read in; of the whole case where there is no item. */
export const languagesSchema = z.strictObject({
  itemId: idSchema.nullable(),
  languages: z.string().max(200),
});
type RecordLanguages = z.infer<typeof languagesSchema>;

const row = z.object({ itemId: z.string().nullable(), languages: z.string() });

export function readLanguages({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordLanguages[] {
  return allRows(
    db,
    row,
    `SELECT NULL AS itemId, languages FROM text_case_choices WHERE case_id = @caseId
     UNION ALL SELECT t.item_id, t.languages FROM text_item_choices t JOIN evidence e ON e.id = t.item_id
       WHERE e.case_id = @caseId ORDER BY 1`,
    { caseId },
  );
}

export function writeLanguages(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  choices: readonly RecordLanguages[],
): void {
  const ofCase = db.prepare('INSERT INTO text_case_choices (case_id, languages) VALUES (?, ?)');
  const ofItem = db.prepare('INSERT INTO text_item_choices (item_id, languages) VALUES (?, ?)');
  for (const { itemId, languages } of choices) {
    if (itemId === null) ofCase.run(caseId, languages);
    else ofItem.run(itemId, languages);
  }
}
