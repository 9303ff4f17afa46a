import * as z from 'zod';
import { meets } from '../../../shared/domain/redaction/places';
import { wordsSchema } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';
import type { PageText } from '../pdf-write/invisible-letters';
import { readRedaction } from '../redaction/rows';
import type { BundleItem } from './sources';

const row = z.object({
  page: z.int(),
  source: z.string(),
  words: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/**
 * The words of an exhibit's pages that are put invisibly under what is seen, so that it can be searched: those read off
 * pictures and scans. Pages of a PDF that have text of their own keep that. In a redacted copy a word that a box so much as
 * touches is left out. `hasText`: pages that bring their own text, by number.
 */
export function readPageTexts(
  context: Pick<VaultContext, 'db'>,
  item: BundleItem,
  hasText: ReadonlySet<number>,
): ReadonlyMap<number, PageText> {
  const boxes = item.redactedId === null ? [] : readRedaction(context, item.redactedId).boxes;
  const rows = allRows(
    context.db,
    row,
    `SELECT page, source, words, width, height FROM text_pages
     WHERE item_id = ? AND words IS NOT NULL AND width > 0 AND height > 0 ORDER BY page`,
    item.id,
  );
  const texts = new Map<number, PageText>();
  for (const { page, source, words, width, height } of rows) {
    if (hasText.has(page) || (item.redactedId === null && item.pictures === null && source !== 'ocr'))
      continue;
    const parsed = wordsSchema.safeParse(jsonOf(words));
    if (!parsed.success) continue;
    const own = boxes.filter((box) => box.page === page);
    const seen = parsed.data.filter(
      ({ x, y, w, h }) =>
        !own.some((box) => meets(box, { x: x / width, y: y / height, width: w / width, height: h / height })),
    );
    if (seen.length > 0) texts.set(page, { width, height, words: seen });
  }
  return texts;
}

/** Words are a help: where they cannot be understood, a page goes without them. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
