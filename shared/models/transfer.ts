import * as z from 'zod';
import { ageRecipientSchema, idSchema, instantSchema, sha256Schema, shortText } from './common';
import { senderStandings } from './office';
import { packageNoteSchema, packagePurposeSchema } from './package-purpose';

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

/** A package may be for several offices at once; each must have been compared. */
export const packageLockSchema = z.discriminatedUnion('type', [
  ...transferLockSchema.options,
  z.object({ type: z.literal('recipients'), recipients: z.array(ageRecipientSchema).min(1).max(64) }),
]);
export type PackageLock = z.infer<typeof packageLockSchema>;
/** What a package is sealed with. */
export const sealedSchema = z.enum(['key', 'passphrase']);

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
  /** SHA-256 of its signed first part; null for packages from before this was written down. */
  manifestSha256: sha256Schema.nullable().default(null),
  /** What it was written for; null where it does not say. */
  purpose: packagePurposeSchema.nullable().default(null),
  sealed: sealedSchema.nullable().default(null),
  /**
   * The office at the other end, as it was known then. Null under a passphrase, and for packages from before offices were
   * compared: of those nothing is known but that the signature fitted the key that lay beside it.
   */
  partner: z
    .object({ id: idSchema.nullable(), name: shortText, standing: z.enum(senderStandings) })
    .nullable()
    .default(null),
  /** Further offices that one which went out was sealed for. */
  alsoFor: z.array(z.object({ id: idSchema, name: shortText })).default([]),
  /** Why it might go, as its sender says; null where nothing says so. */
  note: packageNoteSchema.nullable().default(null),
  /** What of one that came in was not here before, and whether the case was; null where that was not counted. */
  brought: z
    .object({ joined: z.boolean(), exhibits: z.int(), records: z.int(), redactedCopies: z.int() })
    .nullable()
    .default(null),
});
export type TransferRecord = z.infer<typeof transferRecordSchema>;

/** What a package will hold, before it is written. Counts of records that are shown, by kind. */
export const packageForecastSchema = z.object({
  exhibits: z.int(),
  /** Of them as a redacted copy. */
  redacted: z.int(),
  entries: z.int(),
  /** Records of other kinds. */
  others: z.array(z.object({ kind: z.string(), count: z.int() })).readonly(),
  /** Bytes of the files. */
  bytes: z.int(),
  /** Bytes that the package takes on a stick at the least: its files with the padding. What is written about them comes on top. */
  needs: z.int(),
  /** What of the case does not go. */
  stays: z.object({ exhibits: z.int(), entries: z.int() }),
  /** Chosen records that cannot go, by why. */
  leftOut: z
    .array(z.object({ why: z.enum(['removed', 'erased', 'unknown', 'newer']), count: z.int() }))
    .readonly(),
  /** Records of kinds or schemas of a newer Holdfast, which are carried and cannot be shown here. */
  unknown: z.int(),
});
export type PackageForecast = z.infer<typeof packageForecastSchema>;
