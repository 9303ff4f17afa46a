import { z } from 'zod';
import { idSchema } from '../models/common';
import { searchResultSchema } from '../models/search';
import { method } from './method';

export const searchMethods = {
  /** Everything of a case that holds what was typed. */
  'search.everything': method(z.object({ caseId: idSchema, text: z.string().max(200) }), searchResultSchema),
};
