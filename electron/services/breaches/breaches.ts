import * as z from 'zod';
import { breachProblem } from '../../../shared/domain/breach/clock';
import { HoldfastError } from '../../../shared/errors';
import type { Breach, BreachBody } from '../../../shared/models/breach';
import type { TransferRecord } from '../../../shared/models/transfer';
import { breachKind } from '../../../shared/records/breach';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { listTransfers } from '../transfer/transfer-rows';

const row = z.object({ id: z.string(), created_at: z.string(), updated_at: z.string() });

/** What was lost or stolen, the newest first, with what is known of the package that was on it. */
export function listBreaches(context: VaultContext): Breach[] {
  const transfers = listTransfers(context);
  return allRows(
    context.db,
    row,
    'SELECT id, created_at, updated_at FROM records WHERE kind = ? AND removed = 0 AND shown IS NOT NULL ORDER BY created_at DESC, id DESC',
    breachKind.kind,
  ).flatMap((found) => asBreach(context, found, transfers));
}

function asBreach(
  { records }: VaultContext,
  found: z.infer<typeof row>,
  transfers: readonly TransferRecord[],
): readonly Breach[] {
  const { shown } = records.standing(found.id);
  const body = breachKind.body.safeParse(shown?.body ?? null);
  // One that a newer Holdfast has written otherwise.
  if (shown === null || !body.success) return [];
  return [
    {
      ...{ id: found.id, version: shown.id, body: body.data, author: shown.author },
      ...{ createdAt: found.created_at, updatedAt: found.updated_at },
      package: transfers.find(({ packageId }) => packageId === body.data.packageId) ?? null,
    },
  ];
}

function requireBreach(context: VaultContext, id: string): Breach {
  const found = listBreaches(context).find((each) => each.id === id);
  if (found === undefined) throw new HoldfastError('not-found');
  return found;
}

/**
 * Writes down what was lost, or changes what was written. Throws `invalid-input` for what cannot be and for a package that is not in the
 * list, `not-found`, and `conflict` where another version is shown by now.
 */
export function saveBreach(
  context: VaultContext,
  changes: { readonly id: string; readonly version: string } | null,
  body: BreachBody,
): Breach {
  const isKnown =
    body.packageId === null || listTransfers(context).some(({ packageId }) => packageId === body.packageId);
  if (!isKnown || breachProblem(body, context.now().toISOString()) !== null)
    throw new HoldfastError('invalid-input');
  const id = changes?.id ?? context.newId();
  if (changes === null) {
    context.act({ action: 'breach.create', subject: id, caseId: null }, () => {
      context.records.create(breachKind.kind, { id, caseId: null, body });
    });
  } else {
    if (requireBreach(context, id).version !== changes.version) throw new HoldfastError('conflict');
    context.act({ action: 'breach.update', subject: id, caseId: null }, () => {
      context.records.change(id, body);
    });
  }
  context.changed('transfers', null);
  context.changed('records', null);
  return requireBreach(context, id);
}

/** Takes one out of the list that was written by mistake; its versions stay in the vault. Throws `not-found`. */
export function removeBreach(context: VaultContext, id: string): void {
  requireBreach(context, id);
  context.act({ action: 'breach.remove', subject: id, caseId: null }, () => {
    context.records.remove(id);
  });
  context.changed('transfers', null);
}
