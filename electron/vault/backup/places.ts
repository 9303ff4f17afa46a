import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { errorCodes } from '../../../shared/errors';
import type { ErrorCode } from '../../../shared/errors';
import type { BackupState } from '../../../shared/models/vault';
import { readSetting, writeSetting } from '../settings';

const usualDays = 7;
const day = 86_400_000;

const row = z.object({
  id: z.string(),
  folder: z.string(),
  last_at: z.string().nullable(),
  last_good_at: z.string().nullable(),
  last_result: z.union([z.literal('ok'), z.enum(errorCodes)]).nullable(),
  files: z.int(),
  bytes: z.int(),
});

/** Where backups go, how the last ones ended, and whether it is time for another. */
export function backupState(db: Database, now: Date): BackupState {
  const rows = z.array(row).parse(db.prepare('SELECT * FROM backup_places ORDER BY folder').all());
  const everyDays = Number(readSetting(db, 'backup.every-days') ?? usualDays);
  const lastGoodAt = rows.reduce<string | null>(
    (newest, { last_good_at: at }) => (at !== null && at > (newest ?? '') ? at : newest),
    null,
  );
  const madeAt = db.prepare('SELECT at FROM audit WHERE seq = 1').pluck().get();
  // A vault that is not older than the reminder needs none yet.
  const since = lastGoodAt ?? (typeof madeAt === 'string' ? madeAt : now.toISOString());
  return {
    everyDays,
    lastGoodAt,
    overdue: now.getTime() - Date.parse(since) > everyDays * day,
    places: rows.map(({ id, folder, last_at, last_result, files, bytes }) => ({
      id,
      folder,
      lastAt: last_at,
      lastResult: last_result,
      files,
      bytes,
    })),
  };
}

export function setReminder(db: Database, days: number): void {
  writeSetting(db, 'backup.every-days', String(days));
}

/** The place of a folder, made when it is new. */
export function placeOf(db: Database, folder: string, newId: () => string): string {
  const known: unknown = db.prepare('SELECT id FROM backup_places WHERE folder = ?').pluck().get(folder);
  if (typeof known === 'string') return known;
  const id = newId();
  db.prepare('INSERT INTO backup_places (id, folder) VALUES (?, ?)').run(id, folder);
  return id;
}

/** Writes down how a backup ended. */
export function keepResult(
  db: Database,
  id: string,
  at: string,
  result: { readonly files: number; readonly bytes: number } | ErrorCode,
): void {
  if (typeof result === 'string') {
    db.prepare('UPDATE backup_places SET last_at = ?, last_result = ? WHERE id = ?').run(at, result, id);
    return;
  }
  db.prepare(
    `UPDATE backup_places SET last_at = @at, last_good_at = @at, last_result = 'ok', files = @files, bytes = @bytes
     WHERE id = @id`,
  ).run({ at, id, ...result });
}
