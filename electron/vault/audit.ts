/**
 * The audit log: append-only, each entry hashed over the one before it, so that a later change of any entry shows in
 * every hash after it. Its head is printed in bundles and packages.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { AuditAct } from './api';

/** Head of an empty log. */
export const emptyHead = '0'.repeat(64);

const rowSchema = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.string(),
  slot: z.string().nullable().optional(),
  previous: z.string(),
  hash: z.string(),
});
type Row = z.infer<typeof rowSchema>;

/** The hash of an entry: over all its fields in a fixed order, as JSON; entries from before slots have no last field. */
export function auditHash(row: Omit<Row, 'hash'>): string {
  const { seq, at, author, action, subject, detail, slot, previous } = row;
  const fields = [previous, seq, at, author, action, subject, detail];
  return createHash('sha256')
    .update(JSON.stringify(slot == null ? fields : [...fields, slot]))
    .digest('hex');
}

function lastRow(db: Database): Row | null {
  const row = db.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT 1').get();
  return row === undefined ? null : rowSchema.parse(row);
}

export function auditHead(db: Database): string {
  return lastRow(db)?.hash ?? emptyHead;
}

/** Whoever acts: the name as it was then, and the key slot that opened the vault. */
export interface Actor {
  readonly name: string;
  readonly slot: string;
}

/** Appends one entry. Must run inside the transaction of the act it records. */
export function appendAudit(db: Database, act: AuditAct, at: Date, actor: Actor): void {
  const before = lastRow(db);
  const row = {
    seq: (before?.seq ?? 0) + 1,
    at: at.toISOString(),
    author: actor.name,
    action: act.action,
    subject: act.subject,
    detail: JSON.stringify(act.detail ?? {}),
    slot: actor.slot,
    previous: before?.hash ?? emptyHead,
  };
  db.prepare(
    `INSERT INTO audit (seq, at, author, action, subject, detail, slot, previous, hash)
     VALUES (@seq, @at, @author, @action, @subject, @detail, @slot, @previous, @hash)`,
  ).run({ ...row, hash: auditHash(row) });
}

/** Walks the whole chain. `ok` is false as soon as one entry does not follow from the one before. */
export function verifyAudit(db: Database): {
  readonly entries: number;
  readonly ok: boolean;
  readonly head: string;
} {
  let head = emptyHead;
  let entries = 0;
  let ok = true;
  for (const raw of db.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    entries += 1;
    const parsed = rowSchema.safeParse(raw);
    if (!parsed.success) {
      ok = false;
      continue;
    }
    const row = parsed.data;
    if (row.seq !== entries || row.previous !== head || row.hash !== auditHash(row)) ok = false;
    head = row.hash;
  }
  return { entries, ok, head };
}
