import * as z from 'zod';
import { entrySchema, newEntrySchema } from '../models/chronology';
import { idSchema, shortText } from '../models/common';
import { jobSchema } from '../models/job';
import {
  csvMappingSchema,
  dateOrderSchema,
  messageFilterSchema,
  messageKeySchema,
  messageSourceSchema,
  messageSummarySchema,
  messageTallySchema,
  messageViewSchema,
  mostCited,
  mostEntriesAtOnce,
  savedMappingSchema,
} from '../models/message';
import { method } from './method';

const caseId = z.object({ caseId: idSchema });
const itemId = z.object({ itemId: idSchema });
const keys = z.array(messageKeySchema).min(1).max(mostCited);
const filtered = caseId.extend({ filter: messageFilterSchema });

/** Messages and calls read from exports: filtered, counted, cited. */
export const messagesMethods = {
  /** Exports of a case, in the order of their references. */
  'messages.sources': method(caseId, z.array(messageSourceSchema)),
  /** One page of the rows of a filter: of one export in the order of the file, of several in that of time. */
  'messages.list': method(
    filtered.extend({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    z.object({ rows: z.array(messageViewSchema), total: z.int() }),
  ),
  /** At which row of the filter a day begins, counted from 0: the first one on or after it. */
  'messages.find': method(filtered.extend({ day: z.iso.date() }), z.object({ offset: z.int() })),
  'messages.summary': method(filtered, messageSummarySchema),
  /** Which rows those are: those at these places, or all of the filter where null is given for them; throws `invalid-input` for more than one entry may stand on. */
  'messages.keys': method(
    filtered.extend({ indexes: z.array(z.int().min(0)).max(mostCited).nullable() }),
    z.object({ keys: z.array(messageKeySchema) }),
  ),

  /** Which sender is whoever's phone it was, so that it is known what went out; null takes the answer back. */
  'messages.chooseOwner': method(
    itemId.extend({ owner: z.string().max(500).nullable() }),
    messageSourceSchema,
  ),
  /** Reads the export anew with what was answered. */
  'messages.chooseOrder': method(itemId.extend({ order: dateOrderSchema }), jobSchema),
  'messages.mapColumns': method(
    itemId.extend({
      mapping: csvMappingSchema,
      /** The order of day and month, where the person has said it. */
      order: dateOrderSchema.nullable(),
      /** Keeps the columns under this name, to be offered again; null does not. */
      saveAs: shortText.min(1).nullable(),
    }),
    jobSchema,
  ),
  /** Reads an export again whose reading failed. */
  'messages.readAgain': method(itemId, jobSchema),
  /** Columns saved before; those of a table with the same heading come first. */
  'messages.mappings': method(itemId, z.array(savedMappingSchema)),
  'messages.forgetMapping': method(z.object({ id: idSchema }), z.object({})),

  /** A new entry made from rows. Not saved. */
  'messages.draft': method(z.object({ keys }), newEntrySchema),
  /** What an entry that stands on these rows would say of them. */
  'messages.tally': method(z.object({ keys: z.array(messageKeySchema).max(mostCited) }), messageTallySchema),
  /** Adds rows, and the exports they are in, to an entry. Those it has already are not added twice. */
  'messages.addToEntry': method(z.object({ entryId: idSchema, version: z.int(), keys }), entrySchema),
  /** One entry for each row. */
  'messages.entryEach': method(
    z.object({ keys: z.array(messageKeySchema).min(1).max(mostEntriesAtOnce) }),
    z.array(entrySchema),
  ),
} as const;
