import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { newCaseSchema } from '../../shared/models/case';
import type { NewCase } from '../../shared/models/case';
import { entryTimeSchema, newEntrySchema, reportedSchema } from '../../shared/models/chronology';
import type { NewEntry } from '../../shared/models/chronology';
import type { ImportResult } from '../../shared/models/evidence';

const sampleSchema = newCaseSchema.extend({
  entries: z.array(
    newEntrySchema.omit({ evidenceIds: true, messageKeys: true, links: true }).extend({
      time: entryTimeSchema.extend({ to: entryTimeSchema.shape.to.optional().or(z.literal('')) }).nullish(),
      quote: newEntrySchema.shape.quote.default(''),
      channel: newEntrySchema.shape.channel.default(null),
      place: newEntrySchema.shape.place.default(''),
      dateSource: newEntrySchema.shape.dateSource.default("the client's account"),
      reported: reportedSchema
        .extend({
          reference: reportedSchema.shape.reference.default(''),
          response: reportedSchema.shape.response.default(''),
        })
        .nullish(),
      evidence: z.array(z.string()).default([]),
    }),
  ),
});

export interface SampleCase {
  readonly case: NewCase;
  readonly evidenceFolder: string;
  /** The entries, once the files are in and their items have ids. */
  readonly entries: (results: readonly ImportResult[]) => readonly NewEntry[];
}

/** Reads the fictional case that is shipped with the project. */
export function readSampleCase(folder: string): SampleCase {
  const { entries, ...newCase } = sampleSchema.parse(
    JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as unknown,
  );
  return {
    case: newCase,
    evidenceFolder: join(folder, 'evidence'),
    entries: (results) => {
      const ids = new Map(
        results.map((result) => [basename(result.fileName).normalize('NFC'), result.itemId]),
      );
      return entries.map(({ evidence, time, reported, ...entry }) => ({
        ...entry,
        time:
          time === null || time === undefined
            ? null
            : { ...time, to: time.to === '' ? null : (time.to ?? null) },
        reported: reported ?? null,
        evidenceIds: [
          ...new Set(
            evidence.map((name) => ids.get(name.normalize('NFC'))).filter((id) => typeof id === 'string'),
          ),
        ],
        messageKeys: [],
        links: [],
      }));
    },
  };
}
