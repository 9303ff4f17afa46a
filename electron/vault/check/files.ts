import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import type { FileStore } from '../api';
import { isDraftName } from '../durable';
import { sealedLength } from '../file-format';
import { litterNames } from '../names';
import type { Findings } from './findings';

export const fileRow = z.object({
  id: z.string(),
  key: z.instanceof(Buffer),
  sha256: z.string(),
  bytes: z.int(),
});

export interface FilesReport {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Every stored file that a row knows: there and of the right length; when `full`, also opened and hashed again. Then what
 * lies in the folder that no row knows.
 */
export async function checkFiles(
  db: Database,
  folder: string,
  files: Pick<FileStore, 'read'>,
  options: {
    readonly full: boolean;
    readonly findings: Findings;
    readonly signal?: AbortSignal;
    readonly progress?: (done: number, total: number) => void;
    /** False for a backup: other snapshots' files lie there too. */
    readonly alone?: boolean;
  },
): Promise<FilesReport> {
  const { full, findings, signal, progress, alone = true } = options;
  const rows = z
    .array(fileRow)
    .parse(db.prepare('SELECT id, key, sha256, bytes FROM files ORDER BY id').all());
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  /** Work goes on meanwhile: what came or went since the rows were read is no fault. */
  const isKnownNow = (id: string): boolean =>
    db.prepare('SELECT 1 FROM files WHERE id = ?').get(id) !== undefined;
  let done = 0;
  for (const row of rows) {
    if (signal?.aborted === true) throw new HoldfastError('cancelled');
    const size = await stat(join(folder, row.id.slice(-2), row.id)).then(
      (found) => (found.isFile() ? found.size : -1),
      () => null,
    );
    if (size === null) {
      if (isKnownNow(row.id)) findings.add('file-missing', row.id);
    } else if (size !== sealedLength(row.bytes)) findings.add('file-damaged', row.id);
    else if (full && !(await isWhole(files, row)) && isKnownNow(row.id)) findings.add('file-damaged', row.id);
    done += row.bytes;
    progress?.(done, total);
  }
  if (alone) {
    const known = new Set(rows.map(({ id }) => id));
    for (const id of await findStrangers(folder, known, findings))
      if (!isKnownNow(id)) findings.add('file-unreferenced', id);
  }
  return { files: rows.length, bytes: total };
}

async function isWhole(files: Pick<FileStore, 'read'>, row: z.infer<typeof fileRow>): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of files.read(row)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch {
    return false;
  }
  return bytes === row.bytes && hash.digest('hex') === row.sha256;
}

/** Names what is no stored file; gives the ids of stored files that none of the rows knows. */
async function findStrangers(
  folder: string,
  known: ReadonlySet<string>,
  findings: Findings,
): Promise<readonly string[]> {
  const unknown: string[] = [];
  const parts = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const part of parts) {
    if (litterNames.has(part.name)) continue;
    if (!part.isDirectory() || !/^[0-9a-f]{2}$/.test(part.name)) {
      findings.add('stranger', part.name);
      continue;
    }
    for (const each of await readdir(join(folder, part.name), { withFileTypes: true })) {
      const { name } = each;
      const isId = each.isFile() && z.uuid().safeParse(name).success && name.endsWith(part.name);
      if (litterNames.has(name) || (isId && known.has(name))) continue;
      if (isId) unknown.push(name);
      else findings.add(isDraftName(name) ? 'unfinished' : 'stranger', name);
    }
  }
  return unknown;
}
