import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { factKey } from '../../../../shared/domain/facts/fact-key';
import { idSchema, instantSchema, sha256Schema } from '../../../../shared/models/common';
import {
  evidenceKindSchema,
  factSchema,
  previewStateSchema,
  readingStateSchema,
} from '../../../../shared/models/evidence';
import type { Fact } from '../../../../shared/models/evidence';
import { compareIds } from '../../../../shared/domain/records/version';
import type { VaultContext } from '../../../vault/api';
import { namedThen } from '../../../vault/records/earlier-exhibits';
import { wantMadeAgain } from '../../evidence/read-again/arrived';
import { wantText } from '../../evidence/read-again/read-texts';
import { fileUnder } from '../../items/file-under';
import { readItemFacts } from '../../items/item-rows';
import { allRows, parseJson } from '../../../vault/rows/rows';
import type { FileOf } from './file-of';
import { packedDateSchema, packedFactSchema } from './packed-facts';
import { stampOf, stampRow, stamped } from './stamp';

const derivativeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['thumb', 'rendition']),
  sha256: sha256Schema,
  mime: z.string().max(100),
  width: z.int(),
  height: z.int(),
  operations: z.array(z.string().max(100)).max(50),
});

/** What has a default was not in packages of format 1. */
export const itemSchema = z.strictObject({
  id: idSchema,
  sha256: sha256Schema,
  producerId: idSchema.nullable().default(null),
  /** The reference that it was given; where it got another one, that is among the versions. */
  exhibitRef: z.string().max(20),
  exhibitNumber: z.int().min(1),
  parentId: idSchema.nullable().default(null),
  parentPlace: z.string().max(1024).nullable().default(null),
  fileName: z.string().max(1024),
  /** What its file suggests to call it; what a person wrote is among the versions. */
  suggestedTitle: z.string().max(200),
  kind: evidenceKindSchema,
  mime: z.string().max(200),
  importedAt: instantSchema,
  preview: previewStateSchema,
  previewReason: z.string().max(60).nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  durationMs: z.int().nullable().default(null),
  orientation: z.int().min(1).max(8),
  pages: z.int().nullable(),
  pageSizes: z
    .array(
      z.object({
        width: z.number(),
        height: z.number(),
        /** Of a page of a TIFF: how it is stored. */
        orientation: z.int().min(1).max(8).optional(),
      }),
    )
    .max(5000)
    .nullable(),
  tone: z.string().max(7).nullable(),
  edited: z.boolean(),
  reading: readingStateSchema.default('none'),
  readingReason: z.string().max(60).nullable().default(null),
  facts: z.array(packedFactSchema).max(2000),
  /** Until format 5: what was drawn of it, which is drawn anew by whoever takes it in. */
  derivatives: z.array(derivativeSchema).max(10).optional(),
  ...stamped,
});
export type RecordItem = z.infer<typeof itemSchema>;

/** Until format 4 with what people wrote about it, which is among the versions now, or is worked out from its facts. */
export const earlierItemSchema = itemSchema.omit({ suggestedTitle: true }).extend({
  title: z.string().max(200),
  policeRef: z.string().max(200).default(''),
  bestDate: packedDateSchema.nullable(),
  dateConflict: z.boolean(),
  dateReason: z.string().max(20_000).nullable(),
});
export type EarlierItem = z.infer<typeof earlierItemSchema>;

/** As a vault of then reads what an exhibit was called (migration 0320). */
export function nameOfThen(caseId: string, item: EarlierItem) {
  const facts = [...item.facts].sort((a, b) => compareIds(a.id, b.id));
  return namedThen({ ...item, caseId, itemId: item.id, facts, isWritten: false });
}

export function itemOfToday(caseId: string, item: EarlierItem): RecordItem {
  const { title: _t, policeRef: _p, bestDate: _b, dateConflict: _c, dateReason: _r, ...rest } = item;
  return { ...rest, suggestedTitle: nameOfThen(caseId, item).suggested };
}

const text = z.string();
const nullableText = z.string().nullable();
const nullableInt = z.int().nullable();
const itemRow = z.object({
  id: text,
  sha256: text,
  producer_id: nullableText,
  given_ref: text,
  given_number: z.int(),
  parent_id: nullableText,
  parent_place: nullableText,
  file_name: text,
  suggested_title: text,
  kind: evidenceKindSchema,
  mime: text,
  imported_at: text,
  preview: previewStateSchema,
  preview_reason: nullableText,
  width: nullableInt,
  height: nullableInt,
  duration_ms: nullableInt,
  orientation: z.int(),
  pages: nullableInt,
  page_sizes: nullableText,
  tone: nullableText,
  edited: z.int(),
  reading: readingStateSchema,
  reading_reason: nullableText,
  ...stampRow,
});

export function readRecordItems(context: Pick<VaultContext, 'db'>, caseId: string): RecordItem[] {
  return allRows(
    context.db,
    itemRow,
    `SELECT e.*, f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.case_id = ?
     ORDER BY e.given_number, e.id`,
    caseId,
  ).map((row) => asItem(context, row));
}

function asItem({ db }: Pick<VaultContext, 'db'>, row: z.infer<typeof itemRow>): RecordItem {
  const facts = allRows(
    db,
    factSchema,
    'SELECT id, field, source, code, detail, raw, value, time, zone, rank FROM facts WHERE item_id = ? ORDER BY id',
    row.id,
  );
  return {
    id: row.id,
    sha256: row.sha256,
    producerId: row.producer_id,
    exhibitRef: row.given_ref,
    exhibitNumber: row.given_number,
    parentId: row.parent_id,
    parentPlace: row.parent_place,
    fileName: row.file_name,
    suggestedTitle: row.suggested_title,
    kind: row.kind,
    mime: row.mime,
    importedAt: row.imported_at,
    preview: row.preview,
    previewReason: row.preview_reason,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    orientation: row.orientation,
    pages: row.pages,
    pageSizes: row.page_sizes === null ? null : parseJson(itemSchema.shape.pageSizes, row.page_sizes),
    tone: row.tone,
    edited: row.edited === 1,
    reading: row.reading,
    readingReason: row.reading_reason,
    facts,
    ...stampOf(row),
  };
}

/** Writes exhibits that are new here, each with the facts that its file said of itself. Must run inside an act. */
export function writeItems(
  { db }: Pick<VaultContext, 'db'>,
  caseId: string,
  items: readonly RecordItem[],
  fileOf: FileOf,
): void {
  const evidence = db.prepare(
    `INSERT INTO evidence (id, case_id, file_id, producer_id, exhibit_ref, exhibit_number, given_ref, given_number, file_name, title, suggested_title, kind,
       mime, imported_at, preview, preview_reason, width, height, duration_ms, orientation, pages, page_sizes, tone,
       edited, reading, reading_reason, office, author, hlc)
     VALUES (@id, @caseId, @fileId, @producerId, @exhibitRef, @exhibitNumber, @exhibitRef, @exhibitNumber, @fileName, @suggestedTitle, @suggestedTitle, @kind, @mime,
       @importedAt, @preview, @previewReason, @width, @height, @durationMs, @orientation, @pages, @pageSizes, @tone,
       @edited, @reading, @readingReason, @office, @author, @hlc)`,
  );
  const fact = factInsert(db);
  for (const { facts, derivatives: _drawn, ...item } of items) {
    evidence.run({
      ...item,
      caseId,
      fileId: fileOf(item.sha256),
      pageSizes: item.pageSizes === null ? null : JSON.stringify(item.pageSizes),
      edited: item.edited ? 1 : 0,
    });
    for (const each of facts) fact.run({ ...each, itemId: item.id });
    fileUnder(db, item.id);
    wantMadeAgain({ db }, item.id);
  }
}

function factInsert(db: Database) {
  return db.prepare(
    `INSERT INTO facts (id, item_id, field, source, code, detail, raw, value, time, zone, rank)
     VALUES (@id, @itemId, @field, @source, @code, @detail, @raw, @value, @time, @zone, @rank)`,
  );
}

/**
 * Gives exhibits that are here what the other office knows of them: facts, and what came of reading them where that still waits
 * here. Nothing that is here is overwritten. Gives the ids of those whose reading came along. Must run inside an act.
 */
export function joinItems(
  { db }: Pick<VaultContext, 'db'>,
  items: readonly RecordItem[],
): ReadonlySet<string> {
  const fact = factInsert(db);
  const forget = db.prepare('DELETE FROM facts WHERE id = ?');
  const read = db.prepare(
    `UPDATE evidence SET reading = @reading, reading_reason = @readingReason, suggested_title = @suggestedTitle
     WHERE id = @id AND reading = 'waiting'`,
  );
  const wasRead = new Set<string>();
  for (const { id, facts, reading, readingReason, suggestedTitle } of items) {
    const { added, dropped } = joinedFacts(readItemFacts({ db }, id), facts);
    for (const each of dropped) forget.run(each);
    for (const each of added) fact.run({ ...each, itemId: id });
    if (added.length > 0) fileUnder(db, id);
    const isRead = reading === 'done' || reading === 'failed';
    if (!isRead || read.run({ id, reading, readingReason, suggestedTitle }).changes === 0) continue;
    wasRead.add(id);
    wantText({ db }, id);
  }
  return wasRead;
}

/** Facts are a set. Two offices that read one file find the same: of two ids for that the earlier one stays, in both. */
function joinedFacts(
  here: readonly Fact[],
  there: readonly Fact[],
): { readonly added: readonly Fact[]; readonly dropped: readonly string[] } {
  const said = new Map(here.map((fact) => [factKey(fact), fact.id]));
  const known = new Set(here.map(({ id }) => id));
  const added = there.filter((fact) => {
    const same = said.get(factKey(fact));
    return !known.has(fact.id) && (same === undefined || fact.id < same);
  });
  const dropped = added.flatMap((fact) => said.get(factKey(fact)) ?? []);
  return { added, dropped: [...new Set(dropped)] };
}

/** Says what each exhibit came inside, once all are there: an attachment may come before what it was attached to. */
export function joinParents({ db }: Pick<VaultContext, 'db'>, items: readonly RecordItem[]): void {
  const parent = db.prepare(
    `UPDATE evidence SET parent_id = (SELECT id FROM evidence WHERE id = @parentId), parent_place = @parentPlace
     WHERE id = @id AND parent_id IS NULL AND parent_place IS NULL
       AND (@parentId IS NULL OR EXISTS (SELECT 1 FROM evidence WHERE id = @parentId))`,
  );
  for (const { id, parentId, parentPlace } of items)
    if (parentId !== null || parentPlace !== null) parent.run({ id, parentId, parentPlace });
}
