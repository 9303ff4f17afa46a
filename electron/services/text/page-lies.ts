import type { PageTurn } from '../../../shared/models/page-turn';
import { lyingText } from '../../../shared/domain/pictures/lying';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { VaultContext } from '../../vault/api';
import { insertFact } from '../items/file-rows';
import { answeredTurns } from '../items/shown-as';

/**
 * Keeps, as a fact of an exhibit, that a page seems to lie otherwise than it is read. A page that somebody answered for keeps what
 * was found of it before: it was read as they turned it. Must run inside a transaction.
 */
export function keepLying(
  context: Pick<VaultContext, 'db' | 'newId'>,
  itemId: string,
  { page, by }: PageTurn,
): void {
  if (answeredTurns(context, itemId).some((each) => each.page === page)) return;
  const said = context.db
    .prepare("SELECT raw FROM facts WHERE item_id = ? AND code = 'ocr.Lies' AND detail = ?")
    .pluck()
    .all(itemId, String(page));
  const raw = String(by);
  // What says the same stays the same row: two offices that have read one page alike have nothing to tell apart.
  if (by === 0 ? said.length === 0 : said.length === 1 && said[0] === raw) return;
  context.db
    .prepare("DELETE FROM facts WHERE item_id = ? AND code = 'ocr.Lies' AND detail = ?")
    .run(itemId, String(page));
  if (by === 0) return;
  const value = `Page ${page} seems to lie ${lyingText(by)}.`;
  insertFact(
    context,
    itemId,
    newFact({ field: 'note', source: 'ocr', code: 'ocr.Lies', detail: String(page), raw, value }),
  );
}

/** The same for a page whose text was taken over from another exhibit with the same content. */
export function copyLying(context: Pick<VaultContext, 'db' | 'newId'>, itemId: string, page: number): void {
  const found: unknown = context.db
    .prepare(
      `SELECT l.raw FROM evidence mine JOIN files f ON f.id = mine.file_id JOIN files g ON g.sha256 = f.sha256
         JOIN evidence other ON other.file_id = g.id JOIN facts l ON l.item_id = other.id
       WHERE mine.id = ? AND other.id <> mine.id AND l.code = 'ocr.Lies' AND l.detail = ? LIMIT 1`,
    )
    .pluck()
    .get(itemId, String(page));
  const by = ([90, 180, 270] as const).find((each) => String(each) === found);
  if (by !== undefined) keepLying(context, itemId, { page, by });
}
