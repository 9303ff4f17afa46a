import type { Database } from 'better-sqlite3';
import { versionsOfState } from './earlier';
import type { EarlierState } from './earlier';
import { keepVersions } from './keep-versions';

/** Keeps what an older Holdfast had of records as versions, beside the narrow tables they were in. For migrations. */
export function keepStates(db: Database, states: readonly EarlierState[]): void {
  keepVersions(db, states.flatMap(versionsOfState));
}
