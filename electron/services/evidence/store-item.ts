import { basename } from 'node:path';
import * as z from 'zod';
import { chooseBestDate } from '../../../shared/domain/facts/best-date';
import { suggestTitle } from '../../../shared/domain/facts/title';
import { HoldfastError } from '../../../shared/errors';
import type { ImportResult } from '../../../shared/models/evidence';
import type { VaultContext } from '../../vault/api';
import { sortDate } from '../items/file-under';
import { takeNumber } from '../items/producers';
import { queueItem } from '../items/queue-text';
import { wantCopy } from './bundle-copy/wanted';
import type { Prepared } from './prepare';
import { insertFile, insertFact, insertFileAndDerivative } from '../items/file-rows';

/** An item of the case with the same content, or null. */
export function findDuplicate({ db }: Pick<VaultContext, 'db'>, caseId: string, sha256: string) {
  const row: unknown = db
    .prepare(
      `SELECT e.id, e.exhibit_ref FROM evidence e JOIN files f ON f.id = e.file_id
       WHERE e.case_id = ? AND f.sha256 = ? ORDER BY e.exhibit_number LIMIT 1`,
    )
    .get(caseId, sha256);
  return row === undefined ? null : z.object({ id: z.string(), exhibit_ref: z.string() }).parse(row);
}

/**
 * Makes a prepared file an item of the case, all its rows at once; its number is the producer's, by default the case's own
 * one. Must run inside an act. Returns its result for the report. Throws `conflict` when an item with the same content came
 * in meanwhile.
 */
export function storeItem(
  context: VaultContext,
  caseId: string,
  prepared: Prepared,
  { producerId = null }: { readonly producerId?: string | null } = {},
): ImportResult {
  const { db } = context;
  if (findDuplicate(context, caseId, prepared.file.sha256) !== null) throw new HoldfastError('conflict');
  const id = context.newId();
  const taken = takeNumber(context, caseId, producerId);
  const { best, conflict } = chooseBestDate(prepared.facts);
  const { kind, mime } = prepared.identity;
  insertFile(context, prepared.file);
  db.prepare(
    `INSERT INTO evidence (id, case_id, file_id, producer_id, exhibit_ref, exhibit_number, given_ref, given_number, file_name, title, suggested_title, kind, mime, imported_at,
       preview, preview_reason, width, height, orientation, pages, page_sizes, pictures, tone, best_date, sort_date, date_conflict,
       edited, office, author, hlc)
     VALUES (@id, @caseId, @fileId, @producerId, @ref, @number, @ref, @number, @fileName, @title, @title, @kind, @mime, @at, @preview, @previewReason, @width,
       @height, @orientation, @pages, @pageSizes, @pictures, @tone, @bestDate, @sortDate, @conflict, @edited, @office, @author, @hlc)`,
  ).run({
    id,
    caseId,
    fileId: prepared.file.id,
    ...taken,
    fileName: basename(prepared.name),
    title: suggestTitle({ kind, mime, facts: prepared.facts }),
    kind,
    mime,
    at: context.now().toISOString(),
    preview: previewState(prepared),
    previewReason: prepared.previewReason,
    width: prepared.width,
    height: prepared.height,
    orientation: prepared.orientation,
    pages: prepared.pages,
    pageSizes: prepared.pageSizes === null ? null : JSON.stringify(prepared.pageSizes),
    pictures: prepared.pictures,
    tone: prepared.tone,
    bestDate: best === null ? null : JSON.stringify(best),
    sortDate: sortDate(best),
    conflict: conflict ? 1 : 0,
    edited: prepared.facts.some(({ field }) => field === 'edited') ? 1 : 0,
    ...context.stamp(),
  });
  for (const fact of prepared.facts) insertFact(context, id, fact);
  const parent = { itemId: id, sha256: prepared.file.sha256 };
  insertFileAndDerivative(context, parent, 'thumb', prepared.thumb, thumbSteps);
  insertFileAndDerivative(context, parent, 'rendition', prepared.rendition, renditionSteps);
  if (prepared.copyWanted) wantCopy(context, id);
  queueItem(context, id);
  return {
    fileName: prepared.name,
    outcome: prepared.previewReason === null ? 'stored' : 'stored-no-preview',
    reason: prepared.previewReason,
    itemId: id,
    exhibitRef: taken.ref,
    kind,
    bytes: prepared.file.bytes,
    sha256: prepared.file.sha256,
    inside: false,
    ...besideOf(prepared.facts),
  };
}

/** What a PDF holds beside its pages, for the report. */
function besideOf(facts: Prepared['facts']): Pick<ImportResult, 'holds' | 'isMarked'> {
  const files = facts.find(({ code }) => code === 'pdf.Files');
  return {
    holds: files === undefined ? 0 : Number(files.raw),
    isMarked: facts.some(({ code }) => code === 'pdf.RedactMarks'),
  };
}

export function previewState(prepared: Pick<Prepared, 'previewReason'>): 'ready' | 'none' | 'failed' {
  if (prepared.previewReason === null) return 'ready';
  return ['unsupported-preview', 'file-empty'].includes(prepared.previewReason) ? 'none' : 'failed';
}

/** What is done to an original for its small picture, and for its copy in bundles. */
export const thumbSteps = ['decode', 'turn upright', 'shrink'] as const;
export const renditionSteps = ['decode', 'turn upright', 'fit to 300 dpi'] as const;
