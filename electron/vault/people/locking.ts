import type { Database } from 'better-sqlite3';
import { idleMinutesSchema } from '../../../shared/models/vault';
import { readSetting, writeSetting } from '../settings';

/** Minutes until an untouched vault locks itself, unless somebody chose another number. */
const usual = 10;

export function idleMinutes(db: Database): number {
  const parsed = idleMinutesSchema.safeParse(Number(readSetting(db, 'lock.idle-minutes')));
  return parsed.success ? parsed.data : usual;
}

export function setIdleMinutes(db: Database, minutes: number): void {
  writeSetting(db, 'lock.idle-minutes', String(minutes));
}
