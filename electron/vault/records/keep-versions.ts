import type { Database } from 'better-sqlite3';
import type { Version } from '../../../shared/domain/records/version';
import { writeHeads } from './heads';
import { insertVersion, versionsOf } from './version-rows';

/** Keeps versions that were worked out from what an older Holdfast had, beside its narrow tables. For migrations. */
export function keepVersions(db: Database, versions: readonly Version[]): void {
  for (const version of versions) insertVersion(db, version);
  for (const id of new Set(versions.map(({ recordId }) => recordId))) writeHeads(db, versionsOf(db, id));
}
