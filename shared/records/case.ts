import { newCaseSchema } from '../models/case';
import type { NewCase } from '../models/case';
import type { RecordKind } from './define';

/** The case itself: what it is called, where it stands, how its client can be reached. */
export const caseKind: RecordKind<NewCase> = {
  kind: 'case',
  schema: 1,
  body: newCaseSchema,
  refs: () => [],
  words: ({ reference, alias }) => [reference, alias],
  merge: 'ask',
};
