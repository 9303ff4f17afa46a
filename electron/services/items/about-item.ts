import type { Database } from 'better-sqlite3';
import type { RecordKind } from '../../../shared/records/define';
import { shownAbout } from '../../vault/records/shown-about';

/**
 * What the one record of a kind about something (`onlyOneAbout`) says as it is shown; null where nobody wrote one, it was removed, or
 * only a newer Holdfast can read it.
 */
export function saidAbout<T>(db: Database, kind: RecordKind<T>, what: string): T | null {
  const shown = shownAbout(db, kind.kind, what);
  if (shown === null || shown.schema > kind.schema) return null;
  const read = kind.body.safeParse(shown.body);
  return read.success ? read.data : null;
}
