import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../renderer/strings/errors';
import { errorCodes } from '../../../shared/errors';

describe('the words for a failure', () => {
  it.each(errorCodes)('%s: say what happened, what is safe and what to do, and never the code', (code) => {
    const { what, safe, next } = errorWords(code);
    for (const sentence of [what, safe, next]) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
    expect(`${what} ${safe} ${next}`).not.toMatch(
      /\b(error|exception|invalid|null|undefined|ENOENT|errno)\b/i,
    );
  });

  it('are different for each code', () => {
    const said = errorCodes.map((code) => errorWords(code).what);
    expect(new Set(said).size).toBe(said.length);
  });
});
