import * as z from 'zod';
import { idSchema } from './common';

const text = z.string();
const lineSchema = z.object({ field: text, label: text, text });

/** A record of any kind as it is shown. `body` is as its kind's schema has it. */
export const shownRecordSchema = z.object({
  id: idSchema,
  kind: text,
  caseId: idSchema.nullable(),
  title: text,
  body: z.record(z.string(), z.unknown()),
  /** What everything that it names is called now, by its id. */
  names: z.record(z.string(), text),
  /** Of the version on the screen. */
  version: idSchema,
  author: text,
  createdAt: text,
  updatedAt: text,
  /** Two versions wait for a person to decide. */
  undecided: z.boolean(),
});
export type ShownRecord = z.infer<typeof shownRecordSchema>;

/** A version in the history of a record. */
export const historyVersionSchema = z.object({
  id: idSchema,
  /** How many had been written with it, removals apart; null for a removal, and for one whose content is not here. */
  number: z.int().nullable(),
  at: text,
  author: text,
  /** Written in this office. */
  isOurs: z.boolean(),
  removed: z.boolean(),
  /** Its content is here. */
  isHere: z.boolean(),
  isShown: z.boolean(),
  /** It can be brought back. */
  canComeBack: z.boolean(),
  lines: z.array(lineSchema),
});
export const recordHistorySchema = z.object({
  kind: text,
  title: text,
  removed: z.boolean(),
  /** The newest first. */
  versions: z.array(historyVersionSchema),
});
export type RecordHistory = z.infer<typeof recordHistorySchema>;

export const fieldVerdicts = ['unchanged', 'mine', 'theirs', 'same', 'joined', 'asked'] as const;

/** What a person must decide where two versions of a record stand beside each other. */
export const recordQuestionSchema = z.object({
  id: idSchema,
  kind: text,
  title: text,
  /** Every head, whatever it says: what the decision is about. */
  heads: z.array(idSchema),
  /** Somebody removed what somebody else changed. */
  hasRemoval: z.boolean(),
  /** Versions that say different things, removals apart, the shown one first. */
  sides: z.array(z.object({ id: idSchema, at: text, author: text, isOurs: z.boolean() })),
  /** Where it was removed and one side alone changed it: what it says there. */
  changed: z.array(lineSchema),
  /** There is one version that all sides were made from. */
  hasBase: z.boolean(),
  /** Fields in which the sides differ. A text that is empty: the side leaves it empty. */
  fields: z.array(
    z.object({
      field: text,
      label: text,
      verdict: z.enum(fieldVerdicts),
      /** The side it takes without being asked: the one that alone was changed. Null where a person must choose. */
      settled: z.int().nullable(),
      base: text.nullable(),
      values: z.array(text),
    }),
  ),
});
export type RecordQuestion = z.infer<typeof recordQuestionSchema>;
