import type { StoredFile, VaultContext } from '../../vault/api';
import type { Records } from './records';
import { writeCase } from './records/case';
import { writeDateChoices } from './records/date-choices';
import { writeEntries } from './records/entries';
import { fileFinder } from './records/file-of';
import { writeHands } from './records/hands';
import { writeItems } from './records/items';
import { writeLanguages } from './records/languages';
import { writeLikeness } from './records/likeness';
import { writeReadings } from './records/readings';
import { writeRedactions } from './records/redactions';
import { writeRegister } from './records/register';
import { writeSources } from './records/sources';
import { writeRows } from './row-files/write-rows';
import type { RowFiles } from './row-files/write-rows';
import { insertFile } from '../items/file-rows';

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
  writeDateChoices(context, records.dateChoices);
  writeLanguages(context, id, records.languages);
  writeReadings(context, records.readings);
  writeSources(context, records.messageSources);
  writeRows(context, records.messageSources, rows);
  writeRegister(context, id, records.register, records.views);
  writeEntries(context, id, records.entries);
  writeLikeness(context, id, records.decisions, records.runs);
  writeRedactions(context, records.redactions, fileOf);
}
