import * as z from 'zod';
import { entryTimeSchema, newEntrySchema } from '../../../shared/models/chronology';
import { dateKinds } from './date-form';

/** What the editor keeps of an entry nobody has saved: half-filled, so without the rules for what is saved. */
export const entryDraftSchema = z.object({
  value: newEntrySchema.extend({
    edtf: z.string(),
    time: entryTimeSchema.nullable(),
    title: z.string(),
    description: z.string(),
    quote: z.string(),
    place: z.string(),
    dateSource: z.string(),
    reported: z
      .object({
        date: z.string().nullable(),
        reference: z.string(),
        response: z.string(),
        how: z.string().default(''),
        officer: z.string().default(''),
        crimeNumber: z.string().default(''),
      })
      .nullable(),
  }),
  form: z.object({
    kind: z.enum(dateKinds),
    day: z.string(),
    lastDay: z.string(),
    month: z.string(),
    season: z.string(),
    year: z.string(),
    other: z.string(),
  }),
  /** Of the entry that was being changed: when another was saved meanwhile, saving this one says so. */
  version: z.int().nullable(),
});
export type EntryDraft = z.infer<typeof entryDraftSchema>;
