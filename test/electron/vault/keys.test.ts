import { hkdfSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveKey, unwrapKey, wrapKey } from '../../../electron/vault/keys';

describe('keys', () => {
  it('of different purposes, vaults and vault keys have nothing in common', () => {
    const [a, b] = [randomBytes(32), randomBytes(32)];
    const keys = [
      deriveKey(a, 'one', 'database'),
      deriveKey(a, 'one', 'vault.json'),
      deriveKey(a, 'two', 'database'),
      deriveKey(b, 'one', 'database'),
    ].map((key) => key.toString('hex'));
    expect(new Set(keys).size).toBe(4);
  });

  it('are derived as written down: HKDF-SHA256, the vault id as salt, a label as info', () => {
    const key = Buffer.alloc(32, 7);
    const expected = Buffer.from(hkdfSync('sha256', key, 'vault-id', 'holdfast/1/database', 32));
    expect(deriveKey(key, 'vault-id', 'database').equals(expected)).toBe(true);
  });

  it('are unwrapped only by the wrapping key and the bound text, whole', () => {
    const [wrapping, key] = [randomBytes(32), randomBytes(32)];
    const wrapped = wrapKey(wrapping, key, 'bound', randomBytes);
    expect(unwrapKey(wrapping, wrapped, 'bound')?.equals(key)).toBe(true);
    expect(unwrapKey(randomBytes(32), wrapped, 'bound')).toBeNull();
    expect(unwrapKey(wrapping, wrapped, 'other')).toBeNull();
    expect(unwrapKey(wrapping, wrapped.subarray(1), 'bound')).toBeNull();
    for (let at = 0; at < wrapped.length; at += 1) {
      const altered = Buffer.from(wrapped);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unwrapKey(wrapping, altered, 'bound'), `byte ${at}`).toBeNull();
    }
  });
});
