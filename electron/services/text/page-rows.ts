import * as z from 'zod';
import { layOut, meanConfidence } from '../../../shared/domain/text/layout';
import {
  correctionSchema,
  pendingPageSchema,
  textSourceSchema,
  wordsSchema,
} from '../../../shared/models/text';
import type { ItemText, PageText, TextSource, Word } from '../../../shared/models/text';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { languagesOf } from './language-rows';

type Db = Pick<VaultContext, 'db'>;

/** Text of one page with the places of its words. */
export interface ReadPage {
  readonly source: TextSource;
  readonly words: readonly Word[];
  readonly width: number;
  readonly height: number;
  readonly engine: string;
  readonly languages: string;
}

/** Keeps what was read off a page; what was read before is replaced, corrections stay. Must run inside a transaction. */
export function storePage(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  itemId: string,
  page: number,
  read: ReadPage,
): void {
  db.prepare(
    `INSERT INTO text_pages (item_id, page, source, text, words, width, height, engine, languages, confidence, at)
     VALUES (@itemId, @page, @source, @text, @words, @width, @height, @engine, @languages, @confidence, @at)
     ON CONFLICT (item_id, page) DO UPDATE SET source = excluded.source, text = excluded.text, words = excluded.words,
       width = excluded.width, height = excluded.height, engine = excluded.engine, languages = excluded.languages,
       confidence = excluded.confidence, at = excluded.at`,
  ).run({
    itemId,
    page,
    source: read.source,
    text: layOut(read.words).text,
    words: JSON.stringify(read.words),
    width: read.width,
    height: read.height,
    engine: read.engine,
    languages: read.languages,
    confidence: meanConfidence(read.words),
    at: now().toISOString(),
  });
}

/**
 * Takes over what was read off the same content in the same languages for another item. True when there was something.
 * Must run inside a transaction.
 */
export function copyPage(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  itemId: string,
  page: number,
  languages: string,
): boolean {
  const { changes } = db
    .prepare(
      `INSERT INTO text_pages (item_id, page, source, text, words, width, height, engine, languages, confidence, at)
       SELECT @itemId, p.page, p.source, p.text, p.words, p.width, p.height, p.engine, p.languages, p.confidence, @at
       FROM evidence mine JOIN files f ON f.id = mine.file_id
         JOIN files g ON g.sha256 = f.sha256 JOIN evidence other ON other.file_id = g.id
         JOIN text_pages p ON p.item_id = other.id
       WHERE mine.id = @itemId AND other.id <> @itemId
         AND other.id NOT IN (SELECT item_id FROM pictures_to_read UNION SELECT item_id FROM page_turns)
         AND mine.id NOT IN (SELECT item_id FROM page_turns) AND p.page = @page AND p.source = 'ocr' AND p.languages = @languages
       LIMIT 1
       ON CONFLICT (item_id, page) DO NOTHING`,
    )
    .run({ itemId, page, languages, at: now().toISOString() });
  return changes > 0;
}

const pageRow = z.object({
  page: z.int(),
  source: textSourceSchema,
  text: z.string(),
  words: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  confidence: z.number().nullable(),
  languages: z.string(),
});
const correctionRow = correctionSchema.extend({ page: z.int() });

/** Pages of one item that are given out at a time: a file of thousands is read in parts. */
export const pagesAtATime = 50;

/** Insists that a page was read. Throws `not-found`. */
export function requirePage({ db }: Db, itemId: string, page: number): void {
  const sql = 'SELECT page FROM text_pages WHERE item_id = ? AND page = ?';
  oneRow(db, z.object({ page: z.int() }), sql, itemId, page);
}

/** Which correction of a page is shown; 0 where the machine's text is. */
export function shownCorrection({ db }: Db, itemId: string, page: number): number {
  const sql = 'SELECT version FROM text_corrections WHERE item_id = ? AND page = ?';
  return z.int().parse(db.prepare(sql).pluck().get(itemId, page) ?? 0);
}

/** What is known of the text of an item, from a page on. */
export function readItemText({ db }: Db, id: string, from = 1): ItemText {
  const until = from + pagesAtATime;
  const corrections = new Map(
    allRows(
      db,
      correctionRow,
      'SELECT page, version, text, at, author FROM text_corrections WHERE item_id = ? AND page >= ? AND page < ?',
      id,
      from,
      until,
    ).map(({ page, ...correction }) => [page, correction] as const),
  );
  const pages = allRows(
    db,
    pageRow,
    `SELECT page, source, text, words, width, height, confidence, languages FROM text_pages
     WHERE item_id = ? AND page >= ? AND page < ? ORDER BY page`,
    id,
    from,
    until,
  ).map((row): PageText => ({
    ...row,
    words: row.words === null ? [] : parseJson(wordsSchema, row.words),
    correction: corrections.get(row.page) ?? null,
  }));
  const count = db.prepare('SELECT count(*) FROM text_pages WHERE item_id = ?').pluck().get(id);
  return {
    id,
    pages,
    read: Number(count),
    pending: allRows(
      db,
      pendingPageSchema,
      `SELECT page, state, reason FROM text_queue WHERE item_id = ? AND (page = 0 OR (page >= ? AND page < ?)) ORDER BY page`,
      id,
      from,
      until,
    ),
    ...languagesOf({ db }, id),
  };
}
