import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { codeOfLabel } from './0280-earlier-labels';

/**
 * A fact says where it stands by a code; what is shown for it are words of the app, which may change without touching
 * what is stored. Dates that items are filed under, and that were chosen, repeat it.
 */
export function migrate(db: Database): void {
  db.exec(`
    -- One of factCodes (shared/models/fact-code.ts).
    ALTER TABLE facts ADD COLUMN code TEXT NOT NULL DEFAULT 'other';
    -- What a stranger's file or a person worded of it, letter for letter; empty where the code says all.
    ALTER TABLE facts ADD COLUMN detail TEXT NOT NULL DEFAULT '';
  `);
  const facts = z.array(z.object({ rowid: z.int(), label: z.string() }));
  const code = db.prepare('UPDATE facts SET code = @code, detail = @detail WHERE rowid = @rowid');
  for (const { rowid, label } of facts.parse(db.prepare('SELECT rowid, label FROM facts').all()))
    code.run({ rowid, ...codeOfLabel(label) });
  db.exec('ALTER TABLE facts DROP COLUMN label');
  codeDates(db, 'evidence', 'best_date');
  codeDates(db, 'date_choices', 'date');
}

const dateSchema = z.looseObject({ label: z.string() });

/** A date that is none keeps what it is: no vault stays shut for the sake of one. */
function codeDates(db: Database, table: 'evidence' | 'date_choices', column: 'best_date' | 'date'): void {
  const rows = z.array(z.object({ rowid: z.int(), date: z.string() }));
  const change = db.prepare(`UPDATE ${table} SET ${column} = @date WHERE rowid = @rowid`);
  const found = db
    .prepare(
      `SELECT rowid, ${column} AS date FROM ${table}
       WHERE CASE WHEN json_valid(${column}) THEN json_type(${column}, '$.label') END = 'text'`,
    )
    .all();
  for (const { rowid, date } of rows.parse(found)) {
    const { label, ...rest } = dateSchema.parse(JSON.parse(date));
    change.run({ rowid, date: JSON.stringify({ ...rest, ...codeOfLabel(label) }) });
  }
}
