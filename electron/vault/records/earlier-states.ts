import type { Database } from 'better-sqlite3';
import { versionsOfState } from './earlier';
import type { EarlierState } from './earlier';
import { writeHeads } from './heads';
import { insertVersion, versionsOf } from './version-rows';

/** Keeps what an older Holdfast had of records as versions, beside the narrow tables they were in. For migrations. */
export function keepStates(db: Database, states: readonly EarlierState[]): void {
  for (const state of states) {
    for (const version of versionsOfState(state)) insertVersion(db, version);
    writeHeads(db, versionsOf(db, state.id));
  }
}
