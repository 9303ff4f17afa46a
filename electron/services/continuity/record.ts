import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { ukClockOf } from '../../../shared/domain/dates/uk-moment';
import { HoldfastError } from '../../../shared/errors';
import type { HandoverBody, NewHandover } from '../../../shared/models/continuity';
import { handoverKind } from '../../../shared/records/handover';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow } from '../../vault/rows/rows';
import { caseOfItem } from '../items/case-of-item';

interface NewRow {
  readonly itemId: string;
  readonly corrects: string | null;
}

/** Refuses a date that is none, a time beside no certain day, and a day to come that nobody has confirmed. */
export function checkHandover(
  context: Pick<VaultContext, 'now'>,
  handover: NewHandover,
  planned: boolean,
): HandoverBody {
  const { edtf, time } = handover;
  if (time !== null && !/^\d{4}-\d{2}-\d{2}[?~%]?$/.test(edtf)) throw new HoldfastError('invalid-input');
  const { earliest } = dateBounds(edtf, time === null ? null : { from: time, to: null, precision: 'exact' });
  const toCome = earliest > ukClockOf(context.now().toISOString()).local;
  if (toCome && !planned) throw new HoldfastError('not-confirmed');
  return { ...handover, planned: toCome };
}

function write(context: VaultContext, caseId: string, rows: readonly NewRow[], body: HandoverBody): number {
  const handoverId = context.newId();
  const [only] = rows;
  const single = rows.length === 1 && only !== undefined;
  const correcting = rows.some(({ corrects }) => corrects !== null);
  context.act(
    {
      action: correcting ? 'continuity.correct' : 'continuity.add',
      subject: single ? only.itemId : handoverId,
      caseId,
      detail: { exhibits: rows.length },
    },
    () => {
      for (const row of rows)
        context.records.create(handoverKind.kind, {
          ...{ id: context.newId(), caseId },
          body: { ...body, ...row, handoverId },
        });
    },
  );
  context.changed('evidence', caseId);
  return rows.length;
}

/** Writes down that exhibits changed hands: a record for each. All of them belong to one case. */
export function addHandover(
  context: VaultContext,
  itemIds: readonly string[],
  handover: NewHandover,
  planned: boolean,
): number {
  const body = checkHandover(context, handover, planned);
  const ids = [...new Set(itemIds)];
  const cases = new Set(ids.map((id) => caseOfItem(context, id)));
  const [caseId] = cases;
  if (caseId === undefined || cases.size !== 1) throw new HoldfastError('invalid-input');
  return write(
    context,
    caseId,
    ids.map((itemId) => ({ itemId, corrects: null })),
    body,
  );
}

const correctable = z.object({
  id: z.string(),
  item_id: z.string(),
  handover_id: z.string(),
  case_id: z.string(),
});
const correctableSql = `
  SELECT c.id, c.item_id, c.handover_id, e.case_id FROM continuity c JOIN evidence e ON e.id = c.item_id
  WHERE NOT EXISTS (SELECT 1 FROM continuity o WHERE o.item_id = c.item_id AND o.corrects = c.id)`;

/**
 * Puts a handover right by a record that names it; the first stays as it was written. One that was put right already gives
 * `conflict`: its correction is what can be corrected.
 */
export function correctHandover(
  context: VaultContext,
  input: {
    readonly id: string;
    readonly handover: NewHandover;
    readonly planned: boolean;
    readonly all: boolean;
  },
): number {
  const body = checkHandover(context, input.handover, input.planned);
  oneRow(context.db, z.object({ id: z.string() }), 'SELECT id FROM continuity WHERE id = ?', input.id);
  const [own] = allRows(context.db, correctable, `${correctableSql} AND c.id = ?`, input.id);
  if (own === undefined) throw new HoldfastError('conflict');
  const rows = input.all
    ? allRows(
        context.db,
        correctable,
        `${correctableSql} AND c.handover_id = ? ORDER BY c.id`,
        own.handover_id,
      )
    : [own];
  return write(
    context,
    own.case_id,
    rows.map((row) => ({ itemId: row.item_id, corrects: row.id })),
    body,
  );
}
