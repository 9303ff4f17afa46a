/**
 * vault.json: what is needed to get from a passphrase to the vault key, and nothing about people.
 *
 *   { format: 1, vaultId, generation, slots: [{ id, kind, kdf: { algorithm, m, t, p, salt }, wrapped }], mac, checksum }
 *
 * - `wrapped` is nonce (12 bytes), AES-256-GCM of the vault key (32), tag (16), under Argon2id(passphrase, kdf), with
 *   slotBinding() as additional data. `m` is in KiB. Bytes are in base64.
 * - `mac` is HMAC-SHA256 over canonical() with a key that only the vault key gives: nobody else can change the file.
 * - `checksum` is SHA-256 over the compact JSON of all other fields in the order of the file: damage is told from a wrong
 *   passphrase without any key, and, because every later format keeps it, from a newer format.
 *
 * It is the most precious file of a vault, so there are always two copies, neither is ever written in place, and the
 * older one is replaced only while the newer is whole. Of two good copies the one of the higher generation counts.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { HoldfastError } from '../../shared/errors';
import { writeDurably } from './durable';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { deriveKey } from './keys';
import { keyFileName, previousKeyFileName } from './names';
import { highestCost, lowestReadCost } from './passphrase';

/** Bytes. A planted file must not fill the memory. */
const largest = 64 * 1024;
const format = 1;

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

const slotSchema = z.strictObject({
  id: z.uuid(),
  /** A person's passphrase, or the words of the recovery kit. */
  kind: z.enum(['passphrase', 'recovery']),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    m: z.int().min(lowestReadCost.m).max(highestCost.m),
    t: z.int().min(lowestReadCost.t).max(highestCost.t),
    p: z.int().min(lowestReadCost.p).max(highestCost.p),
    salt: base64(16),
  }),
  wrapped: base64(60),
});
export type Slot = z.infer<typeof slotSchema>;

export const keyFileSchema = z.strictObject({
  format: z.literal(format),
  vaultId: z.uuid(),
  generation: z.int().min(1),
  slots: z.array(slotSchema).min(1).max(64),
  mac: base64(32),
  checksum: base64(32),
});
export type KeyFile = z.infer<typeof keyFileSchema>;
type KeyFileContent = Omit<KeyFile, 'mac' | 'checksum'>;

/** What of a slot is bound to its wrapped key, so that no part can be moved to another slot or vault. */
export function slotBinding(vaultId: string, slot: Pick<Slot, 'id' | 'kdf'>): string {
  const { m, t, p, salt } = slot.kdf;
  return `holdfast/1/slot ${vaultId} ${slot.id} argon2id ${m} ${t} ${p} ${salt}`;
}

/** Fields in a fixed order, so that the same content always has the same bytes. */
function canonical(file: KeyFileContent): string {
  return JSON.stringify([
    file.format,
    file.vaultId,
    file.generation,
    file.slots.map(({ id, kind, kdf, wrapped }) => [
      id,
      kind,
      kdf.algorithm,
      kdf.m,
      kdf.t,
      kdf.p,
      kdf.salt,
      wrapped,
    ]),
  ]);
}

function macOf(vaultKey: Uint8Array, file: KeyFileContent): Buffer {
  const key = deriveKey(vaultKey, file.vaultId, 'vault.json');
  try {
    return createHmac('sha256', key).update(canonical(file)).digest();
  } finally {
    key.fill(0);
  }
}

/** The checksum of a key file of any format: of all fields but the checksum itself. In base64. */
export function checksumOf(content: object): string {
  return createHash('sha256')
    .update(JSON.stringify({ ...content, checksum: undefined }))
    .digest('base64');
}

/** A key file with its authentication and checksum. */
export function makeKeyFile(vaultKey: Uint8Array, content: Omit<KeyFileContent, 'format'>): KeyFile {
  const file = { format: format as typeof format, ...content };
  const sealed = { ...file, mac: macOf(vaultKey, file).toString('base64') };
  return { ...sealed, checksum: checksumOf(sealed) };
}

/** True when the file is just as somebody with the vault key wrote it. */
export function isAuthentic(vaultKey: Uint8Array, file: KeyFile): boolean {
  return timingSafeEqual(macOf(vaultKey, file), Buffer.from(file.mac, 'base64'));
}

/**
 * The copies that are whole, newest first: one or two. Throws `vault-missing` when there is none, `vault-newer` when any
 * copy is of a format this app does not know, `vault-damaged` when no copy is whole, or the system's error when none
 * could be read at all.
 */
export async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const found: KeyFile[] = [];
  const problems: unknown[] = [];
  for (const name of [keyFileName, previousKeyFileName]) {
    try {
      const file = await readCopy(join(folder, name));
      if (file !== null) found.push(file);
    } catch (error) {
      // An older copy must not open a vault behind the back of the app that wrote the newer one.
      if (error instanceof HoldfastError && error.code === 'vault-newer') throw error;
      problems.push(error);
    }
  }
  if (found.length > 0) return found.sort((a, b) => b.generation - a.generation);
  const [first] = problems;
  if (first === undefined) throw new HoldfastError('vault-missing');
  throw first instanceof Error ? first : new HoldfastError('vault-damaged');
}

/** One copy, or null when it is not there. */
async function readCopy(path: string): Promise<KeyFile | null> {
  try {
    if ((await stat(path)).size > largest) throw new HoldfastError('vault-damaged');
    return parseKeyFile(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** What every format has. */
const anyFormat = z.looseObject({ format: z.int(), checksum: base64(32) });

/** Reads one copy. Throws `vault-damaged` or `vault-newer`. */
export function parseKeyFile(bytes: Buffer): KeyFile {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HoldfastError('vault-damaged');
  }
  const outline = anyFormat.safeParse(content);
  if (!outline.success || checksumOf(outline.data) !== outline.data.checksum) {
    throw new HoldfastError('vault-damaged');
  }
  if (outline.data.format > format) throw new HoldfastError('vault-newer');
  const parsed = keyFileSchema.safeParse(content);
  if (!parsed.success) throw new HoldfastError('vault-damaged');
  return parsed.data;
}

/** Writes a new generation; at every moment at least one whole copy is on disk. */
export async function writeKeyFile(folder: string, file: KeyFile, layer: FsLayer = realFs): Promise<void> {
  const path = join(folder, keyFileName);
  const previous = join(folder, previousKeyFileName);
  const before = await readCopy(path).catch(() => null);
  // Only a whole copy may replace the other one: else this could overwrite the last good copy with a damaged one.
  if (before !== null) await writeDurably(previous, [keyFileBytes(before)], layer);
  await writeDurably(path, [keyFileBytes(file)], layer);
  if (before === null) await writeDurably(previous, [keyFileBytes(file)], layer);
}

/**
 * The very bytes a key file has on disk. The checksum is over its fields in the order in which they stand there, which need not be the one
 * in which it was read.
 */
export function keyFileBytes(file: KeyFile): Buffer {
  return Buffer.from(`${JSON.stringify({ ...file, checksum: checksumOf(file) }, null, 2)}\n`);
}
