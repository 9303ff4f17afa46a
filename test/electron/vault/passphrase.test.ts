import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derivePassphraseKey, refuseWeakPassphrase } from '../../../electron/vault/passphrase';
import { suggestPassphrase } from '../../../electron/vault/recovery-words';
import { codeOf } from '../../helpers/code-of';

describe('a passphrase', () => {
  it('gives the key of the test vector of the reference implementation', async () => {
    // P-H-C/phc-winner-argon2 src/test.c, version 0x13, Argon2id, "password", "somesalt", t=2, m=2^16, p=1
    const key = await derivePassphraseKey('password', Buffer.from('somesalt'), { m: 65_536, t: 2, p: 1 });
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('needs twelve characters as people count them', async () => {
    for (const weak of ['', 'abcdefghijk', 'heron 🦆 lamp'.slice(0, 9), 'é'.repeat(11).normalize('NFD')]) {
      expect(await codeOf(() => refuseWeakPassphrase(weak))).toBe('weak-passphrase');
    }
  });

  it.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd1234',
    'drowssap4321',
    'pass word 1234',
    'p.a.s.s.w.o.r.d.1',
    'p a s s w o r d 1 2 3 4',
    'Ｐａｓｓｗｏｒｄ１２３４',
    'pass\u200bword1234',
    'pa\u00adssword1234',
    'pässwörd1234',
    'password1234password1234',
    'qwertyuiop12',
    'zaq12wsx3edc',
    'aaaaaaaaaaaa',
    'abcdefghijkl',
    '123456789012',
    'iloveyou1234',
    'letmein12345',
    'manchesterunited',
    'charlotte2019!',
    'Liverpool1892!',
    'monday tuesday wednesday',
    '😀'.repeat(12),
    '\u200b'.repeat(16),
    ' '.repeat(16),
    'Harbour service',
    'ashaharbour1',
  ])('is refused when it is easily guessed: %j', async (weak) => {
    expect(await codeOf(() => refuseWeakPassphrase(weak, ['Asha', 'Harbour service']))).toBe(
      'weak-passphrase',
    );
  });

  it.each([
    'seven quiet herons landing',
    'crème brûlée twice',
    'lighthouse marble cycle orchard',
    'velvet anchor thirty puffin lantern drift quarry',
    'żółty ślimak pod mostem',
    'J8mN2pQ7rT4w',
    'my cat is called oscar',
  ])('is taken when it would hold: %j', async (strong) => {
    expect(await codeOf(() => refuseWeakPassphrase(strong, ['Asha', 'Harbour service']))).toBe('no error');
  });

  it('that the app suggests is always taken', async () => {
    for (let time = 0; time < 5; time += 1) {
      expect(await codeOf(() => refuseWeakPassphrase(suggestPassphrase(randomBytes)))).toBe('no error');
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
