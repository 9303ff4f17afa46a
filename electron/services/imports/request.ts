import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

/** What was handed in, kept until the import has ended, so that it can go on after a crash. */
const requestSchema = z.object({
  paths: z.array(z.string()).min(1),
  /** How many files the paths hold; null until they have been listed. */
  total: z.int().nullable(),
});

const row = z.object({
  job_id: z.string(),
  case_id: z.string(),
  request: z.string(),
  started_at: z.string(),
});

/** Writes down that an import has begun. */
export function rememberImport(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  jobId: string,
  caseId: string,
  paths: readonly string[],
): void {
  db.prepare(
    `INSERT INTO imports (job_id, case_id, request, state, started_at) VALUES (?, ?, ?, 'running', ?)`,
  ).run(jobId, caseId, JSON.stringify({ paths, total: null }), now().toISOString());
}

export function rememberTotal({ db }: Db, jobId: string, total: number): void {
  db.prepare(`UPDATE imports SET request = json_set(request, '$.total', ?) WHERE job_id = ?`).run(
    total,
    jobId,
  );
}

/** The import has ended, whichever way: every file has its outcome. */
export function forgetImport({ db }: Db, jobId: string): void {
  db.prepare('DELETE FROM imports WHERE job_id = ?').run(jobId);
}

/** Imports of a case that were begun and never ended, oldest first. */
export function unfinishedImports({ db }: Db, caseId: string) {
  const sql = `SELECT i.job_id, i.case_id, i.request, i.started_at,
      -- What came inside a file has a result too, but no path of its own.
      (SELECT count(*) FROM import_results r WHERE r.job_id = i.job_id AND r.path IS NOT NULL) AS done
    FROM imports i WHERE i.case_id = ? ORDER BY i.started_at, i.job_id`;
  return allRows(db, row.extend({ done: z.int() }), sql, caseId).map((found) => ({
    jobId: found.job_id,
    startedAt: found.started_at,
    done: found.done,
    total: parseJson(requestSchema, found.request).total,
  }));
}

/** What an import that never ended was asked for. Throws `not-found`. */
export function readRequest({ db }: Db, jobId: string): { caseId: string; paths: readonly string[] } {
  const found = oneRow(
    db,
    row,
    'SELECT job_id, case_id, request, started_at FROM imports WHERE job_id = ?',
    jobId,
  );
  return { caseId: found.case_id, paths: parseJson(requestSchema, found.request).paths };
}

/** Where the files lie that an import left out, in its order. Throws `not-found` when there are none. */
export function pathsToRetry({ db }: Db, jobId: string): { caseId: string; paths: readonly string[] } {
  const sql = `SELECT case_id, path FROM import_results
    WHERE job_id = ? AND path IS NOT NULL AND json_extract(result, '$.outcome') IN ('failed', 'cancelled')
    ORDER BY position`;
  const rows = allRows(db, z.object({ case_id: z.string(), path: z.string() }), sql, jobId);
  const [first] = rows;
  if (first === undefined) throw new HoldfastError('not-found');
  return { caseId: first.case_id, paths: rows.map(({ path }) => path) };
}
