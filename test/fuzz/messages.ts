import * as z from 'zod';
import { faultKinds } from './target';

/** What a process that reads inputs is started with, as its first argument. */
export const orderSchema = z.object({
  target: z.string(),
  seed: z.int(),
  /** Number of the first input, and of the one behind the last; null for as many as there is time for. */
  from: z.int(),
  until: z.int().nullable(),
  /** Milliseconds. */
  time: z.number().nullable(),
  /** Where the number of the input at hand is written: what hangs cannot tell. */
  progress: z.string(),
  /** MiB that the process may take. */
  memory: z.number(),
  /** Milliseconds of processor time after which an answer came too late. */
  slow: z.number(),
});
export type Order = z.infer<typeof orderSchema>;

export const faultSchema = z.object({ kind: z.enum(faultKinds), sign: z.string(), detail: z.string() });

/** From such a process. `tried` answers a `try`; the others are told by themselves. */
export const fromChildSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('fault'), number: z.int(), fault: faultSchema }),
  z.object({ type: z.literal('done'), next: z.int(), answers: z.int() }),
  z.object({ type: z.literal('tried'), fault: faultSchema.nullable(), answer: z.string() }),
]);
export type FromChild = z.infer<typeof fromChildSchema>;

/** An input to try, in base64; anything else asks for the inputs of the order. */
export const toChildSchema = z.union([z.object({ input: z.string() }), z.object({ go: z.literal(true) })]);
export type ToChild = z.infer<typeof toChildSchema>;
