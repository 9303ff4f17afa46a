import * as z from 'zod';
import { ukDay } from '../../../shared/domain/dates/standing';
import { draftFromRows } from '../../../shared/domain/messages/draft-entry';
import type { DraftRow } from '../../../shared/domain/messages/draft-entry';
import { HoldfastError } from '../../../shared/errors';
import type { NewEntry } from '../../../shared/models/chronology';
import { messageRowSchema } from '../../../shared/models/message';
import type { MessageKey } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { checkMessageKeys } from './links';
import { directionSql } from './selection';
import { parseBody } from './source-rows';

const row = messageRowSchema
  .pick({ kind: true, local: true, utc: true, direction: true, sender: true, status: true, body: true })
  .extend({ position: z.int() });
const itemRow = z.object({ case_id: z.string(), exhibit_ref: z.string(), body: z.string().nullable() });

/** The one case that rows are of. Throws `invalid-input` for rows of several, or that do not exist. */
export function caseOfKeys(context: Pick<VaultContext, 'db'>, keys: readonly MessageKey[]): string {
  const items = [...new Set(keys.map(({ itemId }) => itemId))];
  const cases = allRows(
    context.db,
    z.object({ case_id: z.string() }),
    'SELECT DISTINCT case_id FROM evidence WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(items),
  );
  const [only] = cases;
  if (only === undefined || cases.length > 1) throw new HoldfastError('invalid-input');
  checkMessageKeys(context, only.case_id, keys);
  return only.case_id;
}

export function draftFromKeys(
  context: Pick<VaultContext, 'db' | 'now'>,
  keys: readonly MessageKey[],
): NewEntry {
  caseOfKeys(context, keys);
  return draftFromRows(readDraftRows(context, keys), ukDay(context.now()));
}

/** Rows in the order of time. */
export function readDraftRows(
  { db }: Pick<VaultContext, 'db'>,
  keys: readonly MessageKey[],
): readonly DraftRow[] {
  const all: DraftRow[] = [];
  for (const itemId of new Set(keys.map((key) => key.itemId))) {
    const [item] = allRows(
      db,
      itemRow,
      'SELECT e.case_id, e.exhibit_ref, s.body FROM evidence e LEFT JOIN message_sources s ON s.item_id = e.id WHERE e.id = ?',
      itemId,
    );
    const { owner, notes } = parseBody(item?.body ?? null);
    const positions = keys.filter((key) => key.itemId === itemId).map(({ position }) => position);
    const rows = allRows(
      db,
      row,
      `SELECT m.position, m.kind, m.local, m.utc, ${directionSql} AS direction, m.sender, m.status, substr(m.body, 1, 20000) AS body
       FROM messages m WHERE m.item_id = @itemId AND m.position IN (SELECT value FROM json_each(@positions)) ORDER BY m.position`,
      { itemId, owner, positions: JSON.stringify(positions) },
    );
    const exhibitRef = item?.exhibit_ref ?? '';
    for (const each of rows) all.push({ ...each, itemId, exhibitRef, format: notes?.format ?? null });
  }
  return all.sort((a, b) => compare(a.local ?? '', b.local ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
