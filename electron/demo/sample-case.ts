import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
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
const json = z.record(z.string(), z.unknown());
/** A person, place or order. What it names of the others stands as `@key`, so that it is read once their ids are known. */
const registerSchema = json.and(z.object({ key: keySchema, kind: registerKindSchema }));
/** A record of the casework. What it names stands as `@key` or `@entry:title`. */
const recordSchema = z.object({ key: keySchema.optional(), kind: z.string(), body: json });

const sampleSchema = newCaseSchema.extend({
  register: z.array(registerSchema).default([]),
  records: z.array(recordSchema).default([]),
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

/** The ids of what was made, by what the sample calls it: a key, or `entry:` and a title. */
export type SampleIds = Map<string, string>;

export interface SampleCase {
  readonly case: NewCase;
  readonly evidenceFolder: string;
  /** People, places and orders, by the names that the entries know them by. */
  readonly register: readonly {
    readonly key: string;
    readonly kind: RegisterKind;
    readonly body: (ids: SampleIds) => RegisterBody;
  }[];
  /** The entries, once the files are in and their items have ids, and so have people, places and orders. */
  readonly entries: (results: readonly ImportResult[], ids: SampleIds) => readonly NewEntry[];
  /** What else was written of the case, once all that it names has an id. */
  readonly records: readonly {
    readonly key: string | null;
    readonly kind: string;
    readonly body: (ids: SampleIds) => Readonly<Record<string, unknown>>;
  }[];
}

/** Reads the fictional case that is shipped with the project. */
export function readSampleCase(folder: string): SampleCase {
  const read = (name: string): Record<string, unknown> =>
    json.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return sampleOf({ ...read('case.json'), ...read('casework.json') }, join(folder, 'evidence'));
}

/** The further, small cases of the caseload, which have no files. */
export function readMoreCases(folder: string): readonly SampleCase[] {
  const { cases } = z
    .object({ cases: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(join(folder, 'more-cases.json'), 'utf8')));
  return cases.map((each) => sampleOf(each, ''));
}

function sampleOf(content: unknown, evidenceFolder: string): SampleCase {
  const { entries, register, records, ...newCase } = sampleSchema.parse(content);
  return {
    case: newCase,
    evidenceFolder,
    // Orders name people and places, so that these come first.
    register: [...register]
      .sort((a, b) => Number(a.kind === 'order') - Number(b.kind === 'order'))
      .map(({ key, kind, ...body }) => ({
        key,
        kind,
        body: (ids) => registerBodySchema.parse(named(body, ids)),
      })),
    records: records.map(({ key = null, kind, body }) => ({
      key,
      kind,
      body: (ids) => json.parse(named(body, ids)),
    })),
    entries: (results, ids) => {
      const items = new Map(
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
            evidence.map((name) => items.get(name.normalize('NFC'))).filter((id) => typeof id === 'string'),
          ),
        ],
        messageKeys: [],
        links: links.flatMap(({ to, role }) => {
          const id = ids.get(to);
          return id === undefined ? [] : [{ id, role }];
        }),
      }));
    },
  };
}

/** The same with ids in the place of names. Throws for a name that nothing bears: the sample would say less than it seems to. */
function named(value: unknown, ids: SampleIds): unknown {
  if (Array.isArray(value)) return value.map((each) => named(each, ids));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, named(each, ids)]));
  // A handle of a platform begins like that too, and has no colon and no such key.
  if (typeof value !== 'string' || !value.startsWith('@')) return value;
  const id = ids.get(value.slice(1));
  if (id === undefined && value.startsWith('@entry:')) throw new Error(`The sample has no ${value}.`);
  return id ?? value;
}
