import * as z from 'zod';
import { idSchema, sha256Schema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import { momentSchema } from './stamp';

const mostMessages = 5_000_000;

/** An export of messages or calls that was read. Its rows are in a file of their own. */
export const sourceSchema = z.strictObject({
  itemId: idSchema,
  state: z.string().max(60),
  body: z.unknown(),
  at: momentSchema,
  rows: z.int().min(0).max(mostMessages),
  /** SHA-256 of `messages/SHA256.jsonl`; null when there are no rows. */
  file: sha256Schema.nullable(),
});
export type RecordSource = z.infer<typeof sourceSchema>;

const text = z.string();
const row = z.object({ item_id: text, state: text, body: text, at: text, rows: z.int() });

/** The exports of a case, each with how many rows it has; where those are written is not known yet. */
export function readSources({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordSource[] {
  return allRows(
    db,
    row,
    `SELECT s.*, (SELECT count(*) FROM messages m WHERE m.item_id = s.item_id) AS rows
     FROM message_sources s JOIN evidence e ON e.id = s.item_id WHERE e.case_id = ? ORDER BY s.item_id`,
    caseId,
  ).map((found) => ({
    itemId: found.item_id,
    state: found.state,
    body: parseJson(z.unknown(), found.body),
    at: found.at,
    rows: found.rows,
    file: null,
  }));
}

const readState = 'read';

/**
 * Joins exports: those of exhibits whose reading came along, and those that wait for an answer here and got one there. What was read
 * here stays. Gives those whose messages are to be written; what was begun of them here is gone. Must run inside an act.
 */
export function joinSources(
  { db }: Pick<VaultContext, 'db'>,
  sources: readonly RecordSource[],
  read: ReadonlySet<string>,
): readonly RecordSource[] {
  const isHere = db.prepare('SELECT 1 FROM evidence WHERE id = ?');
  const stateOf = db.prepare('SELECT state FROM message_sources WHERE item_id = ?').pluck();
  const begun = db.prepare('DELETE FROM messages WHERE item_id = ?');
  const write = db.prepare(
    `INSERT INTO message_sources (item_id, state, body, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (item_id) DO UPDATE SET state = excluded.state, body = excluded.body, at = excluded.at`,
  );
  return sources.filter(({ itemId, state, body, at }) => {
    if (isHere.get(itemId) === undefined) return false;
    const ours: unknown = stateOf.get(itemId);
    const isAnswered = ours !== undefined && ours !== readState && state === readState;
    if (!read.has(itemId) && !isAnswered) return false;
    begun.run(itemId);
    write.run(itemId, state, JSON.stringify(body), at);
    return true;
  });
}
