import type { Members } from '../../../helpers/package';
import type { TestVault } from '../../../helpers/test-vault';

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
const asLines = (rows: readonly object[]): Buffer =>
  Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** A package with what packages until format 5 brought beside the records: text as a machine read it, what pictures look like. */
export function withMadeRows(members: Members, { context }: TestVault): Members {
  const all = (sql: string): Record<string, unknown>[] =>
    context.db.prepare(sql).all() as Record<string, unknown>[];
  const pages = all(
    `SELECT 'page' AS type, item_id AS itemId, page, source, text, words, width, height, engine, languages, confidence, at
     FROM text_pages`,
  ).map(({ words, ...row }) => ({ ...row, words: parsed(words) }));
  const waiting = all(
    "SELECT 'waiting' AS type, item_id AS itemId, page, priority, state, tries, reason FROM text_queue",
  );
  const prints = all('SELECT item_id AS itemId, phash, width, height, rows FROM picture_prints').map(
    ({ rows, ...row }) => ({ ...row, rows: (rows as Buffer).toString('base64') }),
  );
  return new Map([
    ...members,
    ['text.jsonl', asLines([...pages, ...waiting])] as const,
    ['prints.jsonl', asLines(prints)] as const,
  ]);
}
