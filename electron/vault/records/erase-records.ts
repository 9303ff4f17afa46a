import type { Database } from 'better-sqlite3';
import * as z from 'zod';
import { isStub, stubOf } from '../../../shared/domain/records/version';
import type { Body, Version } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import { kindOf } from '../../../shared/records/all';
import { bodySchema } from '../../../shared/records/json';
import { allRows, parseJson } from '../rows/rows';
import { insertVersion, versionsByIds, versionsOf } from './version-rows';

const tombstone = 'INSERT OR REPLACE INTO record_tombstones (id, what, at) VALUES (?, ?, ?)';

/** Leaves of a record its id alone. Must run inside an act. Narrow tables are their service's to empty. Throws `not-found`. */
export function eraseRecord(db: Database, recordId: string, at: string): void {
  const { changes } = db.prepare('DELETE FROM record_versions WHERE record_id = ?').run(recordId);
  if (changes === 0) throw new HoldfastError('not-found');
  db.prepare('DELETE FROM records WHERE id = ?').run(recordId);
  db.prepare(tombstone).run(recordId, 'record', at);
}

/**
 * Leaves of every record about an exhibit its id alone, also where only an earlier version is about it. Gives what was shown of each, for
 * narrow tables to forget. Must run inside an act.
 */
export function eraseRecordsAbout(db: Database, itemId: string, at: string): readonly Version[] {
  const named = allRows(
    db,
    z.object({ record_id: z.string(), kind: z.string(), body: z.string() }),
    `SELECT v.record_id, v.kind, v.body FROM record_versions v
     WHERE v.body IS NOT NULL AND v.case_id = (SELECT case_id FROM evidence WHERE id = @itemId)
       AND EXISTS (SELECT 1 FROM json_each(v.refs) WHERE value = @itemId)`,
    { itemId },
  );
  const isAbout = (name: string, body: Body): boolean => {
    const kind = kindOf(name);
    if (kind === undefined || kind.about === null) return false;
    // What cannot be read (spoiled, or of a newer schema) is about the exhibit that it names: nothing of it is to stay behind.
    return !kind.isBody(body) || kind.about(body).includes(itemId);
  };
  const about = named.filter(({ kind, body }) => isAbout(kind, parseJson(bodySchema, body)));
  const ids = [...new Set(about.map(({ record_id: recordId }) => recordId))];
  const shown = allRows(
    db,
    z.object({ shown: z.string() }),
    'SELECT r.shown FROM json_each(?) j JOIN records r ON r.id = j.value WHERE r.shown IS NOT NULL',
    JSON.stringify(ids),
  );
  const last = versionsByIds(
    db,
    shown.map((each) => each.shown),
  );
  for (const id of ids) eraseRecord(db, id, at);
  return last;
}

/** Leaves of every record of a case its id alone. Must run inside an act. */
export function eraseRecordsOfCase(db: Database, caseId: string, at: string): void {
  db.prepare(
    `INSERT OR REPLACE INTO record_tombstones (id, what, at)
     SELECT DISTINCT record_id, 'record', ? FROM record_versions WHERE case_id = ?`,
  ).run(at, caseId);
  db.prepare('DELETE FROM record_versions WHERE case_id = ?').run(caseId);
  db.prepare('DELETE FROM records WHERE case_id = ?').run(caseId);
  db.prepare('DELETE FROM record_declined WHERE case_id = ?').run(caseId);
}

/** Leaves of one version its stub. Must run inside an act. Throws `not-found` where its content is not here. */
export function eraseVersion(db: Database, recordId: string, versionId: string, at: string): void {
  const version = versionsOf(db, recordId).find(({ id }) => id === versionId);
  if (version === undefined || isStub(version)) throw new HoldfastError('not-found');
  db.prepare('DELETE FROM record_versions WHERE id = ?').run(versionId);
  insertVersion(db, stubOf(version));
  db.prepare(tombstone).run(versionId, 'version', at);
}
