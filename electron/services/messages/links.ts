import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { tallyWords } from '../../../shared/domain/messages/count-words';
import type { RowCounts } from '../../../shared/domain/messages/count-words';
import type { MessageKey, MessageTally } from '../../../shared/models/message';
import type { VaultContext } from '../../vault/api';
import { allRows } from '../../vault/rows/rows';

type Db = Pick<VaultContext, 'db'>;

/** A table `wanted (id)` of entries for a statement, made of `@value`. */
export interface WantedEntries {
  readonly sql: string;
  readonly value: string;
}

/** Rows of another case can never be cited, nor rows that do not exist or the same row twice. Throws `invalid-input`. */
export function checkMessageKeys({ db }: Db, caseId: string, keys: readonly MessageKey[]): void {
  if (keys.length === 0) return;
  const found = Number(
    db
      .prepare(
        `SELECT count(*) FROM
           (SELECT DISTINCT json_extract(value, '$.itemId') AS item_id, json_extract(value, '$.position') AS position FROM json_each(?)) k
         JOIN messages m ON m.item_id = k.item_id AND m.position = k.position
         JOIN evidence e ON e.id = m.item_id WHERE e.case_id = ?`,
      )
      .pluck()
      .get(JSON.stringify(keys), caseId),
  );
  if (found !== keys.length) throw new HoldfastError('invalid-input');
}

/** Must run inside the act that writes the entry. */
export function writeMessageLinks({ db }: Db, entryId: string, keys: readonly MessageKey[]): void {
  db.prepare('DELETE FROM entry_messages WHERE entry_id = ?').run(entryId);
  const insert = db.prepare('INSERT INTO entry_messages (entry_id, item_id, position) VALUES (?, ?, ?)');
  for (const { itemId, position } of keys) insert.run(entryId, itemId, position);
}

const linkRow = z.object({ entry_id: z.string(), itemId: z.string(), position: z.int() });

/** The rows that entries stand on, by entry, in the order of the exports. */
export function readMessageLinks({ db }: Db, wanted: WantedEntries): ReadonlyMap<string, MessageKey[]> {
  const links = new Map<string, MessageKey[]>();
  for (const { entry_id, ...key } of allRows(
    db,
    linkRow,
    `WITH ${wanted.sql} SELECT l.entry_id, l.item_id AS itemId, l.position FROM wanted w JOIN entry_messages l ON l.entry_id = w.id
     JOIN evidence e ON e.id = l.item_id ORDER BY l.entry_id, e.exhibit_number, l.item_id, l.position`,
    { value: wanted.value },
  )) {
    const list = links.get(entry_id) ?? [];
    list.push(key);
    links.set(entry_id, list);
  }
  return links;
}

const countRow = z.object({
  owner: z.string(),
  calls: z.int(),
  missed: z.int(),
  messages: z.int(),
  others: z.int(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  refs: z.string(),
});

/**
 * Counts rows, given as `cited (owner, item_id, position)`. The same message or call in two exports counts once: of each
 * hash as many as the export has that has most; and of one whose very instant is known, one.
 */
const countSql = `
  rows AS (
    SELECT c.owner, m.item_id, m.kind, m.status, m.local, m.utc,
      CASE WHEN m.print = 0 THEN m.item_id || ' ' || m.position ELSE m.print END AS hash
    FROM cited c JOIN messages m ON m.item_id = c.item_id AND m.position = c.position),
  held AS (
    SELECT owner, hash, item_id, kind, max(status IS 'missed') AS missed,
      CASE WHEN max(utc) IS NULL THEN count(*) ELSE 1 END AS count
    FROM rows GROUP BY owner, hash, item_id, kind),
  counted AS (
    SELECT owner, hash, kind, max(missed) AS missed, max(count) AS count FROM held GROUP BY owner, hash, kind),
  sums AS (
    SELECT owner, sum(count * (kind = 'call')) AS calls, sum(count * missed * (kind = 'call')) AS missed,
      sum(count * (kind = 'message')) AS messages, sum(count * (kind NOT IN ('call', 'message'))) AS others
    FROM counted GROUP BY owner),
  spans AS (SELECT owner, min(local) AS first, max(local) AS last FROM rows GROUP BY owner),
  sources AS (
    SELECT owner, json_group_array(ref) AS refs FROM (
      SELECT DISTINCT r.owner, e.exhibit_ref AS ref, e.exhibit_number FROM rows r JOIN evidence e ON e.id = r.item_id
      ORDER BY e.exhibit_number, e.exhibit_ref) GROUP BY owner)
  SELECT s.*, p.first, p.last, x.refs FROM sums s JOIN spans p ON p.owner = s.owner JOIN sources x ON x.owner = s.owner`;

function asTally({ owner: _owner, refs, ...counts }: z.infer<typeof countRow>): MessageTally {
  const all: RowCounts = { ...counts, refs: z.array(z.string()).parse(JSON.parse(refs)) };
  return { count: all.calls + all.messages + all.others, text: tallyWords(all) };
}

export const noTally: MessageTally = { count: 0, text: '' };

/** What each entry stands on, in words and as a number, by entry. */
export function tallyEntries({ db }: Db, wanted: WantedEntries): ReadonlyMap<string, MessageTally> {
  return new Map(
    allRows(
      db,
      countRow,
      `WITH ${wanted.sql}, cited (owner, item_id, position) AS MATERIALIZED (
         SELECT l.entry_id, l.item_id, l.position FROM wanted w JOIN entry_messages l ON l.entry_id = w.id), ${countSql}`,
      { value: wanted.value },
    ).map((row) => [row.owner, asTally(row)]),
  );
}

/** The same for rows that are not cited yet. */
export function tallyKeys({ db }: Db, keys: readonly MessageKey[]): MessageTally {
  const [row] = allRows(
    db,
    countRow,
    `WITH cited (owner, item_id, position) AS MATERIALIZED (
       SELECT '', json_extract(value, '$.itemId'), json_extract(value, '$.position') FROM json_each(?)), ${countSql}`,
    JSON.stringify(keys),
  );
  return row === undefined ? noTally : asTally(row);
}
