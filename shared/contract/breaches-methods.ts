import * as z from 'zod';
import { breachBodySchema, breachSchema } from '../models/breach';
import { idSchema } from '../models/common';
import { method } from './method';

/** What was lost or stolen. */
export const breachesMethods = {
  'breaches.list': method(z.object({}), z.array(breachSchema)),
  /** A new one where `changes` is null, else a version of the one that was on the screen. */
  'breaches.save': method(
    z.object({
      changes: z.object({ id: idSchema, version: idSchema }).nullable(),
      body: breachBodySchema,
    }),
    breachSchema,
  ),
  'breaches.remove': method(z.object({ id: idSchema }), z.object({})),
} as const;
