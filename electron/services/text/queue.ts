import * as z from 'zod';
import type { ErrorCode } from '../../../shared/errors';
import { evidenceKindSchema } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

const queued = z.object({
  item_id: z.string(),
  page: z.int(),
  priority: z.int(),
  case_id: z.string(),
  kind: evidenceKindSchema,
  mime: z.string(),
});
export type QueuedPage = z.output<typeof queued>;

const nextSql = `
  SELECT q.item_id, q.page, q.priority, e.case_id, e.kind, e.mime FROM text_queue q JOIN evidence e ON e.id = q.item_id
  WHERE q.state = 'waiting'`;

/** The page to read next: one of the items on the screen, else by priority, the newest items first. */
export function nextPage({ db }: Db, onScreen: readonly string[]): QueuedPage | null {
  for (const id of onScreen) {
    const [found] = allRows(db, queued, `${nextSql} AND q.item_id = ? ORDER BY q.page LIMIT 1`, id);
    if (found !== undefined) return found;
  }
  const [found] = allRows(db, queued, `${nextSql} ORDER BY q.priority, q.item_id DESC, q.page LIMIT 1`);
  return found ?? null;
}

export function dequeue({ db }: Db, itemId: string, page: number): void {
  db.prepare('DELETE FROM text_queue WHERE item_id = ? AND page = ?').run(itemId, page);
}

export function isQueued({ db }: Db, itemId: string, page: number): boolean {
  return (
    db.prepare('SELECT 1 FROM text_queue WHERE item_id = ? AND page = ?').get(itemId, page) !== undefined
  );
}

export function enqueue({ db }: Db, itemId: string, page: number, priority: number): void {
  db.prepare(
    `INSERT INTO text_queue (item_id, page, priority, state) VALUES (?, ?, ?, 'waiting')
     ON CONFLICT (item_id, page) DO UPDATE SET state = 'waiting', reason = NULL`,
  ).run(itemId, page, priority);
}

export function markFailed({ db }: Db, itemId: string, page: number, reason: ErrorCode): void {
  db.prepare(
    `UPDATE text_queue SET state = 'failed', reason = ?, tries = tries + 1 WHERE item_id = ? AND page = ?`,
  ).run(reason, itemId, page);
}

/** Lets failed pages wait again: those of an item, or all. Gives how many. */
export function retryFailed({ db }: Db, itemId: string | null): number {
  const change = `UPDATE text_queue SET state = 'waiting', reason = NULL WHERE state = 'failed'`;
  return itemId === null
    ? db.prepare(change).run().changes
    : db.prepare(`${change} AND item_id = ?`).run(itemId).changes;
}

export function countQueue({ db }: Db): { readonly waiting: number; readonly failed: number } {
  const count = db.prepare('SELECT count(*) FROM text_queue WHERE state = ?').pluck();
  return { waiting: Number(count.get('waiting')), failed: Number(count.get('failed')) };
}

const failedRow = z.object({
  itemId: z.string(),
  caseId: z.string(),
  exhibitRef: z.string(),
  title: z.string(),
  page: z.int(),
  reason: z.string().nullable(),
});

/** Pages that could not be read, and why. */
export function listFailed({ db }: Db): readonly z.output<typeof failedRow>[] {
  return allRows(
    db,
    failedRow,
    `SELECT q.item_id AS itemId, e.case_id AS caseId, e.exhibit_ref AS exhibitRef, e.title, q.page, q.reason
     FROM text_queue q JOIN evidence e ON e.id = q.item_id WHERE q.state = 'failed'
     ORDER BY e.case_id, e.exhibit_number, q.page LIMIT 500`,
  );
}
