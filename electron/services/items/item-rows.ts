import * as z from 'zod';
import {
  bestDateSchema,
  evidenceKindSchema,
  factSchema,
  previewStateSchema,
  readingStateSchema,
} from '../../../shared/models/evidence';
import type { EvidenceItem, Fact } from '../../../shared/models/evidence';
import { itemClassSchema } from '../../../shared/models/item-class';
import { itemDocumentSchema } from '../../../shared/models/item-document';
import type { LabSource } from '../../../shared/contract/lab';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { PageLayout } from '../../../shared/contract/picture-said';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { straightenedOf } from './made-straight';

type Db = Pick<VaultContext, 'db'>;

const itemRow = z.object({
  id: z.string(),
  case_id: z.string(),
  exhibit_ref: z.string(),
  former_refs: z.string(),
  item_class: itemClassSchema.nullable(),
  document: z.string().nullable(),
  file_name: z.string(),
  title: z.string(),
  kind: evidenceKindSchema,
  mime: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  imported_at: z.string(),
  preview: previewStateSchema,
  preview_reason: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  pages: z.int().nullable(),
  pictures: z.int().nullable(),
  best_date: z.string().nullable(),
  date_conflict: z.int(),
  edited: z.int(),
  tone: z.string().nullable(),
  parent_id: z.string().nullable(),
  parent_place: z.string().nullable(),
  producer_id: z.string().nullable(),
  police_ref: z.string(),
  duration_ms: z.int().nullable(),
  reading: readingStateSchema,
  reading_reason: z.string().nullable(),
  parent_ref: z.string().nullable(),
  inside_count: z.int(),
  redactions: z.int(),
  cited_by: z.int(),
});

const formerRefsSchema = z.array(z.string());

const itemSql = `
  SELECT e.id, e.case_id, e.exhibit_ref, e.former_refs, e.item_class, e.document, e.file_name, e.title, e.kind, e.mime, f.bytes, f.sha256, e.imported_at, e.preview,
    e.preview_reason, e.width, e.height, e.pages, e.pictures, e.best_date, e.date_conflict, e.edited, e.tone, e.parent_id, e.parent_place, e.producer_id,
    e.police_ref, e.duration_ms, e.reading, e.reading_reason,
    (SELECT p.exhibit_ref FROM evidence p WHERE p.id = e.parent_id) AS parent_ref,
    (SELECT count(*) FROM inside i WHERE i.parent_id = e.id AND i.item_id IS NOT NULL) AS inside_count,
    (SELECT count(*) FROM redactions r WHERE r.item_id = e.id) AS redactions,
    (SELECT count(*) FROM entry_evidence l JOIN entries n ON n.id = l.entry_id
      WHERE l.item_id = e.id AND n.removed = 0) AS cited_by
  FROM evidence e JOIN files f ON f.id = e.file_id`;

function asItem(row: z.infer<typeof itemRow>): EvidenceItem {
  return {
    id: row.id,
    caseId: row.case_id,
    exhibitRef: row.exhibit_ref,
    formerRefs: parseJson(formerRefsSchema, row.former_refs),
    itemClass: row.item_class,
    document: row.document === null ? null : parseJson(itemDocumentSchema, row.document),
    fileName: row.file_name,
    title: row.title,
    kind: row.kind,
    mime: row.mime,
    bytes: row.bytes,
    sha256: row.sha256,
    importedAt: row.imported_at,
    preview: row.preview,
    previewReason: row.preview_reason,
    width: row.width,
    height: row.height,
    pages: row.pages,
    pictures: row.pictures,
    bestDate: row.best_date === null ? null : parseJson(bestDateSchema, row.best_date),
    dateConflict: row.date_conflict === 1,
    edited: row.edited === 1,
    citedBy: row.cited_by,
    redactions: row.redactions,
    tone: row.tone,
    parentId: row.parent_id,
    parentPlace: row.parent_place,
    producerId: row.producer_id,
    policeRef: row.police_ref,
    durationMs: row.duration_ms,
    reading: row.reading,
    readingReason: row.reading_reason,
    parentRef: row.parent_ref,
    insideCount: row.inside_count,
  };
}

/** All items of a case, oldest first (undated last), or producer by producer by exhibit number. */
export function readItems({ db }: Db, caseId: string, sort: 'date' | 'exhibit'): readonly EvidenceItem[] {
  const order =
    sort === 'date' ? 'e.sort_date, e.exhibit_number, e.producer_id' : 'e.producer_id, e.exhibit_number';
  return allRows(db, itemRow, `${itemSql} WHERE e.case_id = ? ORDER BY ${order}`, caseId).map(asItem);
}

export function readItem({ db }: Db, id: string): EvidenceItem {
  return asItem(oneRow(db, itemRow, `${itemSql} WHERE e.id = ?`, id));
}

/** The facts of an item, most trusted first. */
export function readItemFacts({ db }: Db, itemId: string): readonly Fact[] {
  return allRows(
    db,
    factSchema,
    'SELECT id, field, source, code, detail, raw, value, time, zone, rank FROM facts WHERE item_id = ? ORDER BY rank, rowid',
    itemId,
  );
}

const fileRow = z.object({ id: z.string(), key: z.instanceof(Buffer), sha256: z.string(), bytes: z.int() });

/** A stored file with its key. */
export function readFile({ db }: Db, id: string): StoredFile {
  return oneRow(db, fileRow, 'SELECT id, key, sha256, bytes FROM files WHERE id = ?', id);
}

/** The stored original of an item. */
export function readOriginal({ db }: Db, itemId: string): StoredFile {
  return oneRow(
    db,
    fileRow,
    'SELECT f.id, f.key, f.sha256, f.bytes FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.id = ?',
    itemId,
  );
}

const derivativeRow = fileRow.extend({ mime: z.string(), width: z.int(), height: z.int() });

const layoutRow = z.object({
  orientation: z.int().min(1).max(8),
  kind: z.string(),
  page_sizes: z.string().nullable(),
});
const layoutsSchema = z.array(
  z.object({ width: z.number(), height: z.number(), orientation: z.int().min(1).max(8) }),
);

/** The pages of a picture file of several (TIFF), upright, in pixels; null for any other item. */
export function readPictureLayouts({ db }: Db, itemId: string): readonly PageLayout[] | null {
  const sql = 'SELECT orientation, kind, page_sizes FROM evidence WHERE id = ?';
  const { kind, page_sizes: sizes } = oneRow(db, layoutRow, sql, itemId);
  return kind === 'image' && sizes !== null ? parseJson(layoutsSchema, sizes) : null;
}

/** How the original lies, EXIF 1 to 8; of a file of several pages, one of them (from 1). */
export function readOrientation(context: Db, itemId: string, page = 1): number {
  const pages = readPictureLayouts(context, itemId);
  if (pages !== null) return pages[page - 1]?.orientation ?? 1;
  const row = layoutRow.pick({ orientation: true });
  return oneRow(context.db, row, 'SELECT orientation FROM evidence WHERE id = ?', itemId).orientation;
}

/** What the lab needs to draw a picture, or one page of several. */
export function labSource(
  context: Db,
  item: Pick<EvidenceItem, 'id' | 'mime' | 'pages'>,
  bytes: Uint8Array,
  page = 1,
): LabSource {
  const straightened = straightenedOf(context, item.id, page);
  return {
    bytes,
    mime: item.mime,
    page: (item.pages ?? 1) > 1 ? page : null,
    orientation: readOrientation(context, item.id, page),
    ...(straightened === 0 ? {} : { straightened }),
  };
}

/** What was made from an item (`thumb` or `rendition`), or null. */
export function readDerivative({ db }: Db, itemId: string, kind: 'thumb' | 'rendition') {
  const [found] = allRows(
    db,
    derivativeRow,
    `SELECT f.id, f.key, f.sha256, f.bytes, d.mime, d.width, d.height FROM derivatives d JOIN files f ON f.id = d.file_id
     WHERE d.item_id = ? AND d.kind = ?`,
    itemId,
    kind,
  );
  if (found === undefined) return null;
  const { mime, width, height, ...file } = found;
  return { file, mime, width, height };
}
