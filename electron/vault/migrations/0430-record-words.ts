import type { Database } from 'better-sqlite3';
import { rebuildWords } from '../records/words';

/** Every kind that says something in words is found by them, and people, places and orders by the same index. */
export function migrate(db: Database): void {
  rebuildWords(db);
}
