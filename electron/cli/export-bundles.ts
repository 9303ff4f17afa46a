import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { ukDay } from '../../shared/domain/dates/standing';
import { bundleFileBodySchema } from '../../shared/models/bundle';
import type { BundleFileBody } from '../../shared/models/bundle';
import { fileRow } from '../vault/check/files';
import { allRows } from '../vault/rows/rows';
import { uniqueName } from './plain-names';
import type { Writer } from './writer';

const bundleRow = z.object({ bundle: z.string(), created_at: z.string(), ...fileRow.shape });
const furtherRow = z.object({ position: z.int(), body: z.string(), ...fileRow.shape });

/**
 * Writes the bundles of a case, the first that was built as number 1: the whole of each, and beside it, under the same beginning, its
 * volumes, its parts for e-mail, the file for printing and pages that were added later. Gives the names of those that could not be read.
 */
export async function writeBundles(
  db: Database,
  writer: Pick<Writer, 'stored'>,
  folder: string,
  caseId: string,
): Promise<readonly string[]> {
  const failed: string[] = [];
  const taken = new Set<string>();
  const write = async (name: string, file: z.infer<typeof fileRow>): Promise<void> => {
    const path = `${folder}/bundles/${uniqueName(name, taken)}`;
    if (!(await writer.stored(path, file))) failed.push(path);
  };
  const bundles = allRows(
    db,
    bundleRow,
    `SELECT b.id AS bundle, b.created_at, f.id, f.key, f.sha256, f.bytes FROM bundles b JOIN files f ON f.id = b.file_id
     WHERE b.case_id = ? ORDER BY b.id`,
    caseId,
  );
  for (const [index, { bundle, created_at: at, ...whole }] of bundles.entries()) {
    const name = `${ukDay(at)}-${index + 1}`;
    await write(`${name}.pdf`, whole);
    for (const { position, body, ...file } of furtherFiles(db, bundle))
      await write(`${name}-${endingOf(body, position)}.pdf`, file);
  }
  return failed;
}

/** A vault of before there were any has no table of them. */
function furtherFiles(db: Database, bundle: string): readonly z.infer<typeof furtherRow>[] {
  const isThere = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'bundle_files'");
  if (isThere.get() === undefined) return [];
  return allRows(
    db,
    furtherRow,
    `SELECT b.position, b.body, f.id, f.key, f.sha256, f.bytes FROM bundle_files b JOIN files f ON f.id = b.file_id
     WHERE b.bundle_id = ? ORDER BY b.position`,
    bundle,
  );
}

const roles: Readonly<Record<BundleFileBody['role'], (file: BundleFileBody) => string>> = {
  volume: ({ number, of, ...pages }) => `volume-${number}-of-${of}-${pagesOf(pages)}`,
  part: ({ number, of, ...pages }) => `part-${number}-of-${of}-${pagesOf(pages)}`,
  printable: () => 'for-printing',
  late: (pages) => `added-${pagesOf(pages)}`,
};

/** Labels of pages are words of a person: `12.1`, `A7`. */
function pagesOf({ firstPage, lastPage }: Pick<BundleFileBody, 'firstPage' | 'lastPage'>): string {
  const plain = (label: string): string => label.replace(/[^A-Za-z0-9.]+/gu, '');
  return `p${plain(firstPage)}-${plain(lastPage)}`;
}

/** What a further file is; one of which nobody can tell any more goes all the same, by its place. */
function endingOf(body: string, position: number): string {
  const { data } = bundleFileBodySchema.safeParse(json(body));
  return data === undefined ? `file-${position + 1}` : roles[data.role](data);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
