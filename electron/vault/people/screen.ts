import type { Database } from 'better-sqlite3';
import { readSetting, writeSetting } from '../settings';

const name = 'screen.private';

/** Whether the window is kept out of screenshots: unless somebody chose otherwise, it is. */
export function isScreenPrivate(db: Database): boolean {
  return readSetting(db, name) !== 'no';
}

/** Keeps what somebody chose, with the vault. */
export function setScreenPrivate(db: Database, isPrivate: boolean): void {
  writeSetting(db, name, isPrivate ? 'yes' : 'no');
}
