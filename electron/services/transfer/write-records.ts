import type { StoredFile, VaultContext } from '../context';
import { insertFile } from '../evidence/store-item';
import type { Records } from './records';
import { writeCase } from './records/case';
import { writeEntries } from './records/entries';
import { fileFinder } from './records/file-of';
import { writeHands } from './records/hands';
import { writeItems } from './records/items';
import { writeLikeness } from './records/likeness';
import { writeReadings } from './records/readings';
import { writeRedactions } from './records/redactions';
import { writeSources } from './records/sources';
import { writeRows } from './row-files/write-rows';
import type { RowFiles } from './row-files/write-rows';

/** Writes a case that came from another office. Must run inside an act; `files` are the stored files by SHA-256. */
export function writeRecords(
  context: VaultContext,
  records: Records,
  files: ReadonlyMap<string, StoredFile>,
  rows: RowFiles,
): void {
  for (const file of files.values()) insertFile(context, file);
  const fileOf = fileFinder(files);
  const { id } = records.case;
  writeCase(context, records.case, records.producers);
  writeItems(context, id, records.items, fileOf);
  writeHands(context, records.provenance, records.continuity);
  writeReadings(context, records.readings);
  writeSources(context, records.messageSources);
  writeRows(context, id, records.messageSources, rows);
  writeEntries(context, id, records.entries);
  writeLikeness(context, id, records.decisions, records.runs);
  writeRedactions(context, records.redactions, fileOf);
}
