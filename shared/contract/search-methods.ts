import * as z from 'zod';
import { idSchema } from '../models/common';
import { everyCaseResultSchema, searchResultSchema } from '../models/search';
import { method } from './method';

export const searchMethods = {
  /** Everything of a case that holds what was typed. */
  'search.everything': method(z.object({ caseId: idSchema, text: z.string().max(200) }), searchResultSchema),
  /** In which cases what was typed stands, and in what of them; nothing of what it says there. */
  'search.everyCase': method(z.object({ text: z.string().max(200) }), everyCaseResultSchema),
};
