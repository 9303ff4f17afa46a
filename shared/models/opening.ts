import * as z from 'zod';
import { instantSchema } from './common';

/**
 * What a person has answered to the questions that may have to be asked before a vault is opened. Null where nothing was
 * answered: then the question is asked, and nothing is written before it is.
 */
export const openingAnswersSchema = z.object({
  /** The clock is right: the time that it showed when somebody said so. */
  clock: instantSchema.nullable(),
  /** Why the folder is another than before: the vault was moved, or this is a copy of it. */
  place: z.enum(['moved', 'copy']).nullable(),
});
export type OpeningAnswers = z.infer<typeof openingAnswersSchema>;

export const noAnswers: OpeningAnswers = { clock: null, place: null };
