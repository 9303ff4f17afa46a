import * as z from 'zod';
import { idSchema, instantSchema } from './common';
import { transferRecordSchema } from './transfer';

const words = z.string().trim().max(20_000);

export const breachStrengths = ['key', 'passphrase', 'not-sealed', 'not-known'] as const;
export const breachRisks = ['open', 'unlikely', 'likely', 'high'] as const;

/** What an office writes down about something that was lost or stolen: UK GDPR, article 33(5). */
export const breachBodySchema = z.object({
  /** What was lost: "stick", "laptop". */
  what: z.string().trim().min(1).max(200),
  /** The package that was on it, one of those that were written or taken in here; null for something else. */
  packageId: idSchema.nullable(),
  /** When somebody here first knew of it: from then the hours are counted. */
  foundAt: instantSchema,
  /** How it was lost, and what was on it beyond the package. */
  circumstances: words,
  strength: z.enum(breachStrengths),
  risk: z.enum(breachRisks),
  riskWhy: words,
  toldIcoAt: instantSchema.nullable(),
  icoReference: z.string().trim().max(200),
  toldClientAt: instantSchema.nullable(),
  notes: words,
});
export type BreachBody = z.infer<typeof breachBodySchema>;

/** A breach as it is shown: what was written, with what is known of the package that was on what was lost. */
export const breachSchema = z.object({
  id: idSchema,
  version: idSchema,
  body: breachBodySchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  author: z.string(),
  package: transferRecordSchema.nullable(),
});
export type Breach = z.infer<typeof breachSchema>;
