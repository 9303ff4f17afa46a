/** A reader written from electron/vault/README.md alone: it must stay free of Holdfast's own code below the line. */
import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashRaw } from '@node-rs/argon2';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { makeTestVault, testPassphrase } from '../../helpers/test-vault';

interface Slot {
  id: string;
  kind: string;
  kdf: { algorithm: string; m: number; t: number; p: number; salt: string };
  wrapped: string;
}

it('a vault can be read by following its description', async () => {
  const vault = await makeTestVault();
  const { context, folder } = vault;
  const stored = await context.files.write([Buffer.alloc(100_000, 'x')]);
  context.act({ action: 'test', subject: null }, () => {
    context.db
      .prepare('INSERT INTO files (id, key, sha256, bytes, created_at) VALUES (?, ?, ?, ?, ?)')
      .run(stored.id, stored.key, stored.sha256, stored.bytes, '');
  });
  vault.vault.close();

  // ---- from here on nothing but the description ----
  const gcm = (key: Uint8Array, nonce: Uint8Array, aad: Uint8Array, body: Uint8Array): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAAD(aad);
    decipher.setAuthTag(body.subarray(body.length - 16));
    return Buffer.concat([decipher.update(body.subarray(0, body.length - 16)), decipher.final()]);
  };
  const text = readFileSync(join(folder, 'vault.json'), 'utf8');
  const { checksum, ...rest } = JSON.parse(text) as { checksum: string } & Record<string, unknown>;
  expect(createHash('sha256').update(JSON.stringify(rest)).digest('base64')).toBe(checksum);

  const { vaultId, slots, format, generation, mac } = rest as {
    vaultId: string;
    slots: Slot[];
    format: number;
    generation: number;
    mac: string;
  };
  const slot = slots[0] as Slot;
  const { m, t, p, salt } = slot.kdf;
  const wrapping = await hashRaw(Buffer.from(testPassphrase.normalize('NFC')), {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an ambient const enum has no value to import
    algorithm: 2,
    salt: Buffer.from(salt, 'base64'),
    memoryCost: m,
    timeCost: t,
    parallelism: p,
    outputLen: 32,
  });
  const wrapped = Buffer.from(slot.wrapped, 'base64');
  const bound = Buffer.from(`holdfast/1/slot ${vaultId} ${slot.id} argon2id ${m} ${t} ${p} ${salt}`);
  const vaultKey = gcm(wrapping, wrapped.subarray(0, 12), bound, wrapped.subarray(12));
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', vaultKey, vaultId, `holdfast/1/${purpose}`, length));

  const list = slots.map((s) => [
    s.id,
    s.kind,
    s.kdf.algorithm,
    s.kdf.m,
    s.kdf.t,
    s.kdf.p,
    s.kdf.salt,
    s.wrapped,
  ]);
  const signed = JSON.stringify([format, vaultId, generation, list]);
  expect(createHmac('sha256', derive('vault.json', 32)).update(signed).digest('base64')).toBe(mac);

  const nativeBinding = process.env.HOLDFAST_SQLCIPHER_ADDON;
  const db = new Database(join(folder, 'vault.db'), nativeBinding === undefined ? {} : { nativeBinding });
  db.pragma("cipher='sqlcipher'");
  db.pragma('legacy=4');
  db.pragma(
    `key="x'${derive('database', 32).toString('hex')}${derive('database salt', 16).toString('hex')}'"`,
  );
  const row = db.prepare('SELECT id, key, sha256, bytes FROM files').get() as {
    id: string;
    key: Buffer;
    sha256: string;
  };
  db.close();

  const sealed = readFileSync(join(folder, 'evidence', row.id.slice(-2), row.id));
  expect(sealed.toString('latin1', 0, 4)).toBe('HFE1');
  const size = sealed.readUInt32BE(4) + 16;
  const plain: Buffer[] = [];
  for (let at = 24, number = 0; at < sealed.length; at += size, number += 1) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = at + size >= sealed.length ? 1 : 0;
    plain.push(gcm(row.key, nonce, sealed.subarray(0, 24), sealed.subarray(at, at + size)));
  }
  expect(createHash('sha256').update(Buffer.concat(plain)).digest('hex')).toBe(row.sha256);
  expect(Buffer.concat(plain).equals(Buffer.alloc(100_000, 'x'))).toBe(true);

  await vault.close();
});
