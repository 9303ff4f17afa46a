import * as z from 'zod';
import { idSchema, shortText } from '../models/common';
import { evidenceKindSchema } from '../models/evidence';
import { jobSchema } from '../models/job';
import { method } from './method';

const byId = z.object({ id: idSchema });

/** Characters of text that are given at a time. */
export const textAtATime = 60_000;
/** Things inside that are listed at a time. */
export const filesAtATime = 200;

export const insideFileSchema = z.object({
  place: z.string().max(1024),
  /** The item it became, or the one it is a copy of; null where it was not taken out. */
  item: z
    .object({ id: idSchema, exhibitRef: z.string(), title: shortText, kind: evidenceKindSchema })
    .nullable(),
  isCopy: z.boolean(),
  /** Why it was not taken out: an error code, or null. */
  reason: z.string().nullable(),
});
export type InsideFile = z.infer<typeof insideFileSchema>;

/** What is inside an item: its words, and the files that came in it. */
export const insideMethods = {
  'inside.get': method(
    byId,
    z.object({
      /** What it came in: where it was taken out, and where the same content came again. */
      parents: z.array(
        z.object({ id: idSchema, exhibitRef: z.string(), title: shortText, place: z.string().max(1024) }),
      ),
      /** Pages of text, and characters of all of them. */
      pages: z.array(z.object({ page: z.int(), characters: z.int() })),
      files: z.object({ all: z.int(), left: z.int() }),
    }),
  ),
  /** Text of a page from a character on. */
  'inside.text': method(
    byId.extend({ page: z.int().min(1), from: z.int().min(0) }),
    z.object({ text: z.string() }),
  ),
  /** What came in it from a place in the list on; those that were not taken out come first. */
  'inside.files': method(byId.extend({ from: z.int().min(0) }), z.array(insideFileSchema)),
  /** Reads it again, as a job. */
  'inside.readAgain': method(byId, jobSchema),
} as const;
