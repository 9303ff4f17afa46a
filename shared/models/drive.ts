import * as z from 'zod';

/** A stick or disk that a package may be written to. Null is what the system does not tell. */
export const driveSchema = z.object({
  /** Where it is, to be read by a person. */
  label: z.string(),
  fileSystem: z.string().nullable(),
  totalBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  /** How many files and folders lie at its top; never what they are called. */
  names: z.int().nullable(),
  /** Whether it is known to hold no file of 4 GiB, so that a large package is written in parts. */
  needsParts: z.boolean(),
});
export type Drive = z.infer<typeof driveSchema>;
