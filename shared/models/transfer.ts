import { z } from 'zod';
import { idSchema, instantSchema, sha256Schema, shortText } from './common';

/** age X25519 recipient (age-encryption.org/v1, Bech32). */
export const ageRecipientSchema = z
  .string()
  .trim()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/);

export const officeSchema = z.object({
  id: idSchema,
  name: shortText,
  recipient: ageRecipientSchema,
  /** Ed25519 public key, base64url without padding, 43 characters. */
  signingKey: z.string().length(43),
  /** Words or groups to read out over the phone and compare. */
  fingerprint: shortText,
});
export type Office = z.infer<typeof officeSchema>;

/** Either a recipient office's key or a passphrase told by another way, never both. */
export const transferLockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('recipient'), recipient: ageRecipientSchema }),
  z.object({ type: z.literal('passphrase'), passphrase: z.string().min(12).max(1024) }),
]);
export type TransferLock = z.infer<typeof transferLockSchema>;

export const transferRecordSchema = z.object({
  id: idSchema,
  direction: z.enum(['out', 'in']),
  packageId: idSchema,
  caseId: idSchema.nullable(),
  caseReference: shortText,
  at: instantSchema,
  files: z.int(),
  entries: z.int(),
  bytes: z.int(),
  /** SHA-256 of the package file. */
  sha256: sha256Schema,
  senderFingerprint: shortText,
  verified: z.boolean(),
});
export type TransferRecord = z.infer<typeof transferRecordSchema>;
