import { describe, expect, it } from 'vitest';
import { isGood, passphraseProblems } from '../../../../renderer/components/passphrase/new-passphrase';

describe('a new passphrase, typed twice', () => {
  it('must be long enough before the second is looked at', () => {
    const problems = passphraseProblems({ first: 'short', again: 'other' });
    expect(problems.first).not.toBeNull();
    expect(problems.again).toBeNull();
  });

  it('must be the same both times', () => {
    const value = { first: 'seven quiet herons landing', again: 'seven quiet herons landed' };
    expect(passphraseProblems(value)).toEqual({ first: null, again: 'The two are not the same.' });
    expect(isGood(value)).toBe(false);
    expect(isGood({ ...value, again: value.first })).toBe(true);
  });
});
