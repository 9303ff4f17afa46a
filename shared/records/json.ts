import * as z from 'zod';
import type { Body, Json } from '../domain/records/version';

const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonSchema),
    z.record(z.string(), jsonSchema),
  ]),
);

/** A body of any kind, also of one that this Holdfast does not know: an object of JSON. */
export const bodySchema: z.ZodType<Body> = z.record(z.string(), jsonSchema);
