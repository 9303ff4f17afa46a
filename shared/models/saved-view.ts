import * as z from 'zod';
import { shortText, idSchema } from './common';
import { entryFilterSchema, entryOrders, keptFilterSchema } from './entry-filter';

/** Whom a chronology is for. */
export const audiences = ['police', 'family-court', 'criminal-court', 'marac', 'client', 'own'] as const;
export type Audience = (typeof audiences)[number];

/** Columns a chronology can be shown with. */
export const viewFields = [
  'date',
  'dateSource',
  'title',
  'description',
  'quote',
  'comment',
  'acts',
  'channel',
  'place',
  'people',
  'vehicle',
  'witnesses',
  'witnessContacts',
  'effect',
  'fear',
  'reported',
  'safetyAction',
  'exhibits',
  'messages',
] as const;
export type ViewField = (typeof viewFields)[number];

/** Words that are covered wherever they stand, and what is put in their place. */
export const coveringSchema = z.object({
  words: shortText.min(1),
  instead: shortText.default(''),
});

export const savedViewBodySchema = z.object({
  audience: z.enum(audiences),
  filter: entryFilterSchema,
  order: z.enum(entryOrders),
  fields: z.array(z.enum(viewFields)).min(1).max(viewFields.length),
  covering: z.array(coveringSchema).max(200),
});
export type SavedViewBody = z.infer<typeof savedViewBodySchema>;

/** The same as it is kept in a vault or comes in a package. */
export const keptViewBodySchema = savedViewBodySchema.extend({ filter: keptFilterSchema });

export const savedViewSchema = savedViewBodySchema.extend({
  id: idSchema,
  caseId: idSchema,
  name: shortText.min(1),
});
export type SavedView = z.infer<typeof savedViewSchema>;
