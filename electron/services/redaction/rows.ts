import * as z from 'zod';
import {
  redactedPagesSchema,
  redactionBoxesSchema,
  redactionCheckSchema,
  redactionSchema,
} from '../../../shared/models/redaction';
import type { Redaction } from '../../../shared/models/redaction';
import { redactionKind } from '../../../shared/records/redaction';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { readFile } from '../items/item-rows';

type Db = Pick<VaultContext, 'db'>;

const row = z.object({
  id: z.string(),
  item_id: z.string(),
  version: z.int(),
  file_id: z.string(),
  mime: redactionSchema.shape.mime,
  parent_sha256: z.string(),
  boxes: z.string(),
  pages: z.string(),
  checks: z.string(),
  created_at: z.string(),
  author: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
const sql = `
  SELECT r.*, f.bytes, f.sha256, json_extract(v.body, '$.boxes') AS boxes
  FROM redactions r JOIN files f ON f.id = r.file_id
  JOIN records c ON c.id = r.id JOIN record_versions v ON v.id = c.shown`;

function asRedaction(found: z.infer<typeof row>): Redaction {
  return {
    id: found.id,
    itemId: found.item_id,
    version: found.version,
    mime: found.mime,
    bytes: found.bytes,
    sha256: found.sha256,
    parentSha256: found.parent_sha256,
    boxes: parseJson(redactionBoxesSchema, found.boxes),
    made: parseJson(redactedPagesSchema, found.pages),
    checks: parseJson(z.array(redactionCheckSchema), found.checks),
    createdAt: found.created_at,
    author: found.author,
  };
}

/** Every version of an item's redacted copy, the newest first. */
export function readRedactions({ db }: Db, itemId: string): readonly Redaction[] {
  return allRows(db, row, `${sql} WHERE r.item_id = ? ORDER BY r.version DESC`, itemId).map(asRedaction);
}

export function readRedaction({ db }: Db, id: string): Redaction {
  return asRedaction(oneRow(db, row, `${sql} WHERE r.id = ?`, id));
}

/** The stored file of a version. */
export function readRedactedFile(
  context: Db,
  id: string,
): { readonly file: StoredFile; readonly mime: string } {
  const { file_id, mime } = oneRow(
    context.db,
    z.object({ file_id: z.string(), mime: z.string() }),
    'SELECT file_id, mime FROM redactions WHERE id = ?',
    id,
  );
  return { file: readFile(context, file_id), mime };
}

/** Writes down what was decided, and the row of the copy made by it. Must run inside an act. Gives the number of the copy. */
export function insertRedaction(
  { db, now, stamp, records }: Pick<VaultContext, 'db' | 'now' | 'stamp' | 'records'>,
  caseId: string,
  redaction: Pick<Redaction, 'id' | 'itemId' | 'mime' | 'parentSha256' | 'boxes' | 'made' | 'checks'>,
  file: StoredFile,
): number {
  const { last } = oneRow(
    db,
    z.object({ last: z.int() }),
    'SELECT coalesce(max(version), 0) AS last FROM redactions WHERE item_id = ?',
    redaction.itemId,
  );
  const version = last + 1;
  const { id, itemId, boxes } = redaction;
  records.create(redactionKind.kind, { id, caseId, body: { itemId, boxes } });
  db.prepare(
    `INSERT INTO redactions (id, item_id, version, file_id, mime, parent_sha256, pages, checks, created_at, office,
       author, hlc)
     VALUES (@id, @itemId, @version, @fileId, @mime, @parent, @pages, @checks, @at, @office, @author, @hlc)`,
  ).run({
    id,
    itemId,
    version,
    fileId: file.id,
    mime: redaction.mime,
    parent: redaction.parentSha256,
    pages: JSON.stringify(redaction.made),
    checks: JSON.stringify(redaction.checks),
    at: now().toISOString(),
    ...stamp(),
  });
  return version;
}
