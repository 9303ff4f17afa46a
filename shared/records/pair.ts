import * as z from 'zod';
import { idSchema } from '../models/common';
import { pairDecisionSchema } from '../models/likeness';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const pairRecordSchema = z.object({
  /** Ids of the two exhibits, the smaller first. */
  a: idSchema,
  b: idSchema,
  /** `apart`: they do not belong to one conversation. */
  decision: z.enum([...pairDecisionSchema.options, 'apart']),
});
export type PairRecord = z.infer<typeof pairRecordSchema>;

const decisionWords: Readonly<Record<PairRecord['decision'], string>> = {
  same: 'the same picture',
  different: 'different pictures',
  apart: 'not of one conversation',
};

/** What somebody decided about two pictures that look alike, or could be joined. */
export const pairKind: RecordKind<PairRecord> = {
  kind: 'pair',
  schema: 1,
  body: pairRecordSchema,
  title: ({ decision }) => `Two pictures: ${decisionWords[decision]}`,
  lines: ({ a, b, decision }, nameOf) =>
    lines([
      ['a', 'Picture', nameOf(a)],
      ['b', 'And', nameOf(b)],
      ['decision', 'They are', decisionWords[decision]],
    ]),
  refs: ({ a, b }) => [a, b],
  about: ({ a, b }) => [a, b],
  onlyOneAbout: ({ a, b }) => `${a} ${b}`,
  words: null,
  merge: 'ask',
};
