import * as z from 'zod';
import { factKey } from '../../../../shared/domain/facts/fact-key';
import type { NewFact } from '../../../../shared/domain/facts/new-fact';
import { factSchema } from '../../../../shared/models/evidence';
import type { EvidenceItem } from '../../../../shared/models/evidence';
import type { VaultContext } from '../../../vault/api';
import { allRows } from '../../../vault/rows/rows';
import { queueItem } from '../../items/queue-text';
import { noMoreWanted, wantCopy } from '../bundle-copy/wanted';
import type { PictureLayout } from '../../../../shared/contract/picture-said';
import { turnCodes } from '../../../../shared/domain/pictures/turn-codes';
import type { Prepared } from '../prepare';
import { previewState, renditionSteps, thumbSteps } from '../store-item';
import { insertFact, insertFileAndDerivative } from '../../items/file-rows';

type Deps = Pick<VaultContext, 'db' | 'now' | 'newId'>;
type Stored = Pick<
  Prepared,
  'width' | 'height' | 'pages' | 'pageSizes' | 'tone' | 'thumb' | 'rendition' | 'copyWanted' | 'previewReason'
>;

/** What the file says of its turn, and how many pictures it holds. What can be worked out again is no act of anybody's. */
export function keepLayout(
  context: Deps,
  { id }: EvidenceItem,
  layout: PictureLayout,
  said: readonly NewFact[],
): void {
  const codes: readonly string[] = turnCodes;
  const found = said.filter(({ code }) => codes.includes(code));
  context.db
    .prepare('UPDATE evidence SET orientation = ?, pictures = ? WHERE id = ?')
    .run(layout.orientation, layout.pictures > 1 ? layout.pictures : null, id);
  // What says the same stays the same row: two offices that have read one file alike have nothing to tell apart.
  if (sameFacts(turnFacts(context, id), found)) return;
  context.db.prepare(`DELETE FROM facts WHERE item_id = ? AND ${aboutTurn}`).run(id);
  for (const fact of found) insertFact(context, id, fact);
}

/** The facts that a reading of how a picture lies gives. */
const aboutTurn = `code IN (${turnCodes.map((code) => `'${code}'`).join(', ')})`;
const turnFact = factSchema.omit({ id: true });

function turnFacts({ db }: Pick<VaultContext, 'db'>, itemId: string): readonly z.infer<typeof turnFact>[] {
  return allRows(
    db,
    turnFact,
    `SELECT field, source, code, detail, raw, value, time, zone, rank FROM facts WHERE item_id = ? AND ${aboutTurn}`,
    itemId,
  );
}

function sameFacts(ours: readonly NewFact[], theirs: readonly NewFact[]): boolean {
  const lines = (facts: readonly NewFact[]): string => facts.map(factKey).sort().join('\n');
  return lines(ours) === lines(theirs);
}

/**
 * Puts what was drawn anew in the place of what was drawn before, and lets go what was found on the old pixels: recognised
 * words and the print that copies are found by, which are made again. Corrections that people typed stay. Gives the ids of
 * the files that have lost their rows. Must run inside a transaction.
 */
export function keepDrawn(
  context: Deps,
  item: EvidenceItem,
  sha256: string,
  { layout, facts }: { readonly layout: PictureLayout; readonly facts: readonly NewFact[] },
  stored: Stored,
): readonly string[] {
  const old = keepPictures(context, item, sha256, stored);
  keepLayout(context, item, layout, facts);
  context.db.prepare(`DELETE FROM text_pages WHERE item_id = ? AND source = 'ocr'`).run(item.id);
  forgetRead(context, item.id);
  return old;
}

/** The same for a PDF, whose own words lie otherwise as well once a page is turned. Must run inside a transaction. */
export function keepDrawnPdf(
  context: Deps,
  item: EvidenceItem,
  sha256: string,
  stored: Stored,
): readonly string[] {
  const old = keepPictures(context, item, sha256, stored);
  context.db.prepare('DELETE FROM text_pages WHERE item_id = ?').run(item.id);
  forgetRead(context, item.id);
  return old;
}

/** The same for a film, which has no words. Must run inside a transaction. */
export function keepDrawnFilm(
  context: Deps,
  item: EvidenceItem,
  sha256: string,
  stored: Stored,
): readonly string[] {
  return keepPictures(context, item, sha256, stored);
}

function forgetRead(context: Deps, id: string): void {
  const { db } = context;
  db.prepare('DELETE FROM text_queue WHERE item_id = ?').run(id);
  db.prepare('DELETE FROM picture_prints WHERE item_id = ?').run(id);
  queueItem(context, id);
}

/** The pictures that were drawn anew, with what is known of pages and sizes; the ids of the files they replace. */
function keepPictures(
  context: Deps,
  { id }: EvidenceItem,
  sha256: string,
  stored: Stored,
): readonly string[] {
  const { db } = context;
  const old = allRows(
    db,
    z.object({ file_id: z.string() }),
    'SELECT file_id FROM derivatives WHERE item_id = ?',
    id,
  ).map(({ file_id }) => file_id);
  db.prepare('DELETE FROM derivatives WHERE item_id = ?').run(id);
  for (const file of old) db.prepare('DELETE FROM files WHERE id = ?').run(file);
  db.prepare(
    `UPDATE evidence SET width = @width, height = @height, pages = @pages, page_sizes = @pageSizes, tone = @tone,
       preview = @preview, preview_reason = @reason WHERE id = @id`,
  ).run({
    id,
    width: stored.width,
    height: stored.height,
    pages: stored.pages,
    pageSizes: stored.pageSizes === null ? null : JSON.stringify(stored.pageSizes),
    tone: stored.tone,
    preview: previewState(stored),
    reason: stored.previewReason,
  });
  const parent = { itemId: id, sha256 };
  insertFileAndDerivative(context, parent, 'thumb', stored.thumb, thumbSteps);
  insertFileAndDerivative(context, parent, 'rendition', stored.rendition, renditionSteps);
  noMoreWanted(context, id);
  if (stored.copyWanted) wantCopy(context, id);
  return old;
}
