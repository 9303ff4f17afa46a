import * as z from 'zod';
import { reportError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import { allRows, parseJson } from '../../vault/rows/rows';
import { makePdfCopy } from './make';
import type { MadeCopy } from './make';
import { pdfReportSchema } from './report';
import type { PdfReport } from './report';
import { insertFile } from '../items/file-rows';

/** Raised whenever a copy is made otherwise than before: older ones are then made anew. */
export const cleaner = 3;
/** What is larger is not decoded at import either. */
const largest = 200 * 1024 * 1024;
const largestCopy = 512 * 1024 * 1024;

const row = z.object({
  id: z.string(),
  key: z.instanceof(Buffer),
  sha256: z.string(),
  bytes: z.int(),
  cleaner: z.int(),
  report: z.string(),
});

/** What is being made: two that want the same copy share it. */
const making = new WeakMap<VaultContext, Map<string, Promise<MadeCopy>>>();

/**
 * The copy of a stored PDF that is handed on: its pages as they are seen, and nothing else. Made where there is none yet, or
 * where an older cleaner made it, and kept. Throws `unreadable-pdf`, `encrypted-file` and what the lab throws.
 */
export function pdfCopy(context: VaultContext, source: StoredFile): Promise<MadeCopy> {
  let running = making.get(context);
  if (running === undefined) making.set(context, (running = new Map<string, Promise<MadeCopy>>()));
  const before = running.get(source.id);
  if (before !== undefined) return before;
  const work = keptOrMade(context, source).finally(() => running.delete(source.id));
  running.set(source.id, work);
  return work;
}

async function keptOrMade(context: VaultContext, source: StoredFile): Promise<MadeCopy> {
  const kept = readKept(context, source.id);
  if (kept?.cleaner === cleaner) {
    try {
      const bytes = await context.files.readAll(kept, largestCopy);
      return { bytes, report: parseJson(pdfReportSchema, kept.report) };
    } catch (error) {
      // What was made can be made again; that it is not as it was stored is for the check of the vault to say.
      if (reportError(error).code === 'vault-locked') throw error;
    }
  }
  const made = await makePdfCopy(context.lab, await context.files.readAll(source, largest));
  await keep(context, source, made);
  return made;
}

/** What is known of the copy of a stored PDF, without making one. */
export function reportOfCopy({ db }: Pick<VaultContext, 'db'>, sourceId: string): PdfReport | null {
  const kept = readKept({ db }, sourceId);
  return kept?.cleaner === cleaner ? parseJson(pdfReportSchema, kept.report) : null;
}

function readKept({ db }: Pick<VaultContext, 'db'>, sourceId: string): z.infer<typeof row> | null {
  const [found] = allRows(
    db,
    row,
    `SELECT f.id, f.key, f.sha256, f.bytes, c.cleaner, c.report FROM pdf_copies c JOIN files f ON f.id = c.file_id
     WHERE c.source_id = ?`,
    sourceId,
  );
  return found ?? null;
}

async function keep(context: VaultContext, source: StoredFile, { bytes, report }: MadeCopy): Promise<void> {
  const { db } = context;
  const file = await context.files.write([bytes]);
  const old = db.transaction(() => {
    // Erased meanwhile: then nothing may be kept.
    if (db.prepare('SELECT 1 FROM files WHERE id = ?').get(source.id) === undefined) return file.id;
    const before = readKept(context, source.id)?.id ?? null;
    insertFile(context, file);
    db.prepare(
      `INSERT INTO pdf_copies (source_id, file_id, cleaner, report) VALUES (?, ?, ?, ?)
       ON CONFLICT (source_id) DO UPDATE SET file_id = excluded.file_id, cleaner = excluded.cleaner, report = excluded.report`,
    ).run(source.id, file.id, cleaner, JSON.stringify(report));
    if (before !== null) db.prepare('DELETE FROM files WHERE id = ?').run(before);
    return before;
  })();
  if (old !== null) await context.files.remove(old);
}
