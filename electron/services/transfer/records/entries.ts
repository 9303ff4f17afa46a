import * as z from 'zod';
import { newEntrySchema } from '../../../../shared/models/chronology';
import { idSchema, instantSchema } from '../../../../shared/models/common';
import { messageKeySchema } from '../../../../shared/models/message';
import { stamped } from './stamp';

/** An entry as packages of format 1 and 2 carried it. */
export const entrySchema = z.strictObject({
  id: idSchema,
  version: z.int().min(1),
  removed: z.boolean(),
  body: newEntrySchema,
  /** Which messages and calls it stands on; not in packages of format 1. */
  messages: z.array(messageKeySchema).max(1_000_000).default([]),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  versions: z
    .array(
      z.strictObject({
        version: z.int(),
        body: newEntrySchema,
        at: instantSchema,
        author: z.string().max(200),
      }),
    )
    .max(10_000),
  ...stamped,
});
