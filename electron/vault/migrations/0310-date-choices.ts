import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { bestDateSchema } from '../../../shared/models/evidence';
import { groupBy } from '../../../shared/domain/records/group';
import { versionsOfChoices } from '../records/earlier-dates';
import { keepVersions } from '../records/keep-versions';
import { allRows } from '../rows/rows';
import { jsonOf } from './json-body';

const text = z.string();
const stamp = { office: text, author: text, hlc: text };
const choiceRow = z.object({
  ...{ id: text, item_id: text, case_id: text.nullable(), field: text },
  ...{ date: text, reason: text, at: text.nullable(), ...stamp },
});
const filedRow = z.object({
  ...{ id: text, case_id: text, best_date: text, date_reason: text.nullable(), ...stamp },
});

/**
 * Dates that somebody settled on become records, one an exhibit and field, and every row a version made from the one before. What
 * an exhibit is filed under is worked out from what is shown.
 */
export function migrate(db: Database): void {
  const choices = allRows(
    db,
    choiceRow,
    `SELECT d.id, d.item_id, e.case_id, d.field, d.date, d.reason, d.at, d.office, d.author, d.hlc
     FROM date_choices d LEFT JOIN evidence e ON e.id = d.item_id`,
  ).map(({ item_id: itemId, case_id: caseId, date, ...row }) => ({
    ...{ ...row, itemId, caseId, date: jsonOf(date) },
  }));
  const filings = allRows(
    db,
    filedRow,
    `SELECT id, case_id, best_date, date_reason, office, author, hlc FROM evidence WHERE best_date IS NOT NULL`,
  ).map(({ id: itemId, case_id: caseId, best_date: date, date_reason: reason, ...by }) => ({
    ...{ itemId, caseId, date: jsonOf(date), reason, ...by },
  }));
  // A row is always of an exhibit that is there; one that is not would still be kept.
  const ofCase = groupBy(choices, ({ caseId }) => caseId ?? '');
  const filedOf = groupBy(filings, ({ caseId }) => caseId);
  for (const caseId of new Set([...ofCase.keys(), ...filedOf.keys()])) {
    const of = caseId === '' ? null : caseId;
    keepVersions(db, versionsOfChoices(of, ofCase.get(caseId) ?? [], filedOf.get(caseId) ?? []));
  }
  // Letter for letter as it is worked out from a version, field by field in the order of the schema.
  const file = db.prepare(
    "UPDATE evidence SET best_date = @best, date_conflict = 0, date_reason = coalesce(date_reason, '') WHERE id = @itemId",
  );
  for (const { itemId, date } of filings) {
    const read = bestDateSchema.safeParse(date);
    if (read.success && read.data.chosen) file.run({ itemId, best: JSON.stringify(read.data) });
  }
  db.exec('DROP TABLE date_choices');
}
