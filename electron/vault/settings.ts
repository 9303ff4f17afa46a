import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../shared/errors';

/** The value of a setting, or null. */
export function readSetting(db: Database, name: string): string | null {
  const value: unknown = db.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name);
  return typeof value === 'string' ? value : null;
}

/** The value of a setting that every vault has. */
export function requireSetting(db: Database, name: string): string {
  const value = readSetting(db, name);
  if (value === null) throw new HoldfastError('vault-damaged');
  return value;
}

/** Takes a setting away; absent is fine. */
export function forgetSetting(db: Database, name: string): void {
  db.prepare('DELETE FROM settings WHERE name = ?').run(name);
}

export function writeSetting(db: Database, name: string, value: string): void {
  db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  ).run(name, value);
}
