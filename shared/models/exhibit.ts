import * as z from 'zod';
import { exhibitInitialsSchema } from './case';
import { idSchema, shortText } from './common';
import { evidenceItemSchema } from './evidence';

/** Whoever produces exhibits: the person who took them or holds them, usually the client (domain 3.3). */
export const producerSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  /** Full name for labels and schedules; may be empty until it is known. */
  name: shortText,
  /** What their next exhibit is called by here: those of the series that this office counts on, or would begin. */
  initials: exhibitInitialsSchema,
  /** The number the next exhibit gets. It only ever grows. */
  nextNumber: z.int().min(1),
  /** Other initials that exhibits of theirs have or had: of a series that another office counts on, or that is closed. */
  others: z.array(exhibitInitialsSchema),
  /** How many exhibits of theirs the case holds now. */
  exhibits: z.int(),
  /** A number has been given under these initials: they can no longer be changed. */
  used: z.boolean(),
  /** Nothing was ever named after them, and nothing is about to be: they may be taken away. */
  removable: z.boolean(),
  /** What is added now becomes theirs. */
  isDefault: z.boolean(),
});
export type Producer = z.infer<typeof producerSchema>;

/** A reference that more than one exhibit of a case bears: all keep it until a person gives some of them another. */
export const sharedReferenceSchema = z.object({
  ref: z.string(),
  files: z
    .array(
      z.object({
        item: evidenceItemSchema,
        /** It has left the office in a bundle under this reference, so it keeps it. */
        left: z.boolean(),
      }),
    )
    .readonly(),
});
export type SharedReference = z.infer<typeof sharedReferenceSchema>;

/** `sheet`: eight labels on A4, as on label sheets of 99.1 by 67.7 mm; `page`: one label on a page. */
export const labelLayouts = ['sheet', 'page'] as const;
export const labelLayoutSchema = z.enum(labelLayouts);
export type LabelLayout = z.infer<typeof labelLayoutSchema>;
export const labelsOnSheet = 8;

/** What was printed to a file somebody chose. */
export const printedSchema = z.object({ pages: z.int(), bytes: z.int(), sha256: z.string() });
export type Printed = z.infer<typeof printedSchema>;
