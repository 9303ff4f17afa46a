import { z } from 'zod';
import general from '../../../resources/profiles/general-2021.json' with { type: 'json' };

const profileSchema = z.object({
  id: z.literal('general-2021'),
  name: z.string(),
  dated: z.iso.date(),
  checkedOn: z.iso.date(),
  source: z.string(),
  numbering: z.literal('continuous'),
  highestDpi: z.number().positive(),
  largestMegabytes: z.number().positive(),
  largestMegabytesNote: z.string(),
  bookmarkLength: z.int().positive(),
});
export type Profile = z.infer<typeof profileSchema>;

/** The rules of a bundle: dated, sourced data. */
export const generalProfile: Profile = profileSchema.parse(general);
