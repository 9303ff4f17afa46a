import * as z from 'zod';
import { idSchema, shortText } from '../models/common';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const producerRecordSchema = z.object({
  /** The id by which series and exhibits name the producer; for a case's first one it is that of the case. */
  producerId: idSchema,
  /** Full name, for labels and certificates; may be empty until it is known. */
  name: shortText,
});
export type ProducerRecord = z.infer<typeof producerRecordSchema>;

/** A person who produces exhibits. The initials and numbers of their references are given by series, which are no records. */
export const producerKind: RecordKind<ProducerRecord> = {
  kind: 'producer',
  schema: 1,
  body: producerRecordSchema,
  title: ({ name }) => (name === '' ? 'A producer without a name' : name),
  lines: ({ name }) => lines([['name', 'Name', name]]),
  refs: () => [],
  onlyOneAbout: ({ producerId }) => producerId,
  words: ({ name }) => [name],
  merge: 'ask',
};
