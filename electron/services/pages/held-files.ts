import * as z from 'zod';
import type { HeldFile } from '../../../shared/contract/lab';
import type { HeldFileShown } from '../../../shared/contract/pages-methods';
import { HoldfastError, isNotOfTheFile, reportError } from '../../../shared/errors';
import type { ImportResult } from '../../../shared/models/evidence';
import type { Job } from '../../../shared/models/job';
import { createPlaces } from '../../readers/kit/names';
import type { ReaderChild } from '../../readers/kit/reader';
import type { JobControl, StoredFile, VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import { createAllowance } from '../evidence/inside/allowance';
import type { Allowance } from '../evidence/inside/allowance';
import { readItemToRead } from '../evidence/inside/item-to-read';
import { createIdentifier } from '../evidence/identify-file';
import type { Identifier } from '../evidence/identify-file';
import { readWhatCameIn } from '../evidence/inside/read-jobs';
import { refused, storeFromInside } from '../evidence/inside/store-child';
import { reportedAs } from '../evidence/inside/collector';
import { countAll } from '../evidence/import-results';
import { readAgain } from '../evidence/read-again/read-again';
import { readItem } from '../items/item-rows';
import { readShown } from '../items/shown-as';

/** What is larger is not decoded at import either. */
const largestPdf = 200 * 1024 * 1024;
/** The lab holds a file whole. */
const largestFile = 100 * 1024 * 1024;

/** A file that a PDF holds, under a name and at a place that no other in it has. */
interface Named {
  readonly at: number;
  readonly held: HeldFile;
  readonly child: ReaderChild;
}

async function namedFiles(
  context: VaultContext,
  id: string,
): Promise<{ readonly bytes: Buffer; readonly file: StoredFile; readonly files: readonly Named[] }> {
  if (readItem(context, id).kind !== 'pdf') throw new HoldfastError('unsupported-preview');
  await readAgain(context, id);
  const file = readShown(context, id);
  const bytes = await context.files.readAll(file, largestPdf);
  const { files } = await context.lab.ask({ type: 'pdf-held', bytes });
  const place = createPlaces();
  return { bytes, file, files: files.map((held, at) => ({ at, held, child: place(held.name) })) };
}

const takenRow = z.object({
  place: z.string(),
  id: z.string().nullable(),
  exhibit_ref: z.string().nullable(),
  reason: z.string().nullable(),
});

/** The files that a PDF holds, each with the exhibit that was made of it. */
export async function listHeld(context: VaultContext, id: string): Promise<HeldFileShown[]> {
  const { files } = await namedFiles(context, id);
  const taken = new Map(
    allRows(
      context.db,
      takenRow,
      `SELECT i.place, e.id, e.exhibit_ref, i.reason FROM inside i LEFT JOIN evidence e ON e.id = i.item_id
       WHERE i.parent_id = @id
       UNION ALL SELECT parent_place, id, exhibit_ref, NULL FROM evidence
       WHERE parent_id = @id AND parent_place IS NOT NULL`,
      // Those that were taken out before a stop in the middle are exhibits without a line in the list.
      { id },
    ).map((row) => [row.place, row]),
  );
  return files.map(({ at, held, child }) => {
    const row = taken.get(child.place);
    const item =
      row?.id == null || row.exhibit_ref === null ? null : { id: row.id, exhibitRef: row.exhibit_ref };
    const { mime, bytes, page } = held;
    return { at, name: child.name, mime, bytes, page, item, reason: row?.reason ?? null };
  });
}

/** Takes files out of a PDF, as a job; each becomes an exhibit as an attachment of an e-mail does. */
export function takeOut(context: VaultContext, id: string, wanted: readonly number[]): Job {
  const { caseId, kind } = readItem(context, id);
  if (kind !== 'pdf') throw new HoldfastError('unsupported-preview');
  return context.jobs.start('import', caseId, async (control) => {
    const results = await takeAll(context, id, new Set(wanted), control);
    await readWhatCameIn(context, control, results);
    return { resultId: caseId };
  });
}

async function takeAll(
  context: VaultContext,
  id: string,
  wanted: ReadonlySet<number>,
  control: JobControl,
): Promise<ImportResult[]> {
  const { bytes, file, files } = await namedFiles(context, id);
  const chosen = files.filter(({ at }) => wanted.has(at));
  const allowance = createAllowance(file.bytes);
  const results: ImportResult[] = [];
  const found: Found[] = [];
  control.progress({ step: 'expanding', done: 0, total: chosen.length });
  const identifier = createIdentifier(context.readers);
  try {
    for (const named of chosen) {
      if (control.signal.aborted) throw new HoldfastError('cancelled');
      const result = await takeOne(context, id, { named, bytes, allowance, identifier, control });
      if (result !== null) {
        results.push(result);
        found.push({ named, result });
      }
      control.progress({ done: results.length, counts: countAll(results) });
    }
  } finally {
    identifier.close();
  }
  keepFound(context, id, found);
  return results;
}

interface Taking {
  readonly named: Named;
  readonly bytes: Buffer;
  readonly allowance: Allowance;
  readonly identifier: Identifier;
  readonly control: JobControl;
}

/** Null for one that was taken out before. */
async function takeOne(
  context: VaultContext,
  id: string,
  { named: { at, child }, bytes, allowance, identifier, control }: Taking,
): Promise<ImportResult | null> {
  const before = 'SELECT 1 FROM evidence WHERE parent_id = ? AND parent_place = ?';
  if (context.db.prepare(before).get(id, child.place) !== undefined) return null;
  const item = readItemToRead(context, id);
  const told = {
    caseId: item.case_id,
    jobId: control.id,
    reportedAs: reportedAs([item.file_name, child.place]),
  };
  try {
    allowance.takeFile();
    const taken = await context.lab.ask({ type: 'pdf-file', bytes, at, most: largestFile });
    const parent = { parentId: id, parentRef: item.exhibit_ref };
    const content = allowance.counted(inOnePiece(taken.bytes));
    const { signal } = control;
    return await storeFromInside(context, { ...child, ...told, ...parent, content, identifier, signal });
  } catch (error) {
    const { code } = reportError(error);
    if (isNotOfTheFile(code)) throw error;
    return refused(context, told, code === 'unreadable-pdf' ? 'unreadable-file' : code);
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield await Promise.resolve(bytes);
}

interface Found {
  readonly named: Named;
  readonly result: ImportResult;
}

/** Lists what was taken out with the PDF that it came in, as what came in an e-mail is listed. */
function keepFound(context: VaultContext, id: string, found: readonly Found[]): void {
  if (found.length === 0) return;
  const { caseId, exhibitRef } = readItem(context, id);
  const taken = found.filter(({ result }) => result.itemId !== null).length;
  const detail = { exhibit: exhibitRef, inside: taken, left: found.length - taken };
  context.act({ action: 'evidence.take-out', subject: id, detail }, () => {
    const { db } = context;
    db.prepare('INSERT INTO readings (item_id, at) VALUES (?, ?) ON CONFLICT (item_id) DO NOTHING').run(
      id,
      context.now().toISOString(),
    );
    const drop = db.prepare('DELETE FROM inside WHERE parent_id = ? AND place = ?');
    const add = db.prepare(
      `INSERT INTO inside (parent_id, place, position, name, item_id, copy, reason)
       SELECT @id, @place, @position, @name, @itemId, @copy, @reason
       WHERE @itemId IS NULL OR EXISTS (SELECT 1 FROM evidence WHERE id = @itemId)`,
    );
    for (const { named, result } of found) {
      const { place, name } = named.child;
      const { itemId, outcome, reason } = result;
      drop.run(id, place);
      add.run({
        ...{ id, place, name, itemId, position: named.at },
        copy: outcome === 'duplicate' ? 1 : 0,
        reason: itemId === null ? reason : null,
      });
    }
  });
  context.changed('evidence', caseId);
}
