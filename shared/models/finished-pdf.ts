import * as z from 'zod';

const point = z.number();

/** A link of a page: where it lies (left, bottom, right, top in points) and which page it leads to, from 1; 0 for none in the file. */
const linkSchema = z.object({ rect: z.tuple([point, point, point, point]), page: z.int().min(0) });

/** What is found on one page of a finished PDF, read by a program that did not write it. */
export const finishedPageSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  /** What a viewer calls it; an empty text where that is its place in the file. */
  label: z.string().max(60),
  /** The text within the area that was asked about, what is drawn by nothing included. */
  text: z.string().max(40_000),
  /** The text within the place that was asked about: the number on its plate. */
  plate: z.string().max(60),
  links: z.array(linkSchema).max(2000),
  /** Resolution of each picture as it is placed. */
  dpi: z.array(z.number()).max(5000),
  /** Letters that are drawn, those that lie upside down or on their side, and the smallest in points. */
  letters: z.int(),
  turned: z.int(),
  smallest: z.number(),
  /** Pictures, lines and letters, but for what stands on every page (caption and plate). */
  things: z.int(),
});
export type FinishedPage = z.infer<typeof finishedPageSchema>;

export const finishedPdfSchema = z.object({
  pages: z.array(finishedPageSchema).max(100_000),
  bookmarks: z
    .array(z.object({ title: z.string().max(400), page: z.int().min(0), depth: z.int() }))
    .max(200_000),
  isTagged: z.boolean(),
  language: z.string().max(40),
  /** At which zoom it opens, 1 for 100 %; null where it does not say. */
  opensAt: z.number().nullable(),
  attachments: z.int(),
  scripts: z.int(),
});
export type FinishedPdf = z.infer<typeof finishedPdfSchema>;
