/**
 * vault.json: what is needed to get from a passphrase to the vault key, and nothing about people. It holds the vault's
 * id, a generation number and the key slots, and is authenticated with a key that only the vault key gives. It is the
 * most precious file of a vault, so it is never written in place: the older generation stays as vault.prev.json.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HoldfastError } from '../../shared/errors';
import { writeDurably } from './durable';
import type { FsLayer } from './fs-layer';
import { realFs } from './fs-layer';
import { deriveKey } from './keys';
import { highestCost, lowestCost } from './passphrase';

export const keyFileName = 'vault.json';
export const previousKeyFileName = 'vault.prev.json';
const largest = 64 * 1024;
const format = 1;

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);

export const slotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('passphrase'),
  kdf: z.strictObject({
    algorithm: z.literal('argon2id'),
    m: z.int().min(lowestCost.m).max(highestCost.m),
    t: z.int().min(lowestCost.t).max(highestCost.t),
    p: z.int().min(lowestCost.p).max(highestCost.p),
    salt: base64(16),
  }),
  wrapped: base64(60),
});
export type Slot = z.infer<typeof slotSchema>;

const keyFileSchema = z.strictObject({
  format: z.literal(format),
  vaultId: z.uuid(),
  generation: z.int().min(1),
  slots: z.array(slotSchema).min(1).max(64),
  mac: base64(32),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** What of a slot is bound to its wrapped key, so that no part can be moved to another slot or vault. */
export function slotBinding(vaultId: string, slot: Pick<Slot, 'id' | 'kdf'>): string {
  const { m, t, p, salt } = slot.kdf;
  return `holdfast/1/slot ${vaultId} ${slot.id} argon2id ${m} ${t} ${p} ${salt}`;
}

function macOf(vaultKey: Uint8Array, file: Omit<KeyFile, 'mac'>): Buffer {
  const key = deriveKey(vaultKey, file.vaultId, 'vault.json');
  // Fields in a fixed order, so that the same content always has the same bytes.
  const text = JSON.stringify([
    file.format,
    file.vaultId,
    file.generation,
    file.slots.map((slot) => [
      slot.id,
      slot.kind,
      slot.kdf.algorithm,
      slot.kdf.m,
      slot.kdf.t,
      slot.kdf.p,
      slot.kdf.salt,
      slot.wrapped,
    ]),
  ]);
  return createHmac('sha256', key).update(text).digest();
}

/** A key file with its authentication. */
export function makeKeyFile(
  vaultKey: Uint8Array,
  content: { vaultId: string; generation: number; slots: Slot[] },
): KeyFile {
  const file = { format: format as typeof format, ...content };
  return { ...file, mac: macOf(vaultKey, file).toString('base64') };
}

/** True when the file is just as somebody with the vault key wrote it. */
export function isAuthentic(vaultKey: Uint8Array, file: KeyFile): boolean {
  return timingSafeEqual(macOf(vaultKey, file), Buffer.from(file.mac, 'base64'));
}

/** Both generations that can be read, newest first. Throws `vault-missing`, `vault-newer` or `vault-damaged`. */
export async function readKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const found: KeyFile[] = [];
  let problem: HoldfastError | null = null;
  let seen = false;
  for (const name of [keyFileName, previousKeyFileName]) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    seen = true;
    try {
      found.push(parseKeyFile(await readFile(path)));
    } catch (error) {
      problem ??= error instanceof HoldfastError ? error : new HoldfastError('vault-damaged');
    }
  }
  if (!seen) throw new HoldfastError('vault-missing');
  if (found.length === 0) throw problem ?? new HoldfastError('vault-damaged');
  return found.sort((a, b) => b.generation - a.generation);
}

function parseKeyFile(bytes: Buffer): KeyFile {
  if (bytes.length > largest) throw new HoldfastError('vault-damaged');
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new HoldfastError('vault-damaged');
  }
  const version = z.object({ format: z.int() }).safeParse(content);
  if (version.success && version.data.format > format) throw new HoldfastError('vault-newer');
  const parsed = keyFileSchema.safeParse(content);
  if (!parsed.success) throw new HoldfastError('vault-damaged');
  return parsed.data;
}

/** Writes a new generation; the one before it stays readable under its own name. */
export async function writeKeyFile(folder: string, file: KeyFile, layer: FsLayer = realFs): Promise<void> {
  const path = join(folder, keyFileName);
  const text = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
  if (existsSync(path)) {
    const kept = await readFile(path);
    await writeDurably(join(folder, previousKeyFileName), [kept], layer);
  }
  await writeDurably(path, [text], layer);
}
