import * as z from 'zod';
import { idSchema, instantSchema } from '../models/common';
import { jobSchema } from '../models/job';
import {
  longestPassword,
  pageTurnSchema as turnSchema,
  tenthsSchema,
  turnBySchema,
} from '../models/page-turn';
import { mostHeldFiles } from './lab';
import { method } from './method';

const byId = z.object({ id: idSchema });

/** A file that a PDF holds, with the exhibit that was made of it. */
export const heldFileSchema = z.object({
  /** Its place in the list, from 0: by this it is taken out. */
  at: z.int().min(0),
  name: z.string().max(1024),
  /** What the PDF says of it; nothing of it was looked into. */
  mime: z.string().max(200).nullable(),
  bytes: z.int().nullable(),
  /** The page it is pinned to, or null. */
  page: z.int().nullable(),
  /** The exhibit it became, or the one that it is a copy of. */
  item: z.object({ id: idSchema, exhibitRef: z.string() }).nullable(),
  /** Why it could not be taken out when that was tried: an error code, or null. */
  reason: z.string().nullable(),
});
export type HeldFileShown = z.infer<typeof heldFileSchema>;

export const pagesStateSchema = z.object({
  /** It cannot be shown, because it asks for a password, or for a certificate that nobody here has. */
  locked: z.enum(['no', 'password', 'certificate']),
  /** Who typed its password, and when; null where it never asked for one. */
  opened: z.object({ by: z.string(), at: instantSchema }).nullable(),
  /** Files that it holds beside its pages. */
  files: z.int(),
  /** Pages with marks for redaction that were never applied. */
  marked: z.array(z.int()).readonly(),
  /** Pages that seem to lie otherwise than they are read, about which nobody has said anything. */
  toTurn: z.array(turnSchema).readonly(),
  /** Pages that seem to lie crooked, about which nobody has said anything, with what straightens them in tenths of a degree. */
  toStraighten: z.array(z.object({ page: z.int(), straightened: tenthsSchema })).readonly(),
  /** Pages that somebody turned or straightened, or left as they lie (0). */
  turns: z.array(turnSchema).readonly(),
});
export type PagesState = z.infer<typeof pagesStateSchema>;

/** What is to be said, asked and done about the pages of an exhibit as a stranger sent them. */
export const pagesMethods = {
  'pages.state': method(byId, pagesStateSchema),
  /** Opens a locked PDF. Throws `wrong-file-password`, and may be tried again. */
  'pages.open': method(byId.extend({ password: z.string().min(1).max(longestPassword) }), z.object({})),
  /** The files that a PDF holds. */
  'pages.held': method(byId, z.array(heldFileSchema).max(mostHeldFiles)),
  /** Takes files out of it as exhibits, as a job whose report is that of an import. */
  'pages.takeOut': method(byId.extend({ at: z.array(z.int().min(0)).min(1).max(mostHeldFiles) }), jobSchema),
  /**
   * Turns pages for showing and printing, or says that they lie as they should (0); null takes all answers about a page back.
   * `straightened`: by how many tenths of a degree more, or 0 to leave it crooked; where it is not there, what was said of that stays.
   */
  'pages.turn': method(
    byId.extend({
      turns: z
        .array(
          z.object({
            page: z.int().min(1).max(5000),
            by: turnBySchema.nullable(),
            straightened: tenthsSchema.optional(),
          }),
        )
        .min(1)
        .max(5000),
    }),
    pagesStateSchema,
  ),
} as const;
