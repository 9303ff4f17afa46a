import { z } from 'zod';
import type { PlacedWord } from '../../../shared/domain/redaction/words-at';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

/** As the reading of text keeps the words of a page: in whole units of the upright page, whose size stands beside them. */
const wordsSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  words: z.array(z.object({ text: z.string(), x: z.number(), y: z.number(), w: z.number(), h: z.number() })),
});

/** The words that have been read of an item, page by page in reading order, with their places; pages without any are left out. */
export function readPageWords(
  { db }: Pick<VaultContext, 'db'>,
  itemId: string,
): ReadonlyMap<number, readonly PlacedWord[]> {
  const rows = allRows(
    db,
    z.object({ page: z.int(), words: z.string() }),
    'SELECT page, words FROM text_pages WHERE item_id = ? AND words IS NOT NULL ORDER BY page',
    itemId,
  );
  const found = new Map<number, readonly PlacedWord[]>();
  for (const { page, words } of rows) {
    const parsed = readWords(words);
    if (parsed === null) continue;
    const { width, height } = parsed;
    const placed = parsed.words
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
function readWords(text: string): z.infer<typeof wordsSchema> | null {
  try {
    return wordsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
