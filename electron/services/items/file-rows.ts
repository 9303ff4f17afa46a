import type { VaultContext, StoredFile } from '../../vault/api';
import type { NewFact } from '../../../shared/domain/facts/new-fact';
import type { StoredPicture } from './stored-picture';

/** Inserts the row of a stored file; its key lives nowhere else. */
export function insertFile({ db, now }: Pick<VaultContext, 'db' | 'now'>, file: StoredFile): void {
  db.prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)').run(
    file.id,
    file.key,
    file.sha256,
    file.bytes,
    now().toISOString(),
  );
}

export function insertFact(
  { db, newId }: Pick<VaultContext, 'db' | 'newId'>,
  itemId: string,
  fact: NewFact,
): string {
  const id = newId();
  db.prepare(
    `INSERT INTO facts (id, item_id, field, source, code, detail, raw, value, time, zone, rank)
     VALUES (@id, @itemId, @field, @source, @code, @detail, @raw, @value, @time, @zone, @rank)`,
  ).run({ ...fact, id, itemId });
  return id;
}

export interface Parent {
  readonly itemId: string;
  readonly sha256: string;
}

export function insertFileAndDerivative(
  context: Pick<VaultContext, 'db' | 'now' | 'newId'>,
  parent: Parent,
  kind: 'thumb' | 'rendition',
  picture: StoredPicture | null,
  operations: readonly string[],
): void {
  if (picture === null) return;
  insertFile(context, picture.file);
  insertDerivative(context, parent, kind, picture, operations);
}

/** Records what was made from an original; the row of its file must be there. */
export function insertDerivative(
  { db, newId }: Pick<VaultContext, 'db' | 'newId'>,
  parent: Parent,
  kind: 'thumb' | 'rendition',
  { file, mime, width, height }: StoredPicture,
  operations: readonly string[],
): void {
  db.prepare(
    `INSERT INTO derivatives (id, item_id, kind, file_id, mime, width, height, parent_sha256, operations)
     VALUES (@id, @itemId, @kind, @fileId, @mime, @width, @height, @parent, @operations)`,
  ).run({
    id: newId(),
    itemId: parent.itemId,
    kind,
    fileId: file.id,
    mime,
    width,
    height,
    parent: parent.sha256,
    operations: JSON.stringify(operations),
  });
}
