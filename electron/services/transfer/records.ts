import * as z from 'zod';
import { parseExhibitRef } from '../../../shared/domain/exhibit-ref';
import { earlierProducerId } from '../../vault/migrations/0080-producers';
import { idSchema } from '../../../shared/models/common';
import { versionsOfCase } from '../../vault/records/version-rows';
import type { VaultContext } from '../../vault/api';
import { readStoredSeries } from '../items/series-rows';
import {
  earlierShape,
  sectionsSchema,
  unversionedShape,
  versionsOfEarlier,
  versionsOfSections,
  versionsOfUnversioned,
} from './records/earlier';
import { versionSchema } from './records/versions';
import { itemOfToday, itemSchema, readRecordItems } from './records/items';
import { readReadings, readingSchema } from './records/readings';
import { readRedactions, redactionOfToday, redactionSchema } from './records/redactions';
import { countingProducerSchema, seriesOfCounters, seriesSchema } from './records/series';
import { readSources, sourceSchema } from './records/sources';

const manyRows = 1_000_000;
const lastWithoutVersions = 2;
const lastWithoutSeries = 3;
/** In lines of `text.jsonl`, too. */
export const lastWithSections = 4;

/**
 * records.json: one case with everything that belongs to it but the bytes of its files and the rows of which there may be
 * very many (see row-files). What has a default was not in packages of format 1.
 */
const shape = {
  items: z.array(itemSchema).max(100_000),
  readings: z.array(readingSchema).max(100_000).default([]),
  messageSources: z.array(sourceSchema).max(100_000).default([]),
  redactions: z.array(redactionSchema).max(manyRows).default([]),
};

/** Everything that people wrote about the case, version by version, beside what is no record yet. */
export const recordsSchema = z.strictObject({
  caseId: idSchema,
  versions: z.array(versionSchema).max(manyRows).readonly(),
  series: z.array(seriesSchema).max(10_000).readonly(),
  ...shape,
});
const counting = { producers: z.array(countingProducerSchema).max(1000).default([]) };
/** Format 4: sections of their own for what is among the versions now. */
const sectionedSchema = z.strictObject({ ...recordsSchema.shape, ...sectionsSchema.shape });
/** Format 3. */
const countingSchema = z.strictObject({
  ...sectionedSchema.omit({ series: true }).shape,
  ...counting,
  ...unversionedShape,
});
/** Format 1 and 2. */
const earlierSchema = z.strictObject({
  ...earlierShape,
  ...unversionedShape,
  ...shape,
  ...sectionsSchema.shape,
  ...counting,
});
type EarlierRecords = z.infer<typeof earlierSchema>;
export type Records = z.infer<typeof recordsSchema>;

/** Reads one case out of the database, all at one moment. */
export function readRecords(context: Pick<VaultContext, 'db'>, caseId: string): Records {
  return recordsSchema.parse({
    caseId,
    versions: versionsOfCase(context.db, caseId),
    series: readStoredSeries(context, caseId),
    items: readRecordItems(context, caseId),
    readings: readReadings(context, caseId),
    messageSources: readSources(context, caseId),
    redactions: readRedactions(context, caseId),
  });
}

/** Reads records.json of a package of any format there was. Throws what zod throws. */
export function parseRecords(content: unknown, format: number): Records {
  if (format > lastWithSections) return recordsSchema.parse(content);
  if (format > lastWithoutSeries) return withoutSections(sectionedSchema.parse(content));
  if (format > lastWithoutVersions) return asOfToday(countingSchema.parse(content));
  const { case: owner, entries, register, ...rest } = withProducers(earlierSchema.parse(content));
  const versions = versionsOfEarlier({ case: owner, entries, register });
  return asOfToday({ caseId: owner.id, versions, ...rest });
}

/** Until format 3 producers had a counter, and less was a record. */
function asOfToday({ views, ...records }: z.infer<typeof countingSchema>): Records {
  const producers = records.producers.map(({ initials: _i, nextExhibit: _n, ...producer }) => producer);
  const versions = [...records.versions, ...versionsOfUnversioned(records.caseId, { views })];
  return withoutSections({ ...records, producers, versions, series: seriesOfCounters(records.producers) });
}

/** What stood in sections of its own until format 4, as versions. */
function withoutSections(records: z.infer<typeof sectionedSchema>): Records {
  const sections = sectionsSchema.parse(records);
  const versions = [...records.versions, ...versionsOfSections(records.caseId, sections)];
  const items = sections.items.map((item) => itemOfToday(records.caseId, item));
  const redactions = sections.redactions.map(redactionOfToday);
  return recordsSchema.strip().parse({ ...records, items, redactions, versions });
}

/** Records of format 1 have no producers: they get those that the migration of such a vault makes. */
function withProducers(records: EarlierRecords): EarlierRecords {
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
