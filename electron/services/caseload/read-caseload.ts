import * as z from 'zod';
import { printDate } from '../../../shared/domain/dates/print';
import { newEntrySchema } from '../../../shared/models/chronology';
import { caseStatusSchema } from '../../../shared/models/case';
import { caseRowSchema } from '../../../shared/models/caseload';
import type { CaseRow } from '../../../shared/models/caseload';
import { caseDetailsKind } from '../../../shared/records/case-details';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const row = z.object({
  id: z.string(),
  reference: z.string(),
  alias: z.string(),
  status: caseStatusSchema,
  rule: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  jurisdiction: z.string().nullable(),
  owner: z.string().nullable(),
  referred_on: z.string().nullable(),
  closed_on: z.string().nullable(),
  close_reason: z.string().nullable(),
  latest: z.string().nullable(),
  conflicts: z.int(),
});

const dated = newEntrySchema.pick({ edtf: true, time: true });

/**
 * One statement for all cases. Of the details of a case only the fields that a line shows leave the database: bodies may be long, and five
 * hundred of them are not read for a list.
 */
const sql = `
  SELECT c.id, c.reference, c.alias, c.status, json_extract(c.safe_contact, '$.rule') AS rule, c.created_at, c.updated_at,
    json_extract(v.body, '$.jurisdiction') AS jurisdiction, json_extract(v.body, '$.owner') AS owner,
    json_extract(v.body, '$.referredOn') AS referred_on, json_extract(v.body, '$.closedOn') AS closed_on,
    json_extract(v.body, '$.closeReason') AS close_reason,
    (SELECT json_object('edtf', json_extract(e.body, '$.edtf'), 'time', json_extract(e.body, '$.time')) FROM entries e
      WHERE e.case_id = c.id AND e.removed = 0 ORDER BY e.earliest DESC, e.latest DESC, e.id DESC LIMIT 1) AS latest,
    (SELECT count(*) FROM evidence WHERE case_id = c.id AND date_conflict = 1) AS conflicts
  FROM cases c
  LEFT JOIN records r ON r.case_id = c.id AND r.kind = ? AND r.removed = 0
  LEFT JOIN record_versions v ON v.id = r.shown
  ORDER BY c.reference, c.id`;

/** Every case as the caseload lists it. */
export function readCaseload({ db }: Db): CaseRow[] {
  return allRows(db, row, sql, caseDetailsKind.kind).map((each) => {
    const latest = each.latest === null ? null : parseJson(dated, each.latest);
    return {
      ...{ id: each.id, reference: each.reference, alias: each.alias, status: each.status },
      ...{ safeRule: each.rule ?? '', createdAt: each.created_at, updatedAt: each.updated_at },
      // Of a newer Holdfast, which may know more of them.
      jurisdiction: caseRowSchema.shape.jurisdiction.catch(null).parse(each.jurisdiction),
      owner: each.owner ?? '',
      referredOn: caseRowSchema.shape.referredOn.catch(null).parse(each.referred_on),
      closedOn: caseRowSchema.shape.closedOn.catch(null).parse(each.closed_on),
      closeReason: each.close_reason,
      latestEntry: latest === null ? null : printDate(latest.edtf, latest.time),
      conflictCount: each.conflicts,
    };
  });
}
