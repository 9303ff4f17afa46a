import type { Decisions } from '../../../shared/domain/merge/receive';
import type { Version } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import type { Records } from './records';
import { referencesOf } from './check-references';
import { fileFinder } from './records/file-of';
import { writeItems } from './records/items';
import { writeReadings } from './records/readings';
import { writeRedactions } from './records/redactions';
import { writeSeries } from './records/series';
import { writeSources } from './records/sources';
import { writeRows } from './row-files/write-rows';
import type { RowFiles } from './row-files/write-rows';
import { touchEntries } from '../chronology/revision';
import { insertFile } from '../items/file-rows';

/** Writes a case that came from another office. Must run inside an act; `files` are the stored files by SHA-256. */
export function writeRecords(
  context: VaultContext,
  records: Records,
  files: ReadonlyMap<string, StoredFile>,
  rows: RowFiles,
  from: { readonly office: string; readonly recipient: string; readonly decisions: Decisions },
): void {
  const { office, decisions } = from;
  refuseForeign(context, records);
  for (const file of files.values()) insertFile(context, file);
  const fileOf = fileFinder(files);
  const { caseId: id, versions } = records;
  const take = (some: readonly Version[]): void => {
    context.records.receive({ caseId: id, office, versions: some, decisions });
  };
  // Series and exhibits name them.
  const first = ['case', 'producer'];
  for (const each of first) take(versions.filter(({ kind }) => kind === each));
  const refs = referencesOf(records);
  writeSeries(context, id, records.series, refs, from.recipient);
  writeItems(context, id, records.items, fileOf);
  writeReadings(context, records.readings);
  writeSources(context, records.messageSources);
  writeRows(context, records.messageSources, rows);
  // After the exhibits and messages that they name.
  take(versions.filter(({ kind }) => !first.includes(kind)));
  context.hear(versions);
  touchEntries(context);
  writeRedactions(context, records.redactions, fileOf);
}

/**
 * What a version names may have been erased where it comes from; but it is never of another case of this vault: that would tie
 * one client's material to another's. Throws `package-damaged`.
 */
function refuseForeign({ db }: VaultContext, { caseId, versions }: Records): void {
  const owner = db
    .prepare(
      'SELECT case_id FROM evidence WHERE id = @id UNION ALL SELECT case_id FROM records WHERE id = @id',
    )
    .pluck();
  for (const id of new Set(versions.flatMap(({ refs, recordId }) => [...refs, recordId]))) {
    if (owner.all({ id }).some((of) => of !== caseId)) throw new HoldfastError('package-damaged');
  }
}
