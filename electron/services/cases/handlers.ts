import * as z from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { printDate } from '../../../shared/domain/dates/print';
import { newCaseSchema } from '../../../shared/models/case';
import type { Case, CaseSummary } from '../../../shared/models/case';
import { newEntrySchema } from '../../../shared/models/chronology';
import type { VaultContext } from '../../vault/api';
import { insertProducer, settleDefault } from '../items/producers';
import { createLookLog } from '../look-log';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { refuseTakenReference } from './reference';

const caseRow = z.object({
  id: z.string(),
  body: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});

const beforeRow = z.object({ reference: z.string(), exhibit_initials: z.string() });

const summaryRow = caseRow.extend({
  evidence_count: z.int(),
  entry_count: z.int(),
  bundle_count: z.int(),
  conflict_count: z.int(),
  latest_body: z.string().nullable(),
});

const summarySql = `
  SELECT c.id, c.body, c.created_at, c.updated_at,
    (SELECT count(*) FROM evidence WHERE case_id = c.id) AS evidence_count,
    (SELECT count(*) FROM entries WHERE case_id = c.id AND removed = 0) AS entry_count,
    (SELECT count(*) FROM bundles WHERE case_id = c.id) AS bundle_count,
    (SELECT count(*) FROM evidence WHERE case_id = c.id AND date_conflict = 1) AS conflict_count,
    (SELECT body FROM entries WHERE case_id = c.id AND removed = 0 ORDER BY earliest DESC, latest DESC, id DESC LIMIT 1)
      AS latest_body
  FROM cases c`;

const dateOfEntry = newEntrySchema.pick({ edtf: true, time: true });

function asCase(row: z.infer<typeof caseRow>): Case {
  return {
    ...parseJson(newCaseSchema, row.body),
    id: row.id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function asSummary(row: z.infer<typeof summaryRow>): CaseSummary {
  const latest = row.latest_body === null ? null : parseJson(dateOfEntry, row.latest_body);
  return {
    ...asCase(row),
    evidenceCount: row.evidence_count,
    entryCount: row.entry_count,
    bundleCount: row.bundle_count,
    conflictCount: row.conflict_count,
    latestEntry: latest === null ? null : printDate(latest.edtf, latest.time),
  };
}

/** Cases: the caseload, making one, changing one. A reference that is taken gives `conflict`. */
export function caseHandlers(
  context: VaultContext,
): Pick<VaultHandlers, 'cases.list' | 'cases.create' | 'cases.get' | 'cases.update'> {
  const { db } = context;
  const looked = createLookLog(context);

  return {
    'cases.list': () =>
      allRows(db, summaryRow, `${summarySql} ORDER BY c.updated_at DESC, c.id`).map(asSummary),

    'cases.get': ({ id }) => {
      const found = asSummary(oneRow(db, summaryRow, `${summarySql} WHERE c.id = ?`, id));
      looked('case.view', id);
      return found;
    },

    'cases.create': (input) => {
      const id = context.newId();
      context.act({ action: 'case.create', subject: id }, () => {
        refuseTakenReference(context, id, null, input.reference);
        context.records.create('case', { id, caseId: id, body: input });
        insertProducer(context, { id, caseId: id, name: '', initials: input.exhibitInitials });
      });
      context.changed('cases', id);
      return asCase(oneRow(db, caseRow, 'SELECT * FROM cases WHERE id = ?', id));
    },

    'cases.update': (input) => {
      context.act({ action: 'case.update', subject: input.id }, () => {
        const sql = 'SELECT reference, exhibit_initials FROM cases WHERE id = ?';
        const before = oneRow(db, beforeRow, sql, input.id);
        refuseTakenReference(context, input.id, before.reference, input.reference);
        context.records.change(input.id, input);
        settleDefault(context, input.id, before.exhibit_initials, input.exhibitInitials);
      });
      context.changed('cases', input.id);
      return asCase(oneRow(db, caseRow, 'SELECT * FROM cases WHERE id = ?', input.id));
    },
  };
}
