import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import type { SealedHead } from '../age/seal';
import { draftPaths, mostParts } from '../seal/parts';

/** What makes two writings of one unchanged case the same package. */
export interface Stamp {
  readonly packageId: string;
  readonly createdAt: string;
  readonly auditHead: string;
}

/** A package that is being written, or was when the stick went away. */
export interface TransferDraft {
  readonly stamp: Stamp;
  readonly path: string;
  /** The first of its unfinished files. */
  readonly first: string;
  readonly partBytes: number;
  readonly manifestSha256: string;
  readonly head: SealedHead;
}

const bytes = z.instanceof(Buffer);
const row = z.object({
  ...{ path: z.string(), draft: z.string(), part_bytes: z.int() },
  ...{ package_id: z.string(), created_at: z.string(), audit_head: z.string(), manifest_sha256: z.string() },
  ...{ header: bytes, file_key: bytes, nonce: bytes },
});

export function readDraft({ db }: Pick<VaultContext, 'db'>, caseId: string): TransferDraft | null {
  const [found] = allRows(db, row, 'SELECT * FROM transfer_drafts WHERE case_id = ?', caseId);
  if (found === undefined) return null;
  return {
    stamp: { packageId: found.package_id, createdAt: found.created_at, auditHead: found.audit_head },
    path: found.path,
    first: join(dirname(found.path), found.draft),
    partBytes: found.part_bytes,
    manifestSha256: found.manifest_sha256,
    head: { header: found.header, fileKey: found.file_key, nonce: found.nonce },
  };
}

/** Before the first byte lies on a stick: after a power cut too, it can go on. */
export function keepDraft(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  { stamp, path, first, partBytes, manifestSha256, head }: TransferDraft,
): void {
  db.prepare(
    `INSERT OR REPLACE INTO transfer_drafts (case_id, path, draft, part_bytes, package_id, created_at, audit_head,
       manifest_sha256, header, file_key, nonce)
     VALUES (@caseId, @path, @draft, @partBytes, @packageId, @createdAt, @auditHead, @manifestSha256, @header,
       @fileKey, @nonce)`,
  ).run({
    ...{ caseId, path, partBytes, manifestSha256, ...stamp },
    draft: first.slice(dirname(first).length + 1),
    header: Buffer.from(head.header),
    fileKey: Buffer.from(head.fileKey),
    nonce: Buffer.from(head.nonce),
  });
}

export function forgetDraft({ db }: Pick<VaultContext, 'db'>, caseId: string): void {
  db.prepare('DELETE FROM transfer_drafts WHERE case_id = ?').run(caseId);
}

/** Takes away what an earlier try left on a stick, as far as the stick is there. */
export async function removeParts(first: string): Promise<void> {
  for (const path of draftPaths(first, mostParts)) {
    if ((await stat(path).catch(() => null)) === null) return;
    await rm(path, { force: true }).catch(() => undefined);
  }
}
