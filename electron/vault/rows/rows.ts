import type { Database } from 'better-sqlite3';
import type * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';

/** Rows are checked on the way out of the database like everything that crosses a border. */
export function allRows<S extends z.ZodType>(
  db: Database,
  schema: S,
  sql: string,
  ...params: unknown[]
): z.output<S>[] {
  return db
    .prepare(sql)
    .all(...params)
    .map((row) => parseRow(schema, row));
}

/** The one row there must be; throws `not-found`. */
export function oneRow<S extends z.ZodType>(
  db: Database,
  schema: S,
  sql: string,
  ...params: unknown[]
): z.output<S> {
  const row = db.prepare(sql).get(...params);
  if (row === undefined) throw new HoldfastError('not-found');
  return parseRow(schema, row);
}

function parseRow<S extends z.ZodType>(schema: S, row: unknown): z.output<S> {
  const parsed = schema.safeParse(row);
  if (!parsed.success) throw new HoldfastError('vault-damaged', { cause: parsed.error });
  return parsed.data;
}

/** JSON of the database's own, checked; throws `vault-damaged`. */
export function parseJson<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new HoldfastError('vault-damaged', { cause: error });
  }
  return parseRow(schema, content);
}

/** Runs one change and insists on how many rows it touched; throws `not-found` for none, `internal` for more. */
export function changeOne(db: Database, sql: string, ...params: unknown[]): void {
  const { changes } = db.prepare(sql).run(...params);
  if (changes === 0) throw new HoldfastError('not-found');
  if (changes !== 1) throw new HoldfastError('internal');
}

/** True for the error of a UNIQUE rule. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'SQLITE_CONSTRAINT_UNIQUE'
  );
}
