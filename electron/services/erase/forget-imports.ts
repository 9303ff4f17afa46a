import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { allRows } from '../../vault/rows/rows';

const pathRow = z.object({ path: z.string() });
const importRow = z.object({ job_id: z.string(), request: z.string() });

/**
 * Reports of imports hold the names that files had and where they lay. Those of one item go: how each of its imports ended,
 * also the tries of the same file that failed, and its path in what an import was asked for.
 */
export function forgetImports(db: Database, itemId: string): void {
  const paths = new Set(
    allRows(
      db,
      pathRow,
      "SELECT DISTINCT path FROM import_results WHERE json_extract(result, '$.itemId') = ? AND path IS NOT NULL",
      itemId,
    ).map(({ path }) => path),
  );
  db.prepare("DELETE FROM import_results WHERE json_extract(result, '$.itemId') = ?").run(itemId);
  for (const path of paths) db.prepare('DELETE FROM import_results WHERE path = ?').run(path);
  if (paths.size === 0) return;
  const imports = allRows(
    db,
    importRow,
    `SELECT i.job_id, i.request FROM imports i JOIN evidence e ON e.case_id = i.case_id WHERE e.id = ?`,
    itemId,
  );
  for (const { job_id: jobId, request } of imports) {
    const left = withoutPaths(request, paths);
    if (left !== request) db.prepare('UPDATE imports SET request = ? WHERE job_id = ?').run(left, jobId);
  }
}

/** The same JSON without these texts in any of its lists. What is no JSON names paths nobody can find, so nothing of it stays. */
function withoutPaths(request: string, paths: ReadonlySet<string>): string {
  try {
    return JSON.stringify(strip(JSON.parse(request), paths));
  } catch {
    return '{}';
  }
}

function strip(value: unknown, paths: ReadonlySet<string>): unknown {
  if (Array.isArray(value))
    return value
      .filter((each) => typeof each !== 'string' || !paths.has(each))
      .map((each) => strip(each, paths));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, strip(each, paths)]));
}
