import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { pairKind } from '../../../shared/records/pair';
import type { PairDecision } from '../../../shared/models/likeness';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { takeBack } from '../../vault/records/take-back';
import { allRows } from '../../vault/rows/rows';

const decisionRow = z.object({
  item_a: z.string(),
  item_b: z.string(),
  decision: z.enum(['same', 'different', 'apart']),
  at: z.string(),
  author: z.string(),
});

export interface Decision {
  readonly a: string;
  readonly b: string;
  readonly decision: PairDecision | 'apart';
  readonly at: string;
  readonly author: string;
}

/** What people said about two pictures of a case, the newest first. */
export function readDecisions({ db }: Pick<VaultContext, 'db'>, caseId: string): readonly Decision[] {
  return allRows(
    db,
    decisionRow,
    `SELECT d.item_a, d.item_b, d.decision, d.at, d.author FROM likeness_decisions d JOIN evidence e ON e.id = d.item_a
     WHERE e.case_id = ? ORDER BY d.at DESC, d.item_a, d.item_b`,
    caseId,
  ).map(({ item_a: a, item_b: b, ...rest }) => ({ a, b, ...rest }));
}

/** One way to name two pictures. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

/** Must run inside an act. Null takes a decision back. */
export function writeDecision(
  context: Pick<VaultContext, 'records'>,
  caseId: string,
  one: string,
  other: string,
  decision: Decision['decision'] | null,
): void {
  const [a, b] = one < other ? [one, other] : [other, one];
  const id = recordIdAbout(pairKind.kind, `${a} ${b}`);
  if (decision === null) takeBack(context, id);
  else context.records.say(pairKind.kind, { caseId, body: { a, b, decision } });
}

const ownerRow = z.object({ id: z.string(), case_id: z.string(), exhibit_ref: z.string() });

/** The case that all of these pictures belong to, and their references. Throws `not-found`, or `invalid-input` for two cases. */
export function oneCaseOf(
  { db }: Pick<VaultContext, 'db'>,
  ids: readonly string[],
): { readonly caseId: string; readonly refs: ReadonlyMap<string, string> } {
  const rows = allRows(
    db,
    ownerRow,
    'SELECT id, case_id, exhibit_ref FROM evidence WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  const refs = new Map(rows.map((row) => [row.id, row.exhibit_ref]));
  const [first] = rows;
  if (first === undefined || ids.some((id) => !refs.has(id))) throw new HoldfastError('not-found');
  if (rows.some((row) => row.case_id !== first.case_id)) throw new HoldfastError('invalid-input');
  return { caseId: first.case_id, refs };
}
