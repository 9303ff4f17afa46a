/**
 * The audit log: append-only, each entry hashed over the one before it, so that a later change of any entry shows in
 * every hash after it. Its head is printed in bundles and packages. How it is hashed: shared/domain/acts/hash.ts.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { createCaseNumbers } from '../../shared/domain/acts/case-numbers';
import { chainHash, chainStart, earlierHash, innerHash } from '../../shared/domain/acts/hash';
import type { ChainEnd } from '../../shared/domain/acts/hash';
import { HoldfastError } from '../../shared/errors';
import { saltSchema } from '../../shared/models/acts';
import type { RecordedAct } from '../../shared/models/acts';
import type { AuditAct } from './api';

/** Bytes of an act's salt. */
export const actSaltLength = 32;

export const sha256OfText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A snapshot of an earlier version, looked at as it is, lacks the later columns. */
const rowSchema = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.string(),
  slot: z.string().nullish(),
  salt: saltSchema.nullish(),
  case_id: z.string().nullish(),
  case_number: z.int().nullish(),
  previous: z.string(),
  hash: z.string(),
});

/** A row of the record: an act, its place in the chain, and its salt; null for an act of the earlier rule. */
export const auditRowSchema = rowSchema.transform(
  ({
    previous,
    hash,
    salt = null,
    slot = null,
    case_id: caseId = null,
    case_number: number = null,
    ...act
  }) => ({
    act: { ...act, slot, caseId, caseNumber: number } satisfies RecordedAct,
    previous,
    hash,
    salt,
  }),
);
type AuditRow = z.infer<typeof auditRowSchema>;

function chainEnd(db: Database): ChainEnd {
  const row = db.prepare('SELECT * FROM audit ORDER BY seq DESC LIMIT 1').get();
  if (row === undefined) return chainStart;
  const { act, hash, salt } = auditRowSchema.parse(row);
  return { acts: act.seq, head: hash, isSalted: salt !== null };
}

export function auditHead(db: Database): string {
  return chainEnd(db).head;
}

/** Whoever acts: the name as it was then, and the key slot that opened the vault. */
export interface Actor {
  readonly name: string;
  readonly slot: string;
}

/** When and by whom something is done, and 32 random bytes for it alone. */
export interface Moment {
  readonly at: Date;
  readonly actor: Actor;
  readonly salt: Buffer;
}

/** Appends one entry. Must run inside the transaction of the act it records. */
export function appendAudit(
  db: Database,
  said: AuditAct & { readonly caseId: string | null },
  { at, actor, salt }: Moment,
): void {
  if (salt.length !== actSaltLength) throw new HoldfastError('internal');
  const end = chainEnd(db);
  const { caseId } = said;
  const act: RecordedAct = {
    seq: end.acts + 1,
    at: at.toISOString(),
    author: actor.name,
    action: said.action,
    subject: said.subject,
    detail: JSON.stringify(said.detail ?? {}),
    slot: actor.slot,
    caseId,
    caseNumber: caseId === null ? null : actsOfCase(db, caseId) + 1,
  };
  const hex = salt.toString('hex');
  const hash = chainHash(end, innerHash(act, hex, sha256OfText), sha256OfText);
  db.prepare(
    `INSERT INTO audit (seq, at, author, action, subject, detail, slot, salt, case_id, case_number, previous, hash)
     VALUES (@seq, @at, @author, @action, @subject, @detail, @slot, @salt, @caseId, @caseNumber, @previous, @hash)`,
  ).run({ ...act, salt: hex, previous: end.head, hash });
}

function actsOfCase(db: Database, caseId: string): number {
  return Number(db.prepare('SELECT max(case_number) FROM audit WHERE case_id = ?').pluck().get(caseId) ?? 0);
}

/** True when a row follows from where the record ended before it. Once acts are salted, none is of the earlier rule. */
function follows(before: ChainEnd, { act, previous, hash, salt }: AuditRow): boolean {
  if (act.seq !== before.acts + 1 || previous !== before.head) return false;
  if (salt !== null) return hash === chainHash(before, innerHash(act, salt, sha256OfText), sha256OfText);
  return !before.isSalted && act.caseId === null && hash === earlierHash(act, previous, sha256OfText);
}

/**
 * Walks the whole chain, the sealed acts of the earlier rule and those after them. `ok` is false as soon as one entry does
 * not follow from the one before.
 */
export function verifyAudit(db: Database): {
  readonly entries: number;
  readonly ok: boolean;
  readonly head: string;
} {
  const followsInCase = createCaseNumbers();
  let end = chainStart;
  let ok = true;
  for (const raw of db.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    const acts = end.acts + 1;
    const parsed = auditRowSchema.safeParse(raw);
    if (!parsed.success) {
      ok = false;
      end = { ...end, acts };
      continue;
    }
    if (!follows(end, parsed.data)) ok = false;
    if (!followsInCase(parsed.data.act)) ok = false;
    end = { acts, head: parsed.data.hash, isSalted: end.isSalted || parsed.data.salt !== null };
  }
  return { entries: end.acts, ok, head: end.head };
}
