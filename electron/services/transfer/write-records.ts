import { dateBounds } from '../../../shared/domain/dates/bounds';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../context';
import { bodyOf } from '../chronology/entry-rows';
import { insertFile, sortDate } from '../evidence/store-item';
import type { RecordEntry, RecordItem, Records } from './records';

/** Writes a case that came from another office. Must run inside an act; `files` are the stored files by SHA-256. */
export function writeRecords(
  context: VaultContext,
  records: Records,
  files: ReadonlyMap<string, StoredFile>,
): void {
  const { db } = context;
  for (const file of files.values()) insertFile(context, file);
  const { case: owner } = records;
  db.prepare(
    `INSERT INTO cases (id, reference, alias, exhibit_initials, next_exhibit, status, safe_contact, created_at, updated_at,
       office, author, hlc)
     VALUES (@id, @reference, @alias, @exhibitInitials, @nextExhibit, @status, @safeContact, @createdAt, @updatedAt, @office,
       @author, @hlc)`,
  ).run({ ...owner, safeContact: JSON.stringify(owner.safeContact) });
  for (const item of records.items) writeItem(context, owner.id, item, files);
  for (const entry of records.entries) writeEntry(context, owner.id, entry);
}

function fileOf(files: ReadonlyMap<string, StoredFile>, sha256: string): string {
  const file = files.get(sha256);
  if (file === undefined) throw new HoldfastError('package-damaged');
  return file.id;
}

function writeItem(
  { db }: VaultContext,
  caseId: string,
  item: RecordItem,
  files: ReadonlyMap<string, StoredFile>,
): void {
  db.prepare(
    `INSERT INTO evidence (id, case_id, file_id, exhibit_ref, exhibit_number, file_name, title, kind, mime, imported_at,
       preview, preview_reason, width, height, orientation, pages, page_sizes, tone, best_date, sort_date, date_conflict,
       date_reason, edited, office, author, hlc)
     VALUES (@id, @caseId, @fileId, @exhibitRef, @exhibitNumber, @fileName, @title, @kind, @mime, @importedAt, @preview,
       @previewReason, @width, @height, @orientation, @pages, @pageSizes, @tone, @bestDate, @sortDate, @dateConflict,
       @dateReason, @edited, @office, @author, @hlc)`,
  ).run({
    ...item,
    facts: null,
    derivatives: null,
    caseId,
    fileId: fileOf(files, item.sha256),
    pageSizes: item.pageSizes === null ? null : JSON.stringify(item.pageSizes),
    bestDate: item.bestDate === null ? null : JSON.stringify(item.bestDate),
    sortDate: sortDate(item.bestDate),
    dateConflict: item.dateConflict ? 1 : 0,
    edited: item.edited ? 1 : 0,
  });
  const fact = db.prepare(
    `INSERT INTO facts (id, item_id, field, source, label, raw, value, time, zone, rank)
     VALUES (@id, @itemId, @field, @source, @label, @raw, @value, @time, @zone, @rank)`,
  );
  for (const each of item.facts) fact.run({ ...each, itemId: item.id });
  const derivative = db.prepare(
    `INSERT INTO derivatives (id, item_id, kind, file_id, mime, width, height, parent_sha256, operations)
     VALUES (@id, @itemId, @kind, @fileId, @mime, @width, @height, @parent, @operations)`,
  );
  for (const each of item.derivatives) {
    derivative.run({
      ...each,
      itemId: item.id,
      fileId: fileOf(files, each.sha256),
      parent: item.sha256,
      operations: JSON.stringify(each.operations),
    });
  }
}

function writeEntry({ db }: VaultContext, caseId: string, entry: RecordEntry): void {
  // Computed here and not taken from the package: a wrong sort key would put an incident in the wrong place.
  const { earliest, latest } = dateBounds(entry.body.edtf, entry.body.time);
  const { id, version, createdAt, updatedAt, office, author, hlc } = entry;
  db.prepare(
    `INSERT INTO entries (id, case_id, version, body, earliest, latest, removed, created_at, updated_at, office, author, hlc)
     VALUES (@id, @caseId, @version, @body, @earliest, @latest, @removed, @createdAt, @updatedAt, @office, @author, @hlc)`,
  ).run({
    id,
    caseId,
    version,
    body: bodyOf(entry.body),
    earliest,
    latest,
    removed: entry.removed ? 1 : 0,
    createdAt,
    updatedAt,
    office,
    author,
    hlc,
  });
  const keep = db.prepare(
    'INSERT INTO entry_versions (entry_id, version, body, at, author) VALUES (?, ?, ?, ?, ?)',
  );
  for (const each of entry.versions)
    keep.run(id, each.version, JSON.stringify(each.body), each.at, each.author);
  const link = db.prepare('INSERT INTO entry_evidence (entry_id, item_id, position) VALUES (?, ?, ?)');
  for (const [position, itemId] of entry.body.evidenceIds.entries()) link.run(id, itemId, position);
}
