import * as z from 'zod';

/** What a file is, as a person says once: by it goes what may be given to whom (design, "What leaves"). */
export const itemClasses = [
  'own',
  'police',
  'marac',
  'confidential-address',
  'medical',
  'family-court',
  'privileged',
  'other',
] as const;
export const itemClassSchema = z.enum(itemClasses);
export type ItemClass = z.infer<typeof itemClassSchema>;
