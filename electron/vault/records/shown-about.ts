import type { Database } from 'better-sqlite3';
import type { Version } from '../../../shared/domain/records/version';
import { recordIdAbout } from './record-id';
import { versionsByIds } from './version-rows';

/** What is shown of the one record of a kind about an exhibit or a case; null where there is none, and where it was removed. */
export function shownAbout(db: Database, kind: string, aboutId: string): Version | null {
  const shown: unknown = db
    .prepare('SELECT shown FROM records WHERE id = ? AND removed = 0')
    .pluck()
    .get(recordIdAbout(kind, aboutId));
  return typeof shown === 'string' ? (versionsByIds(db, [shown])[0] ?? null) : null;
}
