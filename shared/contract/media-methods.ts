import * as z from 'zod';
import { bytesSchema, idSchema } from '../models/common';
import { method } from './method';

/** Recordings, for main to play: it answers the player's requests for parts of them. */
export const mediaRangeMethods = {
  'media.range': method(
    z.object({
      id: idSchema,
      start: z.int().min(0),
      /** Exclusive; absent for as much as is given at a time. */
      end: z.int().min(0).optional(),
    }),
    z.object({ mime: z.string(), total: z.int().min(0), bytes: bytesSchema }),
  ),
} as const;
