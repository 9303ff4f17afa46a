import { z } from 'zod';
import { markSchema } from './chronology';
import { idSchema } from './common';

/** How many entries of a case speak to each element, and on how many different days. */
export const supportSchema = z.object({
  support: z.array(z.object({ element: markSchema, entries: z.int(), days: z.int() })),
  /** The latest incident, which time limits are counted from: the latest day it may have been. Null without any. */
  latest: z
    .object({
      id: idSchema,
      title: z.string(),
      printedDate: z.string(),
      day: z.iso.date(),
      certain: z.boolean(),
    })
    .nullable(),
});
export type CaseSupport = z.infer<typeof supportSchema>;
