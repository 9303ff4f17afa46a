import * as z from 'zod';
import { shortText } from '../models/common';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const columnMappingRecordSchema = z.object({
  name: shortText,
  /** The heading of the table as it is compared, JSON: capitals and spaces do not count. */
  header: z.string(),
  /** Which column means what, as it was read by when it was kept (shared/models/message.ts). */
  mapping: z.record(z.string(), z.json()),
});
export type ColumnMappingRecord = z.infer<typeof columnMappingRecordSchema>;

/** Which columns of a table mean what, kept under a name for the next one: a habit of the office. */
export const columnMappingKind: RecordKind<ColumnMappingRecord> = {
  kind: 'column-mapping',
  schema: 1,
  body: columnMappingRecordSchema,
  ofOffice: true,
  title: ({ name }) => name,
  lines: ({ name }) => lines([['name', 'Name', name]]),
  refs: () => [],
  words: null,
  merge: 'ask',
};
