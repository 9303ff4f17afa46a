import * as z from 'zod';
import { bundleLeaving } from '../../../shared/domain/leaving/bundle-request';
import { bundleOptionsSchema, bundlePlanSchema } from '../../../shared/models/bundle';
import type { LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import type { VaultContext } from '../../vault/api';
import { oneRow, parseJson } from '../../vault/rows/rows';
import { caseOfItem } from '../items/case-of-item';

type Db = Pick<VaultContext, 'db'>;

const bundleRow = z.object({ case_id: z.string(), options: z.string(), plan: z.string() });

/**
 * What a bundle that was built holds, as the gate is asked about it. Exhibits that were erased since are not
 * asked about. `recipient` counts where nobody said for whom it was built.
 */
export function bundleRequest({ db }: Db, id: string, recipient: Recipient | null = null): LeavingRequest {
  const row = oneRow(db, bundleRow, 'SELECT case_id, options, plan FROM bundles WHERE id = ?', id);
  const options = parseJson(bundleOptionsSchema, row.options);
  const isHere = db.prepare('SELECT 1 FROM evidence WHERE id = ? AND case_id = ?');
  const rows = parseJson(bundlePlanSchema, row.plan).rows.filter(
    ({ itemId }) => itemId !== null && isHere.get(itemId, row.case_id) !== undefined,
  );
  const itemIds = rows.flatMap(({ itemId }) => itemId ?? []);
  // What is printed, whatever was made since. A bundle of before does not say: then as if it were the original.
  const unredacted = rows.flatMap(({ itemId, copy }) => (itemId === null || copy != null ? [] : [itemId]));
  const copies = rows.flatMap(({ itemId, copy }) =>
    itemId === null || copy == null ? [] : [[itemId, copy.id] as const],
  );
  const built = { ...options, recipient: options.recipient ?? recipient, itemIds, unredacted };
  return bundleLeaving(row.case_id, built, Object.fromEntries(copies));
}

/** A copy of an exhibit, or of its redacted copy. */
export function copyRequest(
  context: Db,
  itemId: string,
  more: Pick<Extract<LeavingRequest, { output: 'copy' }>, 'form' | 'redactionId' | 'recipient'>,
): LeavingRequest {
  return { output: 'copy', caseId: caseOfItem(context, itemId), itemId, ...more };
}

export function papersRequest(
  context: Db,
  paper: Extract<LeavingRequest, { output: 'papers' }>['paper'],
  itemIds: readonly string[],
  withPlace = false,
): LeavingRequest {
  const caseId = caseOfItem(context, itemIds[0] ?? '');
  return { output: 'papers', caseId, paper, itemIds: [...new Set(itemIds)], withPlace };
}

/** The exhibit that a redacted copy is of. Throws `not-found`. */
export function itemOfRedaction({ db }: Db, id: string): string {
  return oneRow(db, z.object({ item_id: z.string() }), 'SELECT item_id FROM redactions WHERE id = ?', id)
    .item_id;
}

/** A letter as it is saved. Throws `not-found`. */
export function letterRequest({ db }: Db, letterId: string): LeavingRequest {
  const { case_id: caseId } = oneRow(
    db,
    z.object({ case_id: z.string() }),
    "SELECT case_id FROM records WHERE id = ? AND kind = 'letter' AND removed = 0",
    letterId,
  );
  return { output: 'letter', caseId, letterId };
}
