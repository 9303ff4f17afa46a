import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { newCaseSchema } from '../../shared/models/case';
import type { NewCase } from '../../shared/models/case';
import {
  entryLinkSchema,
  entryTimeSchema,
  newEntrySchema,
  reportedSchema,
} from '../../shared/models/chronology';
import type { NewEntry } from '../../shared/models/chronology';
import type { ImportResult } from '../../shared/models/evidence';
import { registerBodySchema, registerKindSchema } from '../../shared/models/register';
import type { RegisterBody, RegisterKind } from '../../shared/models/register';

const keySchema = z.string().min(1).max(40);
const sampleSchema = newCaseSchema.extend({
  register: z.array(registerBodySchema.extend({ key: keySchema, kind: registerKindSchema })).default([]),
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
      links: z.array(z.object({ to: keySchema, role: entryLinkSchema.shape.role })).default([]),
    }),
  ),
});

export interface SampleCase {
  readonly case: NewCase;
  readonly evidenceFolder: string;
  /** People, places and orders, by the names the entries know them by. */
  readonly register: readonly {
    readonly key: string;
    readonly kind: RegisterKind;
    readonly body: RegisterBody;
  }[];
  /** The entries, once the files are in and their items have ids, and so have people, places and orders. */
  readonly entries: (
    results: readonly ImportResult[],
    registerIds: ReadonlyMap<string, string>,
  ) => readonly NewEntry[];
}

/** Reads the fictional case that is shipped with the project. */
export function readSampleCase(folder: string): SampleCase {
  const { entries, register, ...newCase } = sampleSchema.parse(
    JSON.parse(readFileSync(join(folder, 'case.json'), 'utf8')) as unknown,
  );
  return {
    case: newCase,
    evidenceFolder: join(folder, 'evidence'),
    register: register.map(({ key, kind, ...body }) => ({ key, kind, body })),
    entries: (results, registerIds) => {
      const ids = new Map(
        results.map((result) => [basename(result.fileName).normalize('NFC'), result.itemId]),
      );
      return entries.map(({ evidence, time, reported, links, ...entry }) => ({
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
        links: links.flatMap(({ to, role }) => {
          const id = registerIds.get(to);
          return id === undefined ? [] : [{ id, role }];
        }),
      }));
    },
  };
}
