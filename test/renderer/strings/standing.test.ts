import { describe, expect, it } from 'vitest';
import { inForceText, limitText } from '../../../renderer/strings/standing';
import { standingOf } from '../../../shared/domain/dates/standing';

describe('the words for a time limit', () => {
  it.each([
    ['2026-09-03', 'Passed 84 days ago'],
    ['2026-11-25', 'Passed 1 day ago'],
    ['2026-11-26', 'Today is the last day'],
    ['2026-11-27', '1 day left'],
    ['2027-05-26', '181 days left'],
  ])('with its last day on %s are, on 26 November 2026: %s', (day, words) => {
    expect(limitText(standingOf(day, '2026-11-26'))).toBe(words);
  });
});

describe('the words for an order', () => {
  it('claim an end only where there was one', () => {
    expect(inForceText.ended).toBe('ended');
    expect(inForceText['may-have-ended']).toBe('may have ended');
    for (const state of ['in-force', 'not-known'] as const) expect(inForceText[state]).toBe('');
  });
});
