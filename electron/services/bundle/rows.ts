import * as z from 'zod';
import {
  bundleCheckSchema,
  bundleFileBodySchema,
  bundleOptionsSchema,
  bundlePlanSchema,
} from '../../../shared/models/bundle';
import type { Bundle, BundleFileShown } from '../../../shared/models/bundle';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { insertFile } from '../items/file-rows';
import type { BuiltBundle } from './built';

type Db = Pick<VaultContext, 'db'>;

const row = z.object({
  id: z.string(),
  case_id: z.string(),
  file_id: z.string(),
  created_at: z.string(),
  pages: z.int(),
  options: z.string(),
  plan: z.string(),
  checks: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
const sql = 'SELECT b.*, f.bytes, f.sha256 FROM bundles b JOIN files f ON f.id = b.file_id';

const fileRow = z.object({ position: z.int(), body: z.string(), bytes: z.int(), sha256: z.string() });

function filesOf({ db }: Db, bundleId: string): readonly BundleFileShown[] {
  return allRows(
    db,
    fileRow,
    `SELECT b.position, b.body, f.bytes, f.sha256 FROM bundle_files b JOIN files f ON f.id = b.file_id
     WHERE b.bundle_id = ? ORDER BY b.position`,
    bundleId,
  ).map(({ body, ...file }) => ({ ...file, ...parseJson(bundleFileBodySchema, body) }));
}

function asBundle(context: Db, found: z.infer<typeof row>): Bundle {
  return {
    id: found.id,
    caseId: found.case_id,
    options: parseJson(bundleOptionsSchema, found.options),
    createdAt: found.created_at,
    pages: found.pages,
    bytes: found.bytes,
    sha256: found.sha256,
    plan: parseJson(bundlePlanSchema, found.plan),
    checks: parseJson(z.array(bundleCheckSchema), found.checks),
    files: filesOf(context, found.id),
  };
}

/** The bundles of a case, the newest first. */
export function listBundles(context: Db, caseId: string): Bundle[] {
  return allRows(context.db, row, `${sql} WHERE b.case_id = ? ORDER BY b.rowid DESC`, caseId).map((found) =>
    asBundle(context, found),
  );
}

/** Throws `not-found`. */
export function readBundle(context: Db, id: string): Bundle {
  return asBundle(context, oneRow(context.db, row, `${sql} WHERE b.id = ?`, id));
}

/** The stored file of a bundle, or of one of its further files. Throws `not-found`. */
export function bundleFileId({ db }: Db, id: string, position: number | null): string {
  const found =
    position === null
      ? oneRow(db, z.object({ file_id: z.string() }), 'SELECT file_id FROM bundles WHERE id = ?', id)
      : oneRow(
          db,
          z.object({ file_id: z.string() }),
          'SELECT file_id FROM bundle_files WHERE bundle_id = ? AND position = ?',
          id,
          position,
        );
  return found.file_id;
}

/** Keeps what was built. Must run inside the act that records it. */
export function insertBundle(
  context: Pick<VaultContext, 'db' | 'now'>,
  id: string,
  caseId: string,
  built: BuiltBundle,
  options: Bundle['options'],
): void {
  const { db } = context;
  insertFile(context, built.file);
  db.prepare(
    `INSERT INTO bundles (id, case_id, file_id, created_at, pages, options, plan, checks, layout)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    caseId,
    built.file.id,
    context.now().toISOString(),
    built.plan.pages,
    JSON.stringify(options),
    JSON.stringify(built.plan),
    JSON.stringify(built.checks),
    JSON.stringify(built.layout),
  );
  const insert = db.prepare(
    'INSERT INTO bundle_files (bundle_id, position, file_id, body) VALUES (?, ?, ?, ?)',
  );
  for (const [position, { file, body }] of built.further.entries()) {
    insertFile(context, file);
    insert.run(id, position, file.id, JSON.stringify(body));
  }
}
