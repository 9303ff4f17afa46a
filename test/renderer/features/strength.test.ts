import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../renderer/features/unlock/strength';

describe('the hint about a passphrase', () => {
  it.each([
    ['', 0],
    ['short one', 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['Passw0rd2026!', 1],
    ['seventeen letters', 2],
    ['seven quiet herons landing', 3],
    ['seven quiet herons landing at dusk again', 4],
  ])('puts %j at %i', (passphrase, level) => {
    expect(passphraseStrength(passphrase).level).toBe(level);
  });

  it('says how many characters are missing, counting an emoji as one', () => {
    expect(passphraseStrength('heron 🦆').words).toBe('5 more to go.');
  });
});
