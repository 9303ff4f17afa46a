import { describe, expect, it } from 'vitest';
import { passphraseStrength } from '../../../../renderer/components/passphrase/strength';

describe('the hint about a passphrase', () => {
  it.each([
    ['', 0],
    ['short one', 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['password1234', 1],
    ['Passw0rd2026!', 2],
    ['qwertyuiop123', 1],
  ])('puts %j at %i', (passphrase, level) => {
    expect(passphraseStrength(passphrase).level).toBe(level);
  });

  it('puts seven words chosen at random at the top', () => {
    expect(passphraseStrength('velvet anchor thirty puffin lantern drift quarry').level).toBe(4);
    expect(passphraseStrength('seven quiet herons landing').level).toBeGreaterThanOrEqual(3);
  });

  it('thinks less of one that is made of the person’s own name and office', () => {
    const text = 'ashabell-harbour';
    const known = passphraseStrength(text, ['ashabell', 'harbour']).level;
    expect(known).toBeLessThan(passphraseStrength(text).level);
  });

  it('says how many characters are missing, counting an emoji as one', () => {
    expect(passphraseStrength('heron 🦆').words).toBe('5 more to go.');
  });
});
