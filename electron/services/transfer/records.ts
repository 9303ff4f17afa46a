import { z } from 'zod';
import { caseStatusSchema, exhibitInitialsSchema, safeContactSchema } from '../../../shared/models/case';
import { newEntrySchema } from '../../../shared/models/chronology';
import { idSchema, instantSchema, sha256Schema } from '../../../shared/models/common';
import {
  bestDateSchema,
  evidenceKindSchema,
  factSchema,
  previewStateSchema,
} from '../../../shared/models/evidence';
import type { VaultContext } from '../context';
import { allRows, oneRow, parseJson } from '../rows';

/** Whose version a row is: kept as it came, so that two copies of a case can be merged one day. */
const stamped = { office: z.string().max(64), author: z.string().max(200), hlc: z.string().max(40) };

const derivativeSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(['thumb', 'rendition']),
  sha256: sha256Schema,
  mime: z.string().max(100),
  width: z.int(),
  height: z.int(),
  operations: z.array(z.string().max(100)).max(50),
});

const itemSchema = z.strictObject({
  id: idSchema,
  sha256: sha256Schema,
  exhibitRef: z.string().max(20),
  exhibitNumber: z.int().min(1),
  fileName: z.string().max(1024),
  title: z.string().max(200),
  kind: evidenceKindSchema,
  mime: z.string().max(200),
  importedAt: instantSchema,
  preview: previewStateSchema,
  previewReason: z.string().max(60).nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  orientation: z.int().min(1).max(8),
  pages: z.int().nullable(),
  pageSizes: z
    .array(z.object({ width: z.number(), height: z.number() }))
    .max(5000)
    .nullable(),
  tone: z.string().max(7).nullable(),
  bestDate: bestDateSchema.nullable(),
  dateConflict: z.boolean(),
  dateReason: z.string().max(20_000).nullable(),
  edited: z.boolean(),
  facts: z.array(factSchema).max(2000),
  derivatives: z.array(derivativeSchema).max(10),
  ...stamped,
});

const entrySchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  removed: z.boolean(),
  body: newEntrySchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  versions: z
    .array(
      z.strictObject({
        version: z.int(),
        body: newEntrySchema,
        at: instantSchema,
        author: z.string().max(200),
      }),
    )
    .max(10_000),
  ...stamped,
});

/** records.json: one case with everything that belongs to it but the bytes of its files. */
export const recordsSchema = z.strictObject({
  case: z.strictObject({
    id: idSchema,
    reference: z.string().min(1).max(40),
    alias: z.string().max(80),
    exhibitInitials: exhibitInitialsSchema,
    nextExhibit: z.int().min(1),
    status: caseStatusSchema,
    safeContact: safeContactSchema,
    createdAt: instantSchema,
    updatedAt: instantSchema,
    ...stamped,
  }),
  items: z.array(itemSchema).max(100_000),
  entries: z.array(entrySchema).max(1_000_000),
});
export type Records = z.infer<typeof recordsSchema>;
export type RecordItem = Records['items'][number];
export type RecordEntry = Records['entries'][number];

const text = z.string();
const nullableText = z.string().nullable();
const stampRow = { office: text, author: text, hlc: text };

const caseRow = z.object({
  id: text,
  reference: text,
  alias: text,
  exhibit_initials: text,
  next_exhibit: z.int(),
  status: caseStatusSchema,
  safe_contact: text,
  created_at: text,
  updated_at: text,
  ...stampRow,
});
const itemRow = z.object({
  id: text,
  sha256: text,
  exhibit_ref: text,
  exhibit_number: z.int(),
  file_name: text,
  title: text,
  kind: evidenceKindSchema,
  mime: text,
  imported_at: text,
  preview: previewStateSchema,
  preview_reason: nullableText,
  width: z.int().nullable(),
  height: z.int().nullable(),
  orientation: z.int(),
  pages: z.int().nullable(),
  page_sizes: nullableText,
  tone: nullableText,
  best_date: nullableText,
  date_conflict: z.int(),
  date_reason: nullableText,
  edited: z.int(),
  ...stampRow,
});
const entryRow = z.object({
  id: text,
  version: z.int(),
  removed: z.int(),
  body: text,
  created_at: text,
  updated_at: text,
  ...stampRow,
});
const bodyWithoutEvidence = newEntrySchema.omit({ evidenceIds: true });
const versionRow = z.object({ version: z.int(), body: text, at: text, author: text });

/** Reads one case out of the database. */
export function readRecords(context: VaultContext, caseId: string): Records {
  const { db } = context;
  const owner = oneRow(db, caseRow, 'SELECT * FROM cases WHERE id = ?', caseId);
  const items = allRows(
    db,
    itemRow,
    'SELECT e.*, f.sha256 FROM evidence e JOIN files f ON f.id = e.file_id WHERE e.case_id = ? ORDER BY e.exhibit_number',
    caseId,
  );
  const entries = allRows(db, entryRow, 'SELECT * FROM entries WHERE case_id = ? ORDER BY id', caseId);
  return recordsSchema.parse({
    case: {
      id: owner.id,
      reference: owner.reference,
      alias: owner.alias,
      exhibitInitials: owner.exhibit_initials,
      nextExhibit: owner.next_exhibit,
      status: owner.status,
      safeContact: parseJson(safeContactSchema, owner.safe_contact),
      createdAt: owner.created_at,
      updatedAt: owner.updated_at,
      ...stampOf(owner),
    },
    items: items.map((row) => asItem(context, row)),
    entries: entries.map((row) => asEntry(context, row)),
  });
}

function stampOf({
  office,
  author,
  hlc,
}: {
  readonly office: string;
  readonly author: string;
  readonly hlc: string;
}) {
  return { office, author, hlc };
}

function asItem({ db }: VaultContext, row: z.infer<typeof itemRow>): RecordItem {
  const facts = allRows(
    db,
    factSchema,
    'SELECT id, field, source, label, raw, value, time, zone, rank FROM facts WHERE item_id = ? ORDER BY id',
    row.id,
  );
  const derivatives = allRows(
    db,
    derivativeSchema.omit({ operations: true }).extend({ operations: text }),
    `SELECT d.id, d.kind, f.sha256, d.mime, d.width, d.height, d.operations FROM derivatives d
     JOIN files f ON f.id = d.file_id WHERE d.item_id = ? ORDER BY d.id`,
    row.id,
  );
  return {
    id: row.id,
    sha256: row.sha256,
    exhibitRef: row.exhibit_ref,
    exhibitNumber: row.exhibit_number,
    fileName: row.file_name,
    title: row.title,
    kind: row.kind,
    mime: row.mime,
    importedAt: row.imported_at,
    preview: row.preview,
    previewReason: row.preview_reason,
    width: row.width,
    height: row.height,
    orientation: row.orientation,
    pages: row.pages,
    pageSizes: row.page_sizes === null ? null : parseJson(itemSchema.shape.pageSizes, row.page_sizes),
    tone: row.tone,
    bestDate: row.best_date === null ? null : parseJson(bestDateSchema, row.best_date),
    dateConflict: row.date_conflict === 1,
    dateReason: row.date_reason,
    edited: row.edited === 1,
    facts,
    derivatives: derivatives.map((each) => ({
      ...each,
      operations: parseJson(derivativeSchema.shape.operations, each.operations),
    })),
    ...stampOf(row),
  };
}

function asEntry({ db }: VaultContext, row: z.infer<typeof entryRow>): RecordEntry {
  const evidenceIds = allRows(
    db,
    z.object({ item_id: text }),
    'SELECT item_id FROM entry_evidence WHERE entry_id = ? ORDER BY position',
    row.id,
  ).map(({ item_id }) => item_id);
  const versions = allRows(
    db,
    versionRow,
    'SELECT version, body, at, author FROM entry_versions WHERE entry_id = ? ORDER BY version',
    row.id,
  );
  return {
    id: row.id,
    version: row.version,
    removed: row.removed === 1,
    body: { ...parseJson(bodyWithoutEvidence, row.body), evidenceIds },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    versions: versions.map((each) => ({ ...each, body: parseJson(newEntrySchema, each.body) })),
    ...stampOf(row),
  };
}
