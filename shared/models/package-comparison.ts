import * as z from 'zod';
import { recordVerdicts } from '../domain/merge/compare';
import { idSchema, instantSchema } from './common';

/** How an exhibit of a package stands to what is here. */
export const itemStandings = ['new', 'here', 'erased-here', 'left-out-before'] as const;
export type ItemStanding = (typeof itemStandings)[number];

/** An exhibit that a person may take or leave. */
const comparedItemSchema = z.object({
  id: idSchema,
  ref: z.string(),
  title: z.string(),
  standing: z.enum(itemStandings).exclude(['here']),
});

/** A record that a person may take or leave, or that waits to be decided. */
const comparedRecordSchema = z.object({
  id: idSchema,
  kind: z.string(),
  /** Empty where this Holdfast cannot read it. */
  title: z.string(),
  verdict: z.enum(recordVerdicts).exclude(['same', 'changed-here']),
  readability: z.enum(['readable', 'unknown', 'newer']),
  /** What is accepted by whoever takes after all what was erased here, or left out before. */
  accept: z.array(idSchema).readonly(),
  /** Exhibits and all else hang on it: it comes with them. */
  isBearing: z.boolean(),
});
export type ComparedRecord = z.infer<typeof comparedRecordSchema>;

/** A package beside what is here, before anything of it goes in. Records about an exhibit that is new are not told: they go with it. */
export const packageComparisonSchema = z.object({
  packageId: idSchema,
  manifestSha256: z.string(),
  /** Whether the case is here: it is joined then. */
  joins: z.boolean(),
  /** Aliases of other cases here that bear the case's reference. */
  sameReference: z.array(z.string()).readonly(),
  /** The sender's clock when the package was written, and ours, where they are more than a day apart: one of these is wrong. */
  clocks: z.object({ theirs: instantSchema, ours: instantSchema }).nullable(),
  records: z.array(comparedRecordSchema).readonly(),
  counts: z.object({
    same: z.int(),
    changedHere: z.int(),
    /** Records of a kind, or in a form, that only a newer Holdfast knows. */
    unreadable: z.int(),
    itemsSame: z.int(),
    /** Exhibits that are here and not in the package. */
    itemsNotThere: z.int(),
    redactedCopies: z.int(),
    /** Records that are too many to be listed: they are taken. */
    notListed: z.int(),
  }),
  items: z.array(comparedItemSchema).readonly(),
  /** References that two exhibits will bear, until a person gives one of them another. */
  sharedReferences: z
    .array(z.object({ ref: z.string(), exhibits: z.array(z.string()).readonly() }))
    .readonly(),
  /** Runs of references that come with it: whether this office counts on, or somebody else does. */
  series: z.array(z.object({ initials: z.string(), next: z.int(), isOurs: z.boolean() })).readonly(),
});
export type PackageComparison = z.infer<typeof packageComparisonSchema>;
