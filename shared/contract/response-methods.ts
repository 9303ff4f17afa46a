import * as z from 'zod';
import { idSchema } from '../models/common';
import { responseFactsSchema } from '../models/response';
import { method } from './method';

/** Police, prosecutor and court. The records themselves are read by `records.list`. */
export const responseMethods = {
  /** What stands beside them: entries in few fields, orders, hearings, and whose law the case falls under. */
  'casework.response': method(z.object({ caseId: idSchema }), responseFactsSchema),
} as const;
