import * as z from 'zod';
import { ageRecipientSchema, idSchema, instantSchema, sha256Schema, shortText } from './common';
import { senderStandings, signingKeyHexSchema } from './office';

/** What of a package was taken in, and what somebody declined, as numbers alone. */
export const receiptCountsSchema = z.strictObject({
  exhibits: z.int().min(0),
  entries: z.int().min(0),
  declined: z.int().min(0),
});

/** What a receipt says, signed by whoever took the package in. No name and no reference of a case stands in it. */
export const receiptSchema = z.strictObject({
  id: idSchema,
  packageId: idSchema,
  /** Of the signed first part of the package; null for one that was taken in before it was written down. */
  manifestSha256: sha256Schema.nullable(),
  /** Of the package as a file. */
  packageSha256: sha256Schema,
  /** Fingerprint of the office that has signed the package. */
  sender: shortText,
  receiver: z.strictObject({
    recipient: ageRecipientSchema,
    signingKey: signingKeyHexSchema,
    fingerprint: shortText,
  }),
  takenInAt: instantSchema,
  writtenAt: instantSchema,
  counts: receiptCountsSchema,
  /** Head of the receiver's record of acts when it was written: the sender's record holds the other office to it. */
  recordHead: sha256Schema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt as it is kept beside the package that it is of. */
export const keptReceiptSchema = z.object({
  id: idSchema,
  packageId: idSchema,
  /** `in`: another office's, which was read here; `out`: ours. */
  direction: z.enum(['in', 'out']),
  /** When it was read or written here. */
  at: instantSchema,
  by: z.string(),
  takenInAt: instantSchema,
  counts: receiptCountsSchema,
  recordHead: sha256Schema,
  fingerprint: shortText,
  /** Whose it is, as it was known then; `name` is empty for an office that nobody knows. */
  office: z.object({ id: idSchema.nullable(), name: z.string(), standing: z.enum(senderStandings) }),
});
export type KeptReceipt = z.infer<typeof keptReceiptSchema>;
