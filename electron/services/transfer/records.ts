import { z } from 'zod';
import { parseExhibitRef } from '../../../shared/domain/exhibit-ref';
import { earlierProducerId } from '../../vault/migrations/0080-producers';
import type { VaultContext } from '../../vault/api';
import { caseSchema, producerSchema, readCase, readProducers } from './records/case';
import { dateChoiceSchema, readDateChoices } from './records/date-choices';
import { entrySchema, readRecordEntries } from './records/entries';
import { continuitySchema, provenanceSchema, readContinuity, readProvenances } from './records/hands';
import { itemSchema, readRecordItems } from './records/items';
import { languagesSchema, readLanguages } from './records/languages';
import { decisionSchema, readDecisions, readRuns, runSchema } from './records/likeness';
import { readReadings, readingSchema } from './records/readings';
import { readRedactions, redactionSchema } from './records/redactions';
import { readRegister, readViews, registerSchema, viewSchema } from './records/register';
import { readSources, sourceSchema } from './records/sources';

const manyRows = 1_000_000;

/**
 * records.json: one case with everything that belongs to it but the bytes of its files and the rows of which there may be
 * very many (see row-files). What has a default was not in packages of format 1.
 */
export const recordsSchema = z.strictObject({
  case: caseSchema,
  producers: z.array(producerSchema).max(1000).default([]),
  items: z.array(itemSchema).max(100_000),
  entries: z.array(entrySchema).max(manyRows),
  register: z.array(registerSchema).max(100_000).default([]),
  views: z.array(viewSchema).max(10_000).default([]),
  provenance: z.array(provenanceSchema).max(manyRows).default([]),
  continuity: z.array(continuitySchema).max(manyRows).default([]),
  dateChoices: z.array(dateChoiceSchema).max(manyRows).default([]),
  languages: z.array(languagesSchema).max(100_001).default([]),
  readings: z.array(readingSchema).max(100_000).default([]),
  messageSources: z.array(sourceSchema).max(100_000).default([]),
  decisions: z.array(decisionSchema).max(manyRows).default([]),
  runs: z.array(runSchema).max(100_000).default([]),
  redactions: z.array(redactionSchema).max(manyRows).default([]),
});
export type Records = z.infer<typeof recordsSchema>;

/** Reads one case out of the database, all at one moment. */
export function readRecords(context: Pick<VaultContext, 'db'>, caseId: string): Records {
  return recordsSchema.parse({
    case: readCase(context, caseId),
    producers: readProducers(context, caseId),
    items: readRecordItems(context, caseId),
    entries: readRecordEntries(context, caseId),
    register: readRegister(context, caseId),
    views: readViews(context, caseId),
    provenance: readProvenances(context, caseId),
    continuity: readContinuity(context, caseId),
    dateChoices: readDateChoices(context, caseId),
    languages: readLanguages(context, caseId),
    readings: readReadings(context, caseId),
    messageSources: readSources(context, caseId),
    decisions: readDecisions(context, caseId),
    runs: readRuns(context, caseId),
    redactions: readRedactions(context, caseId),
  });
}

/** Records of format 1 have no producers: they get those that the migration of such a vault makes. */
export function withProducers(records: Records): Records {
  if (records.producers.length > 0) return records;
  const { case: owner, items } = records;
  const given = items.map(({ exhibitRef }) => parseExhibitRef(exhibitRef)?.initials ?? owner.exhibitInitials);
  const idOf = (initials: string): string =>
    initials === owner.exhibitInitials ? owner.id : earlierProducerId(owner.id, initials);
  return {
    ...records,
    producers: [...new Set([owner.exhibitInitials, ...given])].map((initials) => ({
      id: idOf(initials),
      name: '',
      initials,
      nextExhibit: owner.nextExhibit,
      createdAt: owner.createdAt,
      office: owner.office,
      author: owner.author,
      hlc: owner.hlc,
    })),
    items: items.map((item, index) => ({ ...item, producerId: idOf(given[index] ?? owner.exhibitInitials) })),
  };
}
