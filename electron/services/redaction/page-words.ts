import * as z from 'zod';
import type { PlacedWord } from '../../../shared/domain/redaction/words-at';
import { wordsSchema } from '../../../shared/models/text';
import type { Word } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

/** As the reading of text keeps a page (text/page-rows.ts): words in whole units of the upright page, whose size stands beside them. */
const pageRow = z.object({
  page: z.int(),
  words: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** The words that have been read of an item, page by page in reading order, with their places; pages without any are left out. */
export function readPageWords(
  { db }: Pick<VaultContext, 'db'>,
  itemId: string,
): ReadonlyMap<number, readonly PlacedWord[]> {
  const rows = allRows(
    db,
    pageRow,
    `SELECT page, words, width, height FROM text_pages
     WHERE item_id = ? AND words IS NOT NULL AND width > 0 AND height > 0 ORDER BY page`,
    itemId,
  );
  const found = new Map<number, readonly PlacedWord[]>();
  for (const { page, words, width, height } of rows) {
    const placed = readWords(words)
      .filter(({ w, h }) => w > 0 && h > 0)
      .map(({ text, x, y, w, h }) => ({
        page,
        text,
        x: part(x, width),
        y: part(y, height),
        width: part(w, width),
        height: part(h, height),
      }));
    if (placed.length > 0) found.set(page, placed);
  }
  return found;
}

function part(length: number, whole: number): number {
  return Math.min(1, Math.max(0, length / whole));
}

/** Words are a help: where they cannot be understood, redacting goes on without them. */
function readWords(text: string): readonly Word[] {
  try {
    return wordsSchema.parse(JSON.parse(text));
  } catch {
    return [];
  }
}
