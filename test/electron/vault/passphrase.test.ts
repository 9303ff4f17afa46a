import { describe, expect, it } from 'vitest';
import { derivePassphraseKey, refuseWeakPassphrase } from '../../../electron/vault/passphrase';
import { codeOf } from '../../helpers/code-of';

describe('a passphrase', () => {
  it('gives the key of the test vector of the reference implementation', async () => {
    // P-H-C/phc-winner-argon2 src/test.c, version 0x13, Argon2id, "password", "somesalt", t=2, m=2^16, p=1
    const key = await derivePassphraseKey('password', Buffer.from('somesalt'), { m: 65_536, t: 2, p: 1 });
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('needs twelve characters as people count them', async () => {
    for (const weak of ['', 'abcdefghijk', '😀'.repeat(11), 'é'.repeat(11).normalize('NFD')]) {
      expect(
        await codeOf(() => {
          refuseWeakPassphrase(weak);
        }),
      ).toBe('weak-passphrase');
    }
    for (const strong of ['abcdefghijkl', '😀'.repeat(12)]) {
      expect(
        await codeOf(() => {
          refuseWeakPassphrase(strong);
        }),
      ).toBe('no error');
    }
  });

  it('keeps letters apart that only look alike', async () => {
    const salt = Buffer.alloc(16, 1);
    const cost = { m: 8192, t: 1, p: 1 };
    const [wide, narrow] = [
      await derivePassphraseKey('ﬁne ４２', salt, cost),
      await derivePassphraseKey('fine 42', salt, cost),
    ];
    expect(wide.equals(narrow)).toBe(false);
  });
});
