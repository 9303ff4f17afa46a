import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { importResultSchema } from '../../../shared/models/evidence';
import type { ImportResult } from '../../../shared/models/evidence';
import type { ImportReport, Job } from '../../../shared/models/job';
import type { VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';

type Counts = NonNullable<Job['counts']>;

export const noCounts: Counts = { stored: 0, noPreview: 0, duplicate: 0, failed: 0, cancelled: 0 };

const countedAs = {
  stored: 'stored',
  'stored-no-preview': 'noPreview',
  duplicate: 'duplicate',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

export function countOne(counts: Counts, outcome: ImportResult['outcome']): Counts {
  const name = countedAs[outcome];
  return { ...counts, [name]: counts[name] + 1 };
}

/** Records what became of one file of an import. */
export function keepResult({ db }: Pick<VaultContext, 'db'>, place: ResultPlace, result: ImportResult): void {
  db.prepare(
    'INSERT INTO import_results (job_id, position, case_id, result, path) VALUES (?, ?, ?, ?, ?)',
  ).run(place.jobId, place.position, place.caseId, JSON.stringify(result), place.path);
}

/** Which result of which import it is, and where the file lay; null where its path is no text. */
export interface ResultPlace {
  readonly jobId: string;
  readonly position: number;
  readonly caseId: string;
  readonly path: string | null;
}

export function countAll(results: readonly ImportResult[]): Counts {
  return results.reduce((counts, { outcome }) => countOne(counts, outcome), noCounts);
}

const readRow = z.object({ reading: z.string(), reading_reason: z.string().nullable(), preview: z.string() });
const placedRow = z.object({ position: z.int(), result: z.string() });

/**
 * Says of files that were stored what became of reading what is inside: one whose words can be read is shown after all,
 * and one that could not be read says why. `ids` are those that were read.
 */
export function amendResults(
  { db }: Pick<VaultContext, 'db'>,
  jobId: string,
  ids: ReadonlySet<string>,
  results: ImportResult[],
): void {
  const find = db.prepare('SELECT reading, reading_reason, preview FROM evidence WHERE id = ?');
  const amend = (result: ImportResult): ImportResult => {
    const { itemId, outcome } = result;
    if (itemId === null || outcome === 'duplicate' || !ids.has(itemId)) return result;
    const row = readRow.safeParse(find.get(itemId));
    if (!row.success || row.data.preview === 'ready') return result;
    return row.data.reading === 'done'
      ? { ...result, outcome: 'stored', reason: null }
      : { ...result, outcome: 'stored-no-preview', reason: row.data.reading_reason };
  };
  results.forEach((result, index) => {
    results[index] = amend(result);
  });
  const kept = allRows(db, placedRow, 'SELECT position, result FROM import_results WHERE job_id = ?', jobId);
  const change = db.prepare('UPDATE import_results SET result = ? WHERE job_id = ? AND position = ?');
  db.transaction(() => {
    for (const { position, result } of kept) {
      const before = parseJson(importResultSchema, result);
      const after = amend(before);
      if (after !== before) change.run(JSON.stringify(after), jobId, position);
    }
  })();
}

const resultRow = z.object({ case_id: z.string(), result: z.string() });

/** The report of an import of an earlier run, whose job is no longer known: all there is, is how each file ended. */
export function readOldReport({ db }: Pick<VaultContext, 'db'>, jobId: string): ImportReport {
  const sql = 'SELECT case_id, result FROM import_results WHERE job_id = ? ORDER BY position';
  const rows = allRows(db, resultRow, sql, jobId);
  const [first] = rows;
  if (first === undefined) throw new HoldfastError('not-found');
  const results = rows.map(({ result }) => parseJson(importResultSchema, result));
  const cancelled = results.some(({ outcome }) => outcome === 'cancelled');
  const job: Job = {
    id: jobId,
    kind: 'import',
    caseId: first.case_id,
    state: cancelled ? 'cancelled' : 'done',
    done: results.length,
    total: results.length,
    step: 'finished',
    elapsed: 0,
    error: cancelled ? 'cancelled' : null,
    counts: countAll(results),
    resultId: cancelled ? null : first.case_id,
  };
  return { job, results };
}
