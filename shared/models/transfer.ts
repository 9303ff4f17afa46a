import { z } from 'zod';
import { ageRecipientSchema, idSchema, instantSchema, sha256Schema, shortText } from './common';
import { senderStandings } from './office';

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

/** Either the key of a compared office or a strong passphrase told by another way, never both. */
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
  /** Of one that went out: read back. Of one that came in: signed with a key that was compared before. */
  verified: z.boolean(),
  /**
   * The office at the other end, as it was known then. Null under a passphrase, and for packages from before offices were
   * compared: of those nothing is known but that the signature fitted the key that lay beside it.
   */
  partner: z
    .object({ id: idSchema.nullable(), name: shortText, standing: z.enum(senderStandings) })
    .nullable()
    .default(null),
  /** What of one that came in was not here before, and whether the case was; null where that was not counted. */
  brought: z
    .object({ joined: z.boolean(), exhibits: z.int(), records: z.int(), redactedCopies: z.int() })
    .nullable()
    .default(null),
});
export type TransferRecord = z.infer<typeof transferRecordSchema>;
