import type { z } from 'zod';
import { registerBodySchema, registerKindSchema } from '../models/register';
import type { RecordKind } from './define';

export const registerRecordSchema = registerBodySchema.extend({ kind: registerKindSchema });
export type RegisterRecord = z.infer<typeof registerRecordSchema>;

/** A person, place or order that entries are linked to. */
export const registerKind: RecordKind<RegisterRecord> = {
  kind: 'register',
  schema: 1,
  body: registerRecordSchema,
  refs: () => [],
  words: ({ name, relation, notes }) => [name, relation, notes],
  merge: 'ask',
};
