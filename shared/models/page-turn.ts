import * as z from 'zod';

/** Degrees clockwise by which a page is turned, beyond how its file says that it lies. */
export const turnBySchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type TurnBy = z.infer<typeof turnBySchema>;

/** Beyond so many tenths of a degree a page lies otherwise, and is no crooked one. */
export const mostTenths = 150;
/** Less is not seen by anybody. */
export const leastTenths = 4;

/** A small angle, in tenths of a degree, clockwise. */
export const tenthsSchema = z.int().min(-mostTenths).max(mostTenths);

/** A page (from 1; a picture has one) and how far it is turned. */
export const pageTurnSchema = z.object({
  page: z.int().min(1),
  by: turnBySchema,
  /** By how much more it is turned because it lay crooked. 0: somebody looked, and left it; not there: nobody has said. */
  straightened: tenthsSchema.optional(),
});
export type PageTurn = z.infer<typeof pageTurnSchema>;

/** Letters that the password of a PDF may have: PDF 2.0 goes by the first 127 bytes. */
export const longestPassword = 200;
