import { z } from 'zod';

/** Degrees clockwise by which a page is turned, beyond how its file says that it lies. */
export const turnBySchema = z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]);
export type TurnBy = z.infer<typeof turnBySchema>;

/** A page (from 1; a picture has one) and how far it is turned. */
export const pageTurnSchema = z.object({ page: z.int().min(1), by: turnBySchema });
export type PageTurn = z.infer<typeof pageTurnSchema>;

/** Letters that the password of a PDF may have: PDF 2.0 goes by the first 127 bytes. */
export const longestPassword = 200;
