/**
 * A backup folder, next to nothing but itself:
 *
 *   holdfast-backup-XXXXXXXX/        last eight digits of the vault's id
 *     README.txt                     what it is, for whoever finds it
 *     evidence/ab/ID                 the vault's sealed files, bit for bit
 *     snapshots/TIME-NUMBER.json     one a backup: key file, hash of the database, list of files; authenticated
 *     snapshots/TIME-NUMBER.db       the database of that moment, under the vault's own key
 *
 * Everything in it opens with the passphrases and the recovery kit that the vault had at that moment. The manifest is
 * written last: without one there is no snapshot.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { HoldfastError } from '../../../shared/errors';
import { idSchema, instantSchema, sha256Schema } from '../../../shared/models/common';
import { keyFileSchema } from '../key-file';
import { deriveKey } from '../keys';

/** Bytes: a planted manifest must not fill the memory. Half a million files fit. */
export const largestManifest = 64 * 1024 * 1024;
const format = 1;

const contentSchema = z.strictObject({
  format: z.literal(format),
  vaultId: idSchema,
  number: z.int().min(1),
  at: instantSchema,
  keyFile: keyFileSchema,
  database: z.strictObject({ bytes: z.int(), sha256: sha256Schema }),
  /** Sealed files and their lengths on disk, in the order of their ids. */
  files: z.array(z.tuple([idSchema, z.int()])),
  auditHead: sha256Schema,
});
const manifestSchema = contentSchema.extend({ mac: z.base64(), checksum: z.base64() });
export type ManifestContent = z.infer<typeof contentSchema>;
export type Manifest = z.infer<typeof manifestSchema>;

function macOf(vaultKey: Uint8Array, content: ManifestContent): Buffer {
  const key = deriveKey(vaultKey, content.vaultId, 'backup');
  try {
    return createHmac('sha256', key).update(JSON.stringify(content)).digest();
  } finally {
    key.fill(0);
  }
}

function checksumOf(content: Omit<Manifest, 'checksum'>): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}

export function sealManifest(vaultKey: Uint8Array, content: ManifestContent): Buffer {
  const sealed = { ...content, mac: macOf(vaultKey, content).toString('base64') };
  return bytesOf({ ...sealed, checksum: checksumOf(sealed) });
}

function bytesOf(manifest: Manifest): Buffer {
  return Buffer.from(`${JSON.stringify(manifest)}\n`);
}

/** Throws `backup-newer` or `backup-damaged`; every byte must be as it was written. */
export function parseManifest(bytes: Buffer): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw new HoldfastError('backup-damaged', { cause });
  }
  const outline = z.looseObject({ format: z.int() }).safeParse(content);
  if (outline.success && outline.data.format > format) throw new HoldfastError('backup-newer');
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) throw new HoldfastError('backup-damaged', { cause: parsed.error });
  const { checksum, ...rest } = parsed.data;
  if (checksum !== checksumOf(rest) || !bytesOf(parsed.data).equals(bytes)) {
    throw new HoldfastError('backup-damaged');
  }
  return parsed.data;
}

/** True when somebody with the vault key wrote it. */
export function isAuthenticManifest(vaultKey: Uint8Array, manifest: Manifest): boolean {
  const { mac, checksum: _checksum, ...content } = manifest;
  const given = Buffer.from(mac, 'base64');
  const right = macOf(vaultKey, content);
  return given.length === right.length && timingSafeEqual(given, right);
}
