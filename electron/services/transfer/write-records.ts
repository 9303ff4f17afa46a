import type { Version } from '../../../shared/domain/records/version';
import type { MergeReport } from '../../../shared/domain/merge/receive';
import type { StoredFile, VaultContext } from '../../vault/api';
import { referencesOf } from './check-references';
import type { JoinPlan } from './plan-join';
import { refuseForeign } from './refuse-foreign';
import type { Records } from './records';
import { fileFinder } from './records/file-of';
import { joinItems, joinParents, writeItems } from './records/items';
import { joinReadings } from './records/readings';
import { joinRedactions, newRedactions } from './records/redactions';
import { joinSeries } from './records/series';
import { joinSources } from './records/sources';
import { tieMessages, writeMessages } from './row-files/write-rows';
import type { RowFiles } from './row-files/write-rows';
import { touchEntries } from '../chronology/revision';
import { insertFile } from '../items/file-rows';

/** What a package said that was not here. */
export interface Brought {
  readonly exhibits: number;
  readonly records: number;
  readonly redactedCopies: number;
}

/** What is to be joined, and whose it is. */
export interface ToJoin {
  readonly records: Records;
  /** The stored files that come in, by SHA-256. */
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly rows: RowFiles;
  readonly plan: JoinPlan;
  readonly office: string;
  /** Our age key, by which we may be named in the package, and what its sender is called as an owner of series. */
  readonly recipient: string;
  readonly from: readonly string[];
}

/**
 * Joins a case that came from another office with what is here of it, or writes it all where nothing is: exhibits, and what is about
 * them, are a set; records keep every version. Nothing that is here is overwritten. Must run inside an act.
 */
export function joinRecords(context: VaultContext, { records, files, rows, plan, ...from }: ToJoin): Brought {
  refuseForeign(context, records);
  const { caseId } = records;
  const { newItems, itemsHere, versions } = plan;
  const taken = new Set<string>();
  const take = (some: readonly Version[]): void => {
    const { decline, accept } = plan;
    const decisions = { decline, accept };
    const report = context.records.receive({ caseId, office: from.office, versions: some, decisions });
    for (const id of idsOf(report)) taken.add(id);
  };
  // Series and exhibits name them.
  const first = ['case', 'producer'];
  for (const each of first) take(versions.filter(({ kind }) => kind === each));
  joinSeries(context, caseId, records.series, { refs: referencesOf(records), ...from });

  const coming = new Set(newItems.map(({ id }) => id));
  const copies = newRedactions(context, records.redactions, coming);
  const fileOf = fileFinder(files);
  const named = new Set([...newItems, ...copies].map(({ sha256 }) => sha256));
  for (const file of files.values()) if (named.has(file.sha256)) insertFile(context, file);
  writeItems(context, caseId, newItems, fileOf);
  const read = new Set([...coming, ...joinItems(context, itemsHere)]);
  joinParents(context, [...newItems, ...itemsHere]);
  joinReadings(context, records.readings, { read, newItems: coming });
  const sources = joinSources(context, records.messageSources, read);
  writeMessages(context, sources, rows.messages);
  const sourcesHere = records.messageSources.filter((each) => !sources.includes(each));
  tieMessages(context, sourcesHere, rows.messages, coming);

  // After the exhibits and messages that they name.
  take(versions.filter(({ kind }) => !first.includes(kind)));
  if (!plan.isNewCase) context.records.anew(caseId, [...coming]);
  context.hear(versions.filter(({ id }) => taken.has(id)));
  touchEntries(context);
  const redactedCopies = joinRedactions(context, records.redactions, fileOf);
  keepItemDecisions(context, caseId, plan);
  const changed = new Set(versions.filter(({ id }) => taken.has(id)).map(({ recordId }) => recordId));
  return { exhibits: newItems.length, records: changed.size, redactedCopies };
}

function idsOf({ added, filled }: MergeReport): readonly string[] {
  return [...added, ...filled];
}

/** What was left out is remembered, and offered again; what was taken after all is left out no more. */
function keepItemDecisions(
  { db, now }: Pick<VaultContext, 'db' | 'now'>,
  caseId: string,
  { leftOutNow, takenAfterAll }: JoinPlan,
): void {
  const leave = db.prepare('INSERT OR IGNORE INTO item_declined (item_id, case_id, at) VALUES (?, ?, ?)');
  const at = now().toISOString();
  for (const id of leftOutNow) leave.run(id, caseId, at);
  for (const id of takenAfterAll) {
    db.prepare('DELETE FROM item_declined WHERE item_id = ?').run(id);
    db.prepare('DELETE FROM item_tombstones WHERE id = ?').run(id);
  }
}
