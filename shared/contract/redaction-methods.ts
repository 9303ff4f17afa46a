import * as z from 'zod';
import { idSchema, sha256Schema } from '../models/common';
import { jobSchema } from '../models/job';
import { pagePlaceSchema, redactionBoxesSchema, redactionSchema } from '../models/redaction';
import { recipientSchema } from '../models/leaving-gate';
import { method } from './method';

const itemId = z.object({ itemId: idSchema });

/** Redacted copies. */
export const redactionMethods = {
  /** Every version of an item's redacted copy, the newest first. */
  'redaction.list': method(itemId, z.array(redactionSchema)),
  /** Makes a redacted copy, reads it back and keeps it as a new version; the job's result is its id. */
  'redaction.make': method(itemId.extend({ boxes: redactionBoxesSchema }), jobSchema),
  /** Where a phrase or number stands in the text that has been read of an item. */
  'redaction.find': method(
    itemId.extend({ phrase: z.string().trim().min(2).max(200) }),
    z.object({
      places: z.array(pagePlaceSchema),
      /** Pages whose words have been read, with their places; on the others nothing can be found. */
      pagesRead: z.int(),
      pages: z.int(),
    }),
  ),
  /** Saves a version outside the vault; `target` is a token of a path that somebody chose in a dialog of the system. */
  'redaction.save': method(
    z.object({ id: idSchema, target: idSchema, recipient: recipientSchema.nullable().default(null) }),
    z.object({ bytes: z.int(), sha256: sha256Schema }),
  ),
  /** The list of what was covered was sent to a printer. */
  'redaction.printed': method(itemId, z.object({})),
} as const;
