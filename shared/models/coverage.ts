import * as z from 'zod';
import { markSchema } from './chronology';
import { idSchema } from './common';
import { jurisdictionSchema } from './jurisdiction';

/**
 * How many entries of a case speak to each element, on how many different days, and on how many occasions. `perhaps`: more
 * occasions that there may be, where it is not known which way the calls and messages of an entry went.
 */
export const supportSchema = z.object({
  /** Whose law it is counted against; null where nobody has said. */
  jurisdiction: jurisdictionSchema.nullable(),
  support: z.array(
    z.object({
      element: markSchema,
      entries: z.int(),
      days: z.int(),
      occasions: z.int(),
      perhaps: z.int(),
    }),
  ),
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
