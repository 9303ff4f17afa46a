import * as z from 'zod';
import type { VaultContext } from '../../../vault/api';
import { allRows } from '../../../vault/rows/rows';
import type { MessageLine } from './lines';

type Db = Pick<VaultContext, 'db'>;

/** So many rows are in memory at a time; between two portions others may use the database. */
const portion = { messages: 2000 };

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
