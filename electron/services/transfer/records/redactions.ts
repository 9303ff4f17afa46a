import * as z from 'zod';
import type { Version } from '../../../../shared/domain/records/version';
import { idSchema, sha256Schema } from '../../../../shared/models/common';
import type { VaultContext } from '../../../vault/api';
import { versionsOfState } from '../../../vault/records/earlier';
import { earlierRedaction, madeOfToday } from '../../../vault/records/earlier-redactions';
import { allRows, parseJson } from '../../../vault/rows/rows';
import type { FileOf } from './file-of';
import { momentSchema, stampOf, stampRow, stamped } from './stamp';

/** A redacted copy: its file travels beside the originals. */
export const redactionSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema,
  version: z.int().min(1),
  sha256: sha256Schema,
  mime: z.string().max(100),
  parentSha256: sha256Schema,
  /** Until format 5 nothing but the words of its steps said whether a picture was turned. */
  pages: z.unknown().transform(madeOfToday),
  checks: z.unknown(),
  createdAt: momentSchema,
  ...stamped,
});
/** Until format 4 what was decided to be covered stood beside the copy. */
export const earlierRedactionSchema = redactionSchema.extend({ boxes: z.json() });
type EarlierRedaction = z.infer<typeof earlierRedactionSchema>;

export function redactionVersions(
  caseId: string,
  redactions: readonly EarlierRedaction[],
): readonly Version[] {
  return redactions.flatMap(({ id, itemId, boxes, createdAt, office, author, hlc }) =>
    versionsOfState(earlierRedaction({ id, caseId, itemId, boxes, createdAt, office, author, hlc })),
  );
}

/** The copy alone. */
export function redactionOfToday({ boxes: _boxes, ...copy }: EarlierRedaction): RecordRedaction {
  return copy;
}

type RecordRedaction = z.infer<typeof redactionSchema>;

const text = z.string();
const row = z.object({
  id: text,
  item_id: text,
  version: z.int(),
  sha256: text,
  mime: text,
  parent_sha256: text,
  pages: text,
  checks: text,
  created_at: text,
  ...stampRow,
});

export function readRedactions({ db }: Pick<VaultContext, 'db'>, caseId: string): RecordRedaction[] {
  const json = (value: string): unknown => parseJson(z.unknown(), value);
  return allRows(
    db,
    row,
    `SELECT r.*, f.sha256 FROM redactions r JOIN files f ON f.id = r.file_id JOIN evidence e ON e.id = r.item_id
     WHERE e.case_id = ? ORDER BY r.id`,
    caseId,
  ).map((found) => ({
    id: found.id,
    itemId: found.item_id,
    version: found.version,
    sha256: found.sha256,
    mime: found.mime,
    parentSha256: found.parent_sha256,
    pages: json(found.pages),
    checks: json(found.checks),
    createdAt: found.created_at,
    ...stampOf(found),
  }));
}

/** Joins redacted copies of exhibits that are here: a set. Gives how many are new. Must run inside an act. */
export function joinRedactions(
  context: Pick<VaultContext, 'db'>,
  redactions: readonly RecordRedaction[],
  fileOf: FileOf,
): number {
  const insert = context.db.prepare(
    `INSERT INTO redactions (id, item_id, version, file_id, mime, parent_sha256, pages, checks, created_at, office,
       author, hlc)
     VALUES (@id, @itemId, @version, @fileId, @mime, @parentSha256, @pages, @checks, @createdAt, @office, @author,
       @hlc)`,
  );
  const fresh = newRedactions(context, redactions);
  for (const each of fresh)
    insert.run({
      ...each,
      fileId: fileOf(each.sha256),
      pages: JSON.stringify(each.pages),
      checks: JSON.stringify(each.checks),
    });
  return fresh.length;
}

/** Copies that are not here, of exhibits that are, or of those that come in with them. */
export function newRedactions(
  { db }: Pick<VaultContext, 'db'>,
  redactions: readonly RecordRedaction[],
  coming: ReadonlySet<string> = new Set(),
): readonly RecordRedaction[] {
  const isHere = db.prepare('SELECT 1 FROM redactions WHERE id = ?');
  const hasItem = db.prepare('SELECT 1 FROM evidence WHERE id = ?');
  return redactions.filter(
    ({ id, itemId }) =>
      isHere.get(id) === undefined && (coming.has(itemId) || hasItem.get(itemId) !== undefined),
  );
}
