import type { Database } from 'better-sqlite3';
import * as z from 'zod';
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
  good_act: z.int().nullable(),
  others: z.int(),
});

/**
 * Where backups go, how the last ones ended, and whether it is time for another. Days can only be counted by the clock: one
 * that says that the last backup is still to come is wrong now or was then, and the reminder is shown rather than not.
 */
export function backupState(db: Database, now: Date): BackupState {
  const rows = z.array(row).parse(db.prepare('SELECT * FROM backup_places ORDER BY folder').all());
  const everyDays = Number(readSetting(db, 'backup.every-days') ?? usualDays);
  const lastGoodAt = newestGood(rows);
  const madeAt = db.prepare('SELECT at FROM audit WHERE seq = 1').pluck().get();
  // A vault that is not older than the reminder needs none yet.
  const since = lastGoodAt ?? (typeof madeAt === 'string' ? madeAt : now.toISOString());
  const age = now.getTime() - Date.parse(since);
  // Clocks are put right by some seconds all the time.
  const clockDiffers = age < -day;
  return {
    everyDays,
    lastGoodAt,
    clockDiffers,
    overdue: clockDiffers || age > everyDays * day,
    places: rows.map(({ id, folder, last_at, last_result, files, bytes, others }) => ({
      id,
      folder,
      lastAt: last_at,
      lastResult: last_result,
      files,
      bytes,
      others,
    })),
  };
}

/** When the newest good backup was made, by the clock of then. Which one is the newest, the acts say. */
function newestGood(rows: readonly z.infer<typeof row>[]): string | null {
  const good = rows.filter(({ last_good_at: at }) => at !== null);
  const actOf = (each: z.infer<typeof row>): number => each.good_act ?? -1;
  const [newest] = good.sort(
    (one, other) =>
      actOf(other) - actOf(one) || ((one.last_good_at ?? '') < (other.last_good_at ?? '') ? 1 : -1),
  );
  return newest?.last_good_at ?? null;
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

/** True once a backup to this place has been good. */
export function hasGoodBackup(db: Database, id: string): boolean {
  const at: unknown = db.prepare('SELECT last_good_at FROM backup_places WHERE id = ?').pluck().get(id);
  return typeof at === 'string';
}

/** Writes down how a backup ended. Must run inside the act that records it. */
export function keepResult(
  db: Database,
  id: string,
  at: string,
  result: { readonly files: number; readonly bytes: number; readonly others: number } | ErrorCode,
): void {
  if (typeof result === 'string') {
    db.prepare('UPDATE backup_places SET last_at = ?, last_result = ? WHERE id = ?').run(at, result, id);
    return;
  }
  db.prepare(
    // The act that this is part of is written down after it, with the next number.
    `UPDATE backup_places SET last_at = @at, last_good_at = @at, last_result = 'ok', files = @files, bytes = @bytes,
       others = @others, good_act = (SELECT ifnull(max(seq), 0) + 1 FROM audit)
     WHERE id = @id`,
  ).run({ at, id, ...result });
}
