import * as z from 'zod';
import { ageRecipientSchema, idSchema, instantSchema, sha256Schema, shortText } from './common';
import { packageNoteSchema, packagePurposeSchema } from './package-purpose';

/** Ed25519 public key, 32 bytes in lower-case hex: upper and lower case, dashes and quotes of mail cannot change it. */
export const signingKeyHexSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What an office says about itself, signed by the signing key that stands in it. */
export const officeCardSchema = z.object({
  /** As `canonicalOfficeName` writes it. */
  name: shortText.min(1),
  /** The day it was made, ISO 8601. */
  made: z.iso.date(),
  recipient: ageRecipientSchema,
  signingKey: signingKeyHexSchema,
  /** Ed25519 signature, 64 bytes in lower-case hex. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type OfficeCard = z.infer<typeof officeCardSchema>;

/**
 * What this office knows of another: a card that came by mail is `new`; after the words were compared it is `compared`, or
 * `refused` where they differed. `retired` is one that is not used any more: other keys took its place, or somebody said so.
 */
export const officeStandings = ['new', 'compared', 'refused', 'retired'] as const;
export type OfficeStanding = (typeof officeStandings)[number];

/** Eight words to read out: the same on the screen of the office itself and of everybody who has its card. */
const cardWordsSchema = z.array(z.string()).length(8).readonly();

/** An office in the address book. */
export const partnerOfficeSchema = z.object({
  id: idSchema,
  name: shortText,
  words: cardWordsSchema,
  recipient: ageRecipientSchema,
  made: z.iso.date(),
  standing: z.enum(officeStandings),
  addedAt: instantSchema,
  addedBy: z.string(),
  /** When and by whom its words were compared last, whatever came of it; null when nobody has. */
  compared: z.object({ at: instantSchema, by: z.string() }).nullable(),
  /** The office whose place it takes once it is compared: known by the same name or the same keys. */
  takesPlaceOf: z
    .object({ id: idSchema, name: shortText, because: z.enum(['other-keys', 'other-name']) })
    .nullable(),
});
export type PartnerOffice = z.infer<typeof partnerOfficeSchema>;

export const ownCardSchema = z.object({
  /** The whole card, to be sent by any way at all. */
  text: z.string(),
  name: shortText,
  /** The day its keys were made, or its name was last changed. */
  made: z.iso.date(),
  words: cardWordsSchema,
});
export type OwnCard = z.infer<typeof ownCardSchema>;

/**
 * Who has signed a package, as far as this office can know. Only `compared` and `ours` are verified. `other-key`: it calls
 * itself by the name of an office whose keys we know, and is signed with another.
 */
export const senderStandings = [
  'compared',
  'ours',
  'not-compared',
  'unknown',
  'other-key',
  'refused',
  'retired',
] as const;
export type SenderStanding = (typeof senderStandings)[number];

/** Senders whose packages a person may take in after having been told. Those that are left are refused. */
export const openToDecision: readonly SenderStanding[] = ['not-compared', 'unknown'];
export const verifiedSenders: readonly SenderStanding[] = ['compared', 'ours'];

/** What was shown before a package was taken in: it must be the same package, and nobody else's, that goes in. */
export const seenPackageSchema = z.object({
  manifestSha256: sha256Schema,
  standing: z.enum(senderStandings),
});
export type SeenPackage = z.infer<typeof seenPackageSchema>;

/** A package before anything of it is taken in. */
export const packagePreviewSchema = seenPackageSchema.extend({
  packageId: idSchema,
  createdAt: instantSchema,
  bytes: z.int(),
  caseReference: z.string(),
  counts: z.object({ items: z.int(), entries: z.int() }),
  /** Whom it was sealed for: this office's key, or whoever was told the passphrase. */
  sealedFor: z.enum(['our-key', 'passphrase']),
  /** Whether the case is handed over; null in a package of an older Holdfast, which did not say. */
  purpose: packagePurposeSchema.nullable(),
  /** Why it could go, and which papers go with a handover, as the sender says; null where it does not say. */
  note: packageNoteSchema.nullable(),
  sender: z.object({
    /** What the package says that its sender is called. */
    callsItself: z.string(),
    /** The office of the address book that it is, or whose name it uses; null when there is none. */
    known: z.object({ id: idSchema, name: shortText }).nullable(),
    words: cardWordsSchema,
  }),
  /** Why it cannot be taken in as things are, whoever sent it; null when nothing stands in the way. */
  problem: z.enum(['package-already-here']).nullable(),
  /** When this case was erased here: a package never brings it back by itself. */
  erasedHereAt: instantSchema.nullable(),
});
export type PackagePreview = z.infer<typeof packagePreviewSchema>;
