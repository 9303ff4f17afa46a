import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { madeOfToday } from '../records/earlier-redactions';
import { allRows, parseJson } from '../rows/rows';

const row = z.object({ id: z.string(), pages: z.string() });

/** Whether a redacted copy was turned before it was covered is stored, and no longer told by the words of its steps. */
export function migrate(db: Database): void {
  const change = db.prepare('UPDATE redactions SET pages = @pages WHERE id = @id');
  for (const { id, pages } of allRows(db, row, 'SELECT id, pages FROM redactions WHERE json_valid(pages)'))
    change.run({ id, pages: JSON.stringify(madeOfToday(parseJson(z.unknown(), pages))) });
}
