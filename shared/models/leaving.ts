import * as z from 'zod';
import { bundleSettingsSchema } from './bundle';
import { idSchema, instantSchema, shortText } from './common';
import { recipientSchema } from './leaving-gate';
import { exportFormats } from './chronology-export';
import { coveringSchema, viewFields } from './saved-view';

/** By whom and when something was chosen last. */
const chosenBySchema = z.object({ at: instantSchema, by: z.string() });

/** What is chosen for a bundle as a whole. */
export const bundleHeadSchema = bundleSettingsSchema.extend({
  title: shortText,
  courtCase: shortText,
  /** Whom it is for; null while nobody has said. */
  recipient: recipientSchema.nullable().default(null),
  includeChronology: z.boolean(),
  includePatterns: z.boolean(),
  /** False: exhibits stand by date, and new ones where their dates put them. */
  isOrdered: z.boolean(),
});

/** Whether an exhibit goes in; null for one that nobody has decided on. */
const decidedItemSchema = z.object({ itemId: idSchema, isIn: z.boolean().nullable() });

/** What is chosen for the bundle of a case. Exhibits that are not among `items` are not decided on either. */
export const bundleChoicesSchema = bundleHeadSchema.extend({ items: z.array(decidedItemSchema).max(20_000) });
export type BundleChoices = z.infer<typeof bundleChoicesSchema>;

export const bundleChoicesKeptSchema = z.object({
  choices: bundleChoicesSchema,
  /** Null when nobody has chosen anything yet. */
  chosen: chosenBySchema.nullable(),
});

/** What is shown of a chronology, and what is covered in it. */
export const exportShownSchema = z.object({
  fields: z.array(z.enum(viewFields)).min(1),
  covering: z.array(coveringSchema).max(200),
});

/** The last choices for an export. `who` is an audience or the id of a kept view. */
export const exportChoiceSchema = exportShownSchema.extend({
  who: z.string().min(1).max(64),
  format: z.enum(exportFormats),
  withCharts: z.boolean(),
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** One a person or view it was for, the last one first. */
export const exportChoicesSchema = z.array(exportChoiceSchema.extend({ chosen: chosenBySchema }));
export type ExportChoices = z.infer<typeof exportChoicesSchema>;
