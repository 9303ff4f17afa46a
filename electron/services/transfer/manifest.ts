import { sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { ageRecipientSchema, idSchema, instantSchema, sha256Schema } from '../../../shared/models/common';
import { packageNoteSchema, packagePurposeSchema } from '../../../shared/models/package-purpose';
import { officeSchema } from '../../../shared/models/transfer';
import { mostRecipients } from '../age/seal';
import { fingerprint, readPublicKey } from '../offices/office';
import { messagesName, descriptorsName, textName } from './row-files/lines';

/**
 * Format 1 had one producer, and no texts, messages, handovers or redacted copies. Format 2 had the newest state of cases,
 * people, places and orders, and entries with their versions; format 3 had versions of them all, and counters of exhibits. Format 4
 * had sections of their own for what people wrote about exhibits, and what they corrected in texts among the lines of text. Format 5
 * had one recipient, no sums and no padding.
 */
export const packageFormat = 6;
const lastWithOneRecipient = 5;
const oldestFormat = 1;
export const manifestName = 'manifest.json';
export const signatureName = 'manifest.sig';
/** What `sha256sum -c` takes: the manifest's list of files once more. */
export const sumsName = 'SHA256SUMS';
export const recordsName = 'records.json';
/** Sizes in bytes beyond which nothing is read into memory. */
export const largestManifest = 32 * 1024 * 1024;
export const largestRecords = 256 * 1024 * 1024;

/** What stands for a recipient when whoever is told the passphrase may open it. */
export const byPassphrase = 'passphrase';

const fileSchema = z.strictObject({
  path: z.union([
    z.enum([recordsName, textName, descriptorsName]),
    z.string().regex(/^(files\/[0-9a-f]{64}|messages\/[0-9a-f]{64}\.jsonl)$/),
  ]),
  bytes: z.int().min(0),
  sha256: sha256Schema,
});

export const manifestSchema = z.strictObject({
  format: z.int().min(oldestFormat).max(packageFormat),
  packageId: idSchema,
  createdAt: instantSchema,
  sender: officeSchema,
  /** Whom it is for, inside what is signed: nobody can pass it on as if the sender had sent it to them. */
  recipients: z.union([
    z.array(ageRecipientSchema).min(1).max(mostRecipients),
    z.tuple([z.literal(byPassphrase)]),
  ]),
  /** What it was written for; null in formats 1 to 3, which did not say. */
  purpose: packagePurposeSchema.nullable().default(null),
  /** Of changes: the package that they are counted from. */
  since: idSchema.nullable().default(null),
  /** Why it may go, and which papers go with a handover, as the sender says. */
  note: packageNoteSchema.nullable().default(null),
  caseId: idSchema,
  caseReference: z.string().max(40),
  auditHead: sha256Schema,
  counts: z.strictObject({ items: z.int(), entries: z.int() }),
  files: z.array(fileSchema).min(1).max(100_000),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ListedFile = Manifest['files'][number];

/** Keeps a signature over a manifest from being taken for one over anything else. */
const domain = Buffer.from('holdfast-transfer-v1\0');

export function signManifest(bytes: Buffer, key: KeyObject): Buffer {
  return sign(null, Buffer.concat([domain, bytes]), key);
}

/** Reads a manifest. Throws `package-newer` for a later format, else `package-damaged`. */
export function parseManifest(bytes: Buffer): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HoldfastError('package-damaged');
  }
  const version = z.object({ format: z.int() }).safeParse(content);
  if (version.success && version.data.format > packageFormat) throw new HoldfastError('package-newer');
  const parsed = manifestSchema.safeParse(withRecipients(content, version.data?.format ?? packageFormat));
  if (!parsed.success) throw new HoldfastError('package-damaged');
  const { files, sender, recipients } = parsed.data;
  if (hasTwice(files.map(({ path }) => path)) || hasTwice(recipients))
    throw new HoldfastError('package-damaged');
  const byContent = /^(files|messages)\//;
  if (
    files.some(
      ({ path, sha256 }) =>
        byContent.test(path) && path !== `files/${sha256}` && path !== messagesName(sha256),
    )
  ) {
    throw new HoldfastError('package-damaged');
  }
  if (sender.fingerprint !== fingerprint(sender.recipient, sender.signingKey))
    throw new HoldfastError('package-damaged');
  return parsed.data;
}

/** Until format 5 there was one recipient. */
function withRecipients(content: unknown, format: number): unknown {
  if (format > lastWithOneRecipient || typeof content !== 'object' || content === null) return content;
  const { recipient, ...rest } = { recipient: undefined, ...content };
  return { ...rest, recipients: [recipient] };
}

function hasTwice(names: readonly string[]): boolean {
  return new Set(names).size !== names.length;
}

/** What the file of sums says, or null for a format that had none. */
export function sumsOf({ format, files }: Pick<Manifest, 'format' | 'files'>): Buffer | null {
  if (format <= lastWithOneRecipient) return null;
  return Buffer.from(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''));
}

/** Whether nothing may be in a package that no record is about: earlier ones may hold such files. */
export function isSparing({ format }: Pick<Manifest, 'format'>): boolean {
  return format > lastWithOneRecipient;
}

/** Throws `package-damaged` unless the sender named in the manifest signed these very bytes. */
export function checkSignature(bytes: Buffer, signature: Buffer, manifest: Manifest): void {
  const key = readPublicKey(manifest.sender.signingKey);
  if (key === null || !verify(null, Buffer.concat([domain, bytes]), key, signature)) {
    throw new HoldfastError('package-damaged');
  }
}
