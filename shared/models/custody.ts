import * as z from 'zod';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';
import { packageNoteSchema, packagePurposeSchema } from './package-purpose';
import { keptReceiptSchema } from './receipt';
import { sealedSchema, transferRecordSchema } from './transfer';

/** One package of a case: who had what, and when. */
export const custodyStepSchema = z.object({
  /** Of the package in the list of packages. */
  id: idSchema,
  packageId: idSchema,
  direction: z.enum(['out', 'in']),
  at: instantSchema,
  /** Who wrote it, or took it in, here; empty where no act says. */
  by: z.string(),
  purpose: packagePurposeSchema.nullable(),
  /** The other office, as it was known then; null under a passphrase. */
  office: z
    .object({ name: z.string(), isCompared: z.boolean(), fingerprint: z.string().nullable() })
    .nullable(),
  /** Further offices that it was sealed for. */
  alsoFor: transferRecordSchema.shape.alsoFor,
  /** Why it might go, as its sender says. */
  note: packageNoteSchema.nullable(),
  sealed: sealedSchema.nullable(),
  files: z.int(),
  entries: z.int(),
  bytes: z.int(),
  sha256: sha256Schema,
  /** Heads of both records of acts when it left, or arrived; null where it is not known here. */
  ourHead: sha256Schema.nullable(),
  theirHead: sha256Schema.nullable(),
  receipts: z.array(keptReceiptSchema),
  wiped: z.object({ at: instantSchema, by: z.string() }).nullable(),
});
export type CustodyStep = z.infer<typeof custodyStepSchema>;

/** Through which offices a case went. */
export const custodySchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  office: z.object({ name: shortText, fingerprint: shortText }),
  /** Head of our record of acts now. */
  auditHead: sha256Schema,
  steps: z.array(custodyStepSchema),
});
export type Custody = z.infer<typeof custodySchema>;
