import * as z from 'zod';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { newCaseSchema } from '../../../shared/models/case';
import type { CaseStatus } from '../../../shared/models/case';
import { caseDetailsKind } from '../../../shared/records/case-details';
import type { CaseDetails } from '../../../shared/records/case-details';
import type { VaultContext } from '../../vault/api';
import { oneRow, parseJson } from '../../vault/rows/rows';
import { saidAbout } from '../items/about-item';

/** Gives a case another status, with what its details say of that. Must run inside an act. */
function stand(context: VaultContext, caseId: string, status: CaseStatus, said: Partial<CaseDetails>): void {
  const { db, records } = context;
  const { body } = oneRow(db, z.object({ body: z.string() }), 'SELECT body FROM cases WHERE id = ?', caseId);
  const details = saidAbout(db, caseDetailsKind, caseId) ?? caseDetailsKind.body.parse({});
  records.change(caseId, { ...parseJson(newCaseSchema, body), status });
  records.say(caseDetailsKind.kind, { caseId, body: { ...details, ...said } });
}

/** Ends the work on a case: one act, whether it was closed, declined, handed over or nobody could be reached. */
export function endCase(
  context: VaultContext,
  { caseId, status, on, reason, record }: VaultInput<'casework.endCase'>,
): void {
  context.act({ action: 'case.end', subject: caseId, detail: { status } }, () => {
    stand(context, caseId, status, { closedOn: on, closeReason: reason, closeRecord: record });
  });
}

/** Takes the work up again. What was recorded when it ended is kept for whoever closes it the next time. */
export function reopenCase(
  context: VaultContext,
  { caseId, status }: VaultInput<'casework.reopenCase'>,
): void {
  context.act({ action: 'case.reopen', subject: caseId, detail: { status } }, () => {
    stand(context, caseId, status, { closedOn: null, closeReason: null });
  });
}
