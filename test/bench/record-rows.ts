import type { Database } from 'better-sqlite3';
import { firstVersion } from '../../shared/domain/records/change';
import { kindOf } from '../../shared/records/all';
import { writeHeads } from '../../electron/vault/records/heads';
import { insertVersion } from '../../electron/vault/records/version-rows';

/** The one version of a record that a filled vault has, and the record's row; its narrow tables are filled beside. */
export function writeRecord(
  db: Database,
  name: string,
  by: { id: string; caseId: string; at: string; office: string; author: string; hlc: string },
  content: unknown,
  versionId: string,
): void {
  const kind = kindOf(name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  const { id, caseId, ...stamp } = by;
  const record = { recordId: id, caseId, kind: name };
  const version = firstVersion(record, kind.read(content), kind, { ...stamp, id: versionId });
  insertVersion(db, version);
  writeHeads(db, [version]);
}
