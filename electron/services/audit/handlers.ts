import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { auditGroups } from '../../../shared/models/vault';
import type { AuditGroup } from '../../../shared/models/vault';
import { verifyAudit } from '../../vault/audit';
import { writeDurably } from '../../vault/durable';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const row = z.object({
  seq: z.int(),
  at: z.string(),
  author: z.string(),
  action: z.string(),
  subject: z.string().nullable(),
  detail: z.string(),
  hash: z.string(),
});

/** Which acts belong to which group, as patterns of SQL's GLOB. */
const patterns: Readonly<Record<AuditGroup, readonly string[]>> = {
  all: ['*'],
  opened: ['vault.*', 'recovery.use', 'unlock.*'],
  viewed: ['*.view'],
  changed: [
    '*.create',
    '*.update',
    '*.import',
    '*.choose-date',
    '*.police-ref',
    '*.document',
    '*.renumber',
    'case.end',
    'case.reopen',
    'leaving.*',
    'continuity.*',
    'producer.*',
    '*.say-shown',
    'provenance.*',
    'likeness.*',
    'people.*',
    'recovery.*',
    'locking.*',
    'screen.*',
    'office.*',
    'partner.*',
  ],
  'given-out': [
    '*.save',
    '*.save-copy',
    '*.export',
    '*.print',
    'pack.*',
    'transfer.*',
    'receipt.*',
    'backup.*',
    'audit.export',
  ],
  deleted: ['erase.*', '*.remove', '*.forget'],
  failed: ['unlock.failed*', '*-failed'],
};

const where = `WHERE ({groups}) AND (@search = '' OR instr(lower(action || ' ' || author || ' ' || at), @search) > 0)`;

/** The record of acts: read, checked, and written out for somebody else to check. */
export function auditHandlers(
  context: VaultContext,
): Pick<VaultHandlers, 'audit.list' | 'audit.verify' | 'audit.export'> {
  const { db } = context;
  return {
    'audit.list': ({ group, search, offset, limit }) => {
      const groups = patterns[auditGroups.includes(group) ? group : 'all'];
      const filter = where.replace(
        '{groups}',
        groups.map((_each, index) => `action GLOB @g${index}`).join(' OR '),
      );
      const values = {
        search: search.trim().toLowerCase(),
        ...Object.fromEntries(groups.map((pattern, index) => [`g${index}`, pattern])),
      };
      const entries = allRows(
        db,
        row,
        `SELECT seq, at, author, action, subject, detail, hash FROM audit ${filter}
         ORDER BY seq DESC LIMIT @limit OFFSET @offset`,
        { ...values, limit, offset },
      ).map((entry) => ({ ...entry, detail: parseJson(detailSchema, entry.detail) }));
      const total = Number(db.prepare(`SELECT count(*) FROM audit ${filter}`).pluck().get(values));
      return { entries, total };
    },
    'audit.verify': () => verifyAudit(db),
    'audit.export': async ({ target }) => {
      // One JSON object a line, every field of the chain, so that anybody can hash it again.
      const lines = db
        .prepare(
          `SELECT seq, at, author, action, subject, detail, slot, case_id, case_number, salt, previous, hash
           FROM audit ORDER BY seq`,
        )
        .all()
        .map((entry) => `${JSON.stringify(entry)}\n`);
      const bytes = Buffer.from(lines.join(''));
      await writeDurably(context.pathOf(target), [bytes]);
      context.act(
        { action: 'audit.export', subject: null, detail: { entries: lines.length } },
        () => undefined,
      );
      return { entries: lines.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
  };
}
