import type { Database } from 'better-sqlite3';
import { HoldfastError } from '../../../shared/errors';
import type { Migration } from './index';

/**
 * Brings a database to the newest version in one transaction: a failing step leaves it as it was.
 * `upTo` is for tests. Throws `vault-newer` for a vault that a newer Holdfast has written.
 */
export function runMigrations(
  db: Database,
  migrations: readonly Migration[],
  upTo = Number.MAX_SAFE_INTEGER,
): void {
  for (const [index, { version }] of migrations.entries()) {
    if (version <= (migrations[index - 1]?.version ?? 0)) throw new HoldfastError('internal');
  }
  const current = versionOf(db);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) throw new HoldfastError('vault-newer');
  const pending = migrations.filter(({ version }) => version > current && version <= upTo);
  const last = pending.at(-1);
  if (last === undefined) return;
  db.transaction(() => {
    for (const { migrate } of pending) migrate(db);
    db.pragma(`user_version=${last.version}`);
  })();
}

export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
