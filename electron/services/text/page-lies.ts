import type { TurnBy } from '../../../shared/models/page-turn';
import { degreesText, lyingText } from '../../../shared/domain/pictures/lying';
import { newFact } from '../../../shared/domain/facts/new-fact';
import type { VaultContext } from '../../vault/api';
import { insertFact } from '../items/file-rows';
import { answeredTurns } from '../items/shown-as';

type Context = Pick<VaultContext, 'db' | 'newId'>;

/** How a page was found to lie: what must be done to it, in degrees and in tenths of one; 0 where nothing. */
interface Lying {
  readonly page: number;
  readonly by: TurnBy;
  readonly crooked: number;
}

/**
 * Keeps, as facts of an exhibit, that a page seems to lie otherwise than it is read, or crooked. A page that somebody answered for
 * keeps what was found of it before: it was read as they turned it. Must run inside a transaction.
 */
export function keepLying(context: Context, itemId: string, { page, by, crooked }: Lying): void {
  const answer = answeredTurns(context, itemId).find((each) => each.page === page);
  if (answer === undefined) {
    const value = `Page ${page} seems to lie ${lyingText(by)}.`;
    keepFound(context, itemId, { code: 'ocr.Lies', page, raw: by, value });
  }
  if (answer?.straightened === undefined) {
    const value = `Page ${page} seems to lie crooked, by ${degreesText(crooked)}.`;
    keepFound(context, itemId, { code: 'ocr.Crooked', page, raw: crooked, value });
  }
}

interface Found {
  readonly code: 'ocr.Lies' | 'ocr.Crooked';
  readonly page: number;
  /** 0: it was not found. */
  readonly raw: number;
  readonly value: string;
}

function keepFound(context: Context, itemId: string, { code, page, raw, value }: Found): void {
  const detail = String(page);
  const said = context.db
    .prepare('SELECT raw FROM facts WHERE item_id = ? AND code = ? AND detail = ?')
    .pluck()
    .all(itemId, code, detail);
  // What says the same stays the same row: two offices that have read one page alike have nothing to tell apart.
  if (raw === 0 ? said.length === 0 : said.length === 1 && said[0] === String(raw)) return;
  context.db
    .prepare('DELETE FROM facts WHERE item_id = ? AND code = ? AND detail = ?')
    .run(itemId, code, detail);
  if (raw === 0) return;
  insertFact(
    context,
    itemId,
    newFact({ field: 'note', source: 'ocr', code, detail, raw: String(raw), value }),
  );
}

/** The same for a page whose text was taken over from another exhibit with the same content. */
export function copyLying(context: Context, itemId: string, page: number): void {
  const by = ([90, 180, 270] as const).find(
    (each) => each === foundElsewhere(context, itemId, 'ocr.Lies', page),
  );
  const crooked = foundElsewhere(context, itemId, 'ocr.Crooked', page);
  if (by !== undefined || crooked !== 0) keepLying(context, itemId, { page, by: by ?? 0, crooked });
}

function foundElsewhere(context: Context, itemId: string, code: Found['code'], page: number): number {
  const found: unknown = context.db
    .prepare(
      `SELECT l.raw FROM evidence mine JOIN files f ON f.id = mine.file_id JOIN files g ON g.sha256 = f.sha256
         JOIN evidence other ON other.file_id = g.id JOIN facts l ON l.item_id = other.id
       WHERE mine.id = ? AND other.id <> mine.id AND l.code = ? AND l.detail = ? LIMIT 1`,
    )
    .pluck()
    .get(itemId, code, String(page));
  return typeof found === 'string' ? Number(found) : 0;
}
