import type { Database } from 'better-sqlite3';
import type { FileStore } from './api';

/** Removes from the folder what the database has marked as erased. Their keys are gone already, so a crash costs nothing. */
export async function removeErased(db: Database, files: Pick<FileStore, 'remove'>): Promise<void> {
  const ids = db.prepare('SELECT id FROM erased_files').pluck().all();
  for (const id of ids) {
    if (typeof id === 'string') await files.remove(id);
  }
  if (ids.length > 0) db.exec('DELETE FROM erased_files');
}
