import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { bodySchema } from '../../../shared/records/json';
import type { Version } from '../../../shared/domain/records/version';
import { allRows, parseJson } from '../rows/rows';

const idsSchema = z.array(z.string());

const versionRow = z.object({
  id: z.string(),
  record_id: z.string(),
  case_id: z.string().nullable(),
  kind: z.string(),
  schema: z.int(),
  refs: z.string(),
  parents: z.string(),
  body: z.string().nullable(),
  removed: z.int(),
  office: z.string(),
  author: z.string(),
  hlc: z.string(),
  at: z.string(),
  covers: z.string().nullable(),
});

function asVersion(row: z.infer<typeof versionRow>): Version {
  return {
    id: row.id,
    recordId: row.record_id,
    caseId: row.case_id,
    kind: row.kind,
    schema: row.schema,
    refs: parseJson(idsSchema, row.refs),
    parents: parseJson(idsSchema, row.parents),
    body: row.body === null ? null : parseJson(bodySchema, row.body),
    removed: row.removed === 1,
    office: row.office,
    author: row.author,
    hlc: row.hlc,
    at: row.at,
    ...(row.covers === null ? {} : { covers: row.covers }),
  };
}

/** Every version of a record, stubs included, in the order of their ids. */
export function versionsOf(db: Database, recordId: string): readonly Version[] {
  return allRows(
    db,
    versionRow,
    'SELECT * FROM record_versions WHERE record_id = ? ORDER BY id',
    recordId,
  ).map(asVersion);
}

/** Every version of every record of a case, in the order of their ids. */
export function versionsOfCase(db: Database, caseId: string): readonly Version[] {
  return allRows(db, versionRow, 'SELECT * FROM record_versions WHERE case_id = ? ORDER BY id', caseId).map(
    asVersion,
  );
}

/** The versions of these ids that are here. */
export function versionsByIds(db: Database, ids: readonly string[]): readonly Version[] {
  return allRows(
    db,
    versionRow,
    'SELECT v.* FROM json_each(?) j JOIN record_versions v ON v.id = j.value',
    JSON.stringify(ids),
  ).map(asVersion);
}

const insertSql = `
  INSERT INTO record_versions (id, record_id, case_id, kind, schema, refs, parents, body, removed, office, author, hlc, at, covers)
  VALUES (@id, @recordId, @caseId, @kind, @schema, @refs, @parents, @body, @removed, @office, @author, @hlc, @at, @covers)`;

/** Adds a version. Must run inside an act. */
export function insertVersion(db: Database, version: Version): void {
  db.prepare(insertSql).run({
    ...version,
    refs: JSON.stringify(version.refs),
    parents: JSON.stringify(version.parents),
    body: version.body === null ? null : JSON.stringify(version.body),
    removed: version.removed ? 1 : 0,
    covers: version.covers ?? null,
  });
}
