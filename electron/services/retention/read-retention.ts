import * as z from 'zod';
import { keptUntil } from '../../../shared/domain/casework/retention/due';
import { newCaseSchema } from '../../../shared/models/case';
import type { CaseStatus } from '../../../shared/models/case';
import type { RetentionCase } from '../../../shared/models/retention';
import { caseDetailsKind } from '../../../shared/records/case-details';
import { putOffKind } from '../../../shared/records/put-off';
import { retentionRuleKind } from '../../../shared/records/retention-rule';
import type { RetentionRule } from '../../../shared/records/retention-rule';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { readBodies } from '../records/read-records';
import { isHeld } from './holds';

/** The name under which a decision to keep a case longer is put off. */
export const keptLonger = 'retention-review';

const whatOf: Readonly<Partial<Record<CaseStatus, RetentionRule['what']>>> = {
  closed: 'closed',
  declined: 'declined',
  unable_to_contact: 'no_contact',
  transferred: 'transferred',
};
const caseRow = z.object({ id: z.string(), body: z.string() });

/** Every case that is over, beside the office's rule for it. What a newer Holdfast wrote otherwise counts as not said. */
export function readRetention(context: VaultContext): RetentionCase[] {
  const rules = readBodies(context, null, retentionRuleKind);
  const rows = allRows(context.db, caseRow, 'SELECT id, body FROM cases ORDER BY id').flatMap(
    ({ id, body }) => {
      const { reference, status } = parseJson(newCaseSchema, body);
      const what = whatOf[status];
      return what === undefined ? [] : [retentionOf(context, { caseId: id, reference, what }, rules)];
    },
  );
  return rows.sort((a, b) => ((a.until ?? '9999') < (b.until ?? '9999') ? -1 : 1));
}

function retentionOf(
  context: VaultContext,
  { caseId, reference, what }: Pick<RetentionCase, 'caseId' | 'reference'> & Pick<RetentionRule, 'what'>,
  rules: readonly RetentionRule[],
): RetentionCase {
  const closedOn = readBodies(context, caseId, caseDetailsKind)[0]?.closedOn ?? null;
  // Where two rules are about one thing, the longer time counts: nothing is called for too early.
  const months = rules.filter((each) => each.what === what).map((each) => each.months);
  const longest = months.length === 0 ? null : Math.max(...months);
  return {
    ...{ caseId, reference, closedOn, isHeld: isHeld(context, caseId), longer: longerOf(context, caseId) },
    what: longest === null ? null : what,
    months: longest,
    until: closedOn === null || longest === null ? null : keptUntil(closedOn, longest),
  };
}

function longerOf(context: VaultContext, caseId: string): RetentionCase['longer'] {
  const found = readBodies(context, caseId, putOffKind).find(({ rule }) => rule === keptLonger);
  return found === undefined ? null : { reason: found.reason, until: found.until };
}
