import { z } from 'zod';
import type { VaultContext } from '../../../vault/api';
import { allRows, parseJson } from '../../../vault/rows/rows';
import type { MessageLine, DescriptorLine, TextLine } from './lines';

type Db = Pick<VaultContext, 'db'>;

/** So many rows are in memory at a time; between two portions others may use the database. */
const portion = { pages: 50, descriptors: 20, messages: 2000 };

const pageRow = z.object({
  page: z.int(),
  source: z.string(),
  text: z.string(),
  words: z.string().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  engine: z.string(),
  languages: z.string(),
  confidence: z.number().nullable(),
  at: z.string(),
});
const queueRow = z.object({
  page: z.int(),
  priority: z.int(),
  state: z.string(),
  tries: z.int(),
  reason: z.string().nullable(),
});

/** Text of these items, in portions, each in the order of its pages. */
export function* readText({ db }: Db, itemIds: readonly string[]): Generator<TextLine[]> {
  for (const itemId of itemIds) {
    for (let last = -1; ;) {
      const rows = allRows(
        db,
        pageRow,
        `SELECT page, source, text, words, width, height, engine, languages, confidence, at FROM text_pages
         WHERE item_id = ? AND page > ? ORDER BY page LIMIT ?`,
        itemId,
        last,
        portion.pages,
      );
      if (rows.length === 0) break;
      last = rows.at(-1)?.page ?? last;
      yield rows.map((row) => ({
        type: 'page',
        itemId,
        ...row,
        words: row.words === null ? null : parseJson(z.unknown(), row.words),
      }));
    }
    const waiting = allRows(
      db,
      queueRow,
      'SELECT page, priority, state, tries, reason FROM text_queue WHERE item_id = ? ORDER BY page',
      itemId,
    );
    if (waiting.length > 0) yield waiting.map((row) => ({ type: 'waiting', itemId, ...row }));
  }
}

const descriptorRow = z.object({
  itemId: z.string(),
  phash: z.string(),
  width: z.int(),
  height: z.int(),
  rows: z.instanceof(Buffer),
});

/** What the pictures among these items look like, in portions. */
export function* readDescriptors({ db }: Db, itemIds: readonly string[]): Generator<DescriptorLine[]> {
  for (let start = 0; start < itemIds.length; start += portion.descriptors) {
    const rows = allRows(
      db,
      descriptorRow,
      `SELECT item_id AS itemId, phash, width, height, rows FROM picture_prints
       WHERE item_id IN (SELECT value FROM json_each(?)) ORDER BY item_id`,
      JSON.stringify(itemIds.slice(start, start + portion.descriptors)),
    );
    if (rows.length > 0) yield rows.map((row) => ({ ...row, rows: row.rows.toString('base64') }));
  }
}

const messageRow = z.object({
  position: z.int(),
  kind: z.enum(['message', 'call', 'system', 'unread']),
  local: z.string().nullable(),
  zone: z.string().nullable(),
  utc: z.string().nullable(),
  direction: z.enum(['in', 'out', 'unknown']),
  sender: z.string(),
  number: z.string().nullable(),
  body: z.string(),
  mediaName: z.string().nullable(),
  mediaItemId: z.string().nullable(),
  durationS: z.int().nullable(),
  status: z.string().nullable(),
  firstLine: z.int(),
  lastLine: z.int(),
  raw: z.string().nullable(),
  repeatOf: z.string().nullable(),
});

/** The rows of one export, in portions, in the order of the file. */
export function* readMessages({ db }: Db, itemId: string): Generator<MessageLine[]> {
  for (let last = -1; ;) {
    const rows = allRows(
      db,
      messageRow,
      `SELECT position, kind, local, zone, utc, direction, sender, number, body, media_name AS mediaName,
         media_item_id AS mediaItemId, duration_s AS durationS, status, first_line AS firstLine, last_line AS lastLine, raw,
         repeat_of AS repeatOf
       FROM messages WHERE item_id = ? AND position > ? ORDER BY position LIMIT ?`,
      itemId,
      last,
      portion.messages,
    );
    if (rows.length === 0) return;
    last = rows.at(-1)?.position ?? last;
    yield rows;
  }
}
