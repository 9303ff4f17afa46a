import * as z from 'zod';
import { hasOwnText } from '../../../shared/domain/text/layout';
import { reportError } from '../../../shared/errors';
import type { LabAnswer } from '../../../shared/contract/lab';
import type { VaultContext } from '../../vault/api';
import { labSource, readItem } from '../items/item-rows';
import { readShown } from '../items/shown-as';
import { readAgain } from '../evidence/read-again/read-again';
import { isReadingWanted } from '../evidence/read-again/wanted';
import { languagesOf } from './language-rows';
import { giveLanguage } from './languages';
import { copyLying, keepLying } from './page-lies';
import { copyPage, storePage } from './page-rows';
import { dequeue, enqueue, isQueued } from './queue';
import type { QueuedPage } from './queue';

const largestFile = 256 * 1024 * 1024;
/** Pages of a PDF whose own text is looked at in one go. */
const pagesAtOnce = 40;
/** A PDF with more pages is no document that anybody reads; the others stay without text. */
const mostPages = 5000;
/** What a scan is read after, when its pages wait among screenshots and photographs. */
const scanPriority = 20;

/**
 * Reads one queued page and keeps its text; the row of the queue goes in the same transaction, so that a page is read
 * once, whenever the process ends. Throws a code when it cannot be read.
 */
export async function readQueued(context: VaultContext, queued: QueuedPage): Promise<void> {
  const { item_id: itemId, page, kind, mime } = queued;
  if (isReadingWanted(context, itemId)) {
    await readAgain(context, itemId);
    // It may have other pages now, and waits anew with them.
    if (!isQueued(context, itemId, page)) return;
  }
  if (page === 0) return readPdf(context, itemId);
  const { languages } = languagesOf(context, itemId);
  const together = languages.join('+');
  const copied = context.db.transaction(() => {
    const found = copyPage(context, itemId, page, together);
    if (found) {
      copyLying(context, itemId, page);
      dequeue(context, itemId, page);
    }
    return found;
  })();
  if (copied) return;
  const bytes = await context.files.readAll(readShown(context, itemId), largestFile);
  const source =
    kind === 'pdf'
      ? { bytes, mime, page, orientation: 1 }
      : labSource(context, readItem(context, itemId), bytes, page);
  const read = await recognise(context, { ...source, languages });
  context.db.transaction(() => {
    // Erased meanwhile: then there is no row to be done with, and nothing may be kept.
    if (isGone(context, itemId)) return;
    storePage(context, itemId, page, { ...read, source: 'ocr', languages: together });
    keepLying(context, itemId, { page, by: read.lies, crooked: read.crooked });
    dequeue(context, itemId, page);
  })();
}

function isGone({ db }: VaultContext, itemId: string): boolean {
  return db.prepare('SELECT 1 FROM evidence WHERE id = ?').get(itemId) === undefined;
}

type Request = Omit<Extract<Parameters<VaultContext['textLab']['ask']>[0], { type: 'recognise' }>, 'type'>;

/** A new lab knows English only: it says so, is given the others, and asked again. */
async function recognise(context: VaultContext, request: Request): Promise<LabAnswer<'recognise'>> {
  const ask = () => context.textLab.ask({ type: 'recognise', ...request });
  try {
    return await ask();
  } catch (error) {
    if (reportError(error).code !== 'language-unusable') throw error;
  }
  for (const code of request.languages) if (code !== 'eng') await giveLanguage(context, code);
  return ask();
}

/** The text a PDF carries itself; pages without any wait to be recognised. Goes on where it was left. */
async function readPdf(context: VaultContext, itemId: string): Promise<void> {
  const bytes = await context.files.readAll(readShown(context, itemId), largestFile);
  let from = firstUnread(context, itemId);
  for (;;) {
    const to = Math.min(mostPages, from + pagesAtOnce - 1);
    const { pages, read } = await context.textLab.ask({ type: 'pdf-text', bytes, from, to });
    const last = to >= Math.min(pages, mostPages);
    const went = context.db.transaction(() => {
      if (isGone(context, itemId)) return false;
      for (const { page, words, width, height } of read) {
        const own = { source: 'embedded', words, width, height, engine: 'PDF', languages: '' } as const;
        if (hasOwnText(words)) storePage(context, itemId, page, own);
        else enqueue(context, itemId, page, scanPriority);
      }
      if (last) dequeue(context, itemId, 0);
      return true;
    })();
    if (last || !went) return;
    from = to + 1;
  }
}

const numberRow = z.number().nullable();

function firstUnread({ db }: VaultContext, itemId: string): number {
  const newest = db
    .prepare(
      `SELECT max(page) FROM (SELECT page FROM text_pages WHERE item_id = @itemId
       UNION ALL SELECT page FROM text_queue WHERE item_id = @itemId)`,
    )
    .pluck()
    .get({ itemId });
  return (numberRow.parse(newest) ?? 0) + 1;
}
