import { describe, expect, it } from 'vitest';
import { timeLeft } from '../../../renderer/components/time-left';

describe('the time left', () => {
  it('is not guessed before anything is known', () => {
    expect(timeLeft(1000, 0.5)).toBeNull();
    expect(timeLeft(5000, 0.01)).toBeNull();
    expect(timeLeft(5000, 1)).toBeNull();
  });

  it.each([
    [10_000, 0.9, 'a few seconds left'],
    [10_000, 0.5, 'about 10 seconds left'],
    [30_000, 0.2, 'about 2 minutes left'],
  ])('after %i ms and %d of the work is said in round words', (elapsed, part, words) => {
    expect(timeLeft(elapsed, part)).toBe(words);
  });
});
